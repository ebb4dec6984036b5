import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { withdrawCase } from '~/commands/case/withdraw-case.server'
import { saveInterest } from '~/commands/interest/save-interest.server'
import { startInterest } from '~/commands/interest/start-interest.server'
import { changeMemberRole } from '~/commands/party/change-member-role.server'
import { endMembership } from '~/commands/party/end-membership.server'
import { inviteMember } from '~/commands/party/invite-member.server'
import { joinOrganization } from '~/commands/party/join-organization.server'
import { withdrawInvitation } from '~/commands/party/withdraw-invitation.server'
import { readDraft } from '~/domain/interest/draft'
import { VISITOR } from '~/domain/party/permission'
import { addDays, type Day, dayToDate } from '~/domain/time/day'
import { now, today } from '~/infra/clock.server'
import { db } from '~/infra/db.server'
import { actorOf } from '~/infra/session.server'
import type { Ctx } from '~/infra/transact.server'
import type { Upload } from '~/infra/upload.server'
import { keptFile } from '~/queries/case/kept-file.server'
import { myCase } from '~/queries/case/my-case.server'
import { officeCase } from '~/queries/case/office-case.server'
import { draftPage } from '~/queries/interest/draft-page.server'
import { myHome } from '~/queries/interest/my-home.server'
import { joinLink } from '~/queries/party/join-link.server'
import { organizationPage } from '~/queries/party/organization-page.server'
import { type CaseLine, caseLine, codeOf, versionOf } from './case-line'
import { describeDatabases } from './database'

const PASSWORD = 'rừng hồi trên núi đá'
const visitor = (): Ctx => ({ actor: { ...VISITOR }, now: now() })

async function aPaper(): Promise<Upload> {
  const temporaryPath = path.join(tmpdir(), `cot-moc-${randomUUID()}`)
  await writeFile(temporaryPath, '%PDF-1.4')
  const file = { field: 'files', fileName: 'Uy quyen.pdf', mediaType: 'application/pdf', sizeBytes: 8 }
  return { ...file, sha256: 'a'.repeat(64), temporaryPath }
}

const tokenMailedTo = async (email: string): Promise<string> => {
  const mail = await db().outbox.findFirst({
    where: { toEmail: email, kind: 'member_invitation' },
    orderBy: { id: 'desc' },
  })
  return /\/join\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? 'none'
}

describeDatabases('an organisation', (open) => {
  let line: CaseLine
  let organizationId = ''
  const ctxOf = async (email: string): Promise<Ctx> => {
    const person = await db().person.findFirstOrThrow({ where: { email: { startsWith: email } } })
    const actor = await actorOf(person.id)
    if (!actor) throw new Error(`no ${email}`)
    return { actor, now: now() }
  }
  const invitation = (email: string, own: Partial<Parameters<typeof inviteMember>[1]> = {}) => ({
    organizationId,
    email,
    lang: 'vi' as const,
    role: 'member' as const,
    mandate: null,
    uploads: [],
    ...own,
  })
  const newAccount = { fullName: 'Lê Thị Hoa', password: PASSWORD }
  const membershipOf = (email: string) =>
    db().membership.findFirstOrThrow({
      where: { organizationId, person: { email: { startsWith: email } } },
      orderBy: { createdAt: 'desc' },
    })

  beforeAll(async () => {
    await open('demo')
    line = await caseLine()
    organizationId = (await ctxOf('investor.vn')).actor.organizations[0]?.id ?? ''
  })

  it('invites by mail, keeps no token, and takes each invitation once', async () => {
    const owner = await ctxOf('investor.vn')
    expect(codeOf(await inviteMember(await ctxOf('investor.cn'), invitation('hoa@x.test')))).toBe('not-found')
    expect(codeOf(await inviteMember(owner, invitation('hoa@x.test')))).toBe('ok')
    const first = await tokenMailedTo('hoa@x.test')
    expect(JSON.stringify(await db().memberInvitation.findMany())).not.toContain(first)
    // A second invitation of the address ends the first.
    expect(codeOf(await inviteMember(owner, invitation('hoa@x.test', { role: 'reader' })))).toBe('ok')
    const token = await tokenMailedTo('hoa@x.test')
    expect(codeOf(await joinOrganization(visitor(), { token: first, account: newAccount }))).toBe('token-invalid')
    const late = { ...visitor(), now: new Date(now().getTime() + 8 * 24 * 3_600_000) }
    expect(codeOf(await joinOrganization(late, { token, account: newAccount }))).toBe('token-invalid')
    expect((await joinLink(visitor(), token))?.by).toBe('new_account')
    expect((await joinLink(await ctxOf('investor.cn'), token))?.by).toBe('another_account')
    expect(codeOf(await joinOrganization(await ctxOf('investor.cn'), { token, account: null }))).toBe('invited-another')
    expect(codeOf(await joinOrganization(visitor(), { token, account: { ...newAccount, password: 'hoa' } }))).toBe(
      'password-weak',
    )
    const twice = await Promise.all([1, 2].map(() => joinOrganization(visitor(), { token, account: newAccount })))
    expect(twice.map(codeOf).sort()).toEqual(['ok', 'token-invalid'])
    expect((await ctxOf('hoa@')).actor.organizations).toMatchObject([{ id: organizationId, role: 'reader' }])
    expect(await db().outbox.count({ where: { kind: 'member_joined', toEmail: { startsWith: 'investor.vn' } } })).toBe(
      1,
    )
    // Who reads may not invite, and a withdrawn link opens nothing.
    expect(codeOf(await inviteMember(await ctxOf('hoa@'), invitation('a@x.test')))).toBe('not-allowed')
    const sent = await inviteMember(owner, invitation('a@x.test'))
    const withdrawn = { organizationId, invitationId: sent.ok ? sent.value : '' }
    expect(codeOf(await withdrawInvitation(await ctxOf('investor.cn'), withdrawn))).toBe('not-found')
    expect(codeOf(await withdrawInvitation(owner, withdrawn))).toBe('ok')
    expect(codeOf(await withdrawInvitation(owner, withdrawn))).toBe('state-forbids')
    const gone = { token: await tokenMailedTo('a@x.test'), account: newAccount }
    expect(codeOf(await joinOrganization(visitor(), gone))).toBe('token-invalid')
    // An account that is there takes it after signing in.
    expect(codeOf(await inviteMember(owner, invitation('officer2@demo.cotmoc.test')))).toBe('ok')
    const known = { token: await tokenMailedTo('officer2@demo.cotmoc.test'), account: null }
    expect((await joinLink(visitor(), known.token))?.by).toBe('sign_in')
    expect(codeOf(await joinOrganization(visitor(), { ...known, account: newAccount }))).toBe('not-signed-in')
    expect(codeOf(await joinOrganization(await ctxOf('officer2'), known))).toBe('ok')
    expect(codeOf(await inviteMember(owner, invitation('officer2@demo.cotmoc.test')))).toBe('already-member')
  })

  it('changes roles by day, lets nobody leave as the last owner, and keeps the history', async () => {
    const owner = await ctxOf('investor.vn')
    const own = await membershipOf('investor.vn')
    const hoa = await membershipOf('hoa@')
    const leave = { organizationId, membershipId: own.id, reason: null }
    expect(codeOf(await endMembership(owner, leave))).toBe('last-owner')
    const demote = { organizationId, membershipId: own.id, role: 'member' as const }
    expect(codeOf(await changeMemberRole(owner, demote))).toBe('last-owner')
    const promote = { organizationId, membershipId: hoa.id, role: 'owner' as const }
    expect(codeOf(await changeMemberRole(await ctxOf('hoa@'), promote))).toBe('not-allowed')
    expect(codeOf(await changeMemberRole(owner, promote))).toBe('ok')
    expect((await ctxOf('hoa@')).actor.organizations).toMatchObject([{ role: 'owner' }])
    // Both owners leave at once: one of them stays.
    const other = { organizationId, membershipId: (await membershipOf('hoa@')).id, reason: null }
    const both = await Promise.all([endMembership(owner, leave), endMembership(await ctxOf('hoa@'), other)])
    expect(both.map(codeOf).sort()).toEqual(['last-owner', 'ok'])
    const left = codeOf(both[0] as (typeof both)[0]) === 'ok' ? 'investor.vn' : 'hoa@'
    expect((await ctxOf(left)).actor.organizations).toEqual([])
    // Somebody else's rights of a moment ago are asked again where it is written.
    if (left === 'investor.vn') {
      expect(codeOf(await changeMemberRole(owner, { ...demote, membershipId: other.membershipId }))).toBe('not-allowed')
      await db().membership.updateMany({ where: { id: own.id }, data: { untilDay: null } })
    } else {
      await db().membership.updateMany({ where: { id: other.membershipId }, data: { untilDay: null } })
    }
    const page = await organizationPage(owner, organizationId)
    const rows = page.ok ? page.value.members.filter(({ email }) => email.startsWith('hoa')) : []
    expect(rows.map(({ role, state }) => [role, state])).toEqual([
      ['reader', 'ended'],
      ['owner', 'in_force'],
    ])
    expect(codeOf(await organizationPage(await ctxOf('investor.cn'), organizationId))).toBe('not-found')
    const removal = { organizationId, membershipId: (await membershipOf('officer2')).id, reason: 'xong việc' }
    expect(codeOf(await endMembership(await ctxOf('investor.cn'), removal))).toBe('not-found')
    expect(codeOf(await endMembership(owner, removal))).toBe('ok')
    expect(codeOf(await endMembership(owner, removal))).toBe('state-forbids')
    expect(
      await db().outbox.count({ where: { kind: 'membership_changed', toEmail: { startsWith: 'officer2' } } }),
    ).toBe(1)
  })

  it('lets an agent act by a mandate, by its days, and in whose name', async () => {
    const owner = await ctxOf('investor.vn')
    const terms = { fromDay: today(), untilDay: addDays(today(), 30), scope: 'nộp và theo dõi hồ sơ' }
    const agent = { role: 'agent' as const, mandate: terms }
    expect(codeOf(await inviteMember(owner, invitation('an@x.test', agent)))).toBe('file-missing')
    const past = { ...terms, fromDay: addDays(today(), -9), untilDay: addDays(today(), -1) }
    const papers = async () => ({ uploads: [await aPaper()] })
    expect(
      codeOf(await inviteMember(owner, invitation('an@x.test', { ...agent, mandate: past, ...(await papers()) }))),
    ).toBe('day-past')
    expect(codeOf(await inviteMember(owner, invitation('an@x.test', { ...agent, ...(await papers()) })))).toBe('ok')
    const token = await tokenMailedTo('an@x.test')
    expect(codeOf(await joinOrganization(visitor(), { token, account: { ...newAccount, fullName: 'An' } }))).toBe('ok')
    const ctx = await ctxOf('an@')
    expect(ctx.actor.organizations).toMatchObject([{ role: 'agent', mandate: { untilDay: terms.untilDay } }])
    expect(codeOf(await inviteMember(ctx, invitation('b@x.test')))).toBe('not-allowed')
    const plot = await db().plot.findFirstOrThrow({
      where: { publication: 'published', commercial: 'offered' },
      orderBy: { code: 'asc' },
    })
    const draft = await startInterest(ctx, { organizationId, plotCodes: [plot.code] })
    const id = draft.ok ? draft.value.id : ''
    expect(await db().interest.findUnique({ where: { id } })).toMatchObject({
      mandateId: (await membershipOf('an@')).id,
    })
    const entry = await db().auditEntry.findFirstOrThrow({ where: { subjectId: id }, include: { detail: true } })
    expect(entry).toMatchObject({
      actorRole: 'agent',
      detail: { actorName: 'An', body: { onBehalfOf: { id: organizationId } } },
    })

    // The case of the demo's agent: its record, its page and its letters name who acts for whom.
    line.ids.set('an', ctx.actor.personId ?? '')
    const number = await line.submitted(plot.code, today(), {}, 'an')
    const office = await officeCase(await ctxOf('intake'), number)
    expect(office.ok && office.value.agent).toMatchObject({ name: 'An', untilDay: terms.untilDay })
    expect(office.ok && office.value.history[0]).toMatchObject({ act: 'case.submit', by: 'An', role: 'agent' })
    expect(office.ok && office.value.history[0]?.behalf).toContain('Gỗ')
    const paper = (await membershipOf('an@')).mandateDocumentId ?? ''
    await line.inAssessment(number, today())
    const letter = await db().letter.findFirstOrThrow({ where: { case: { number } } })
    expect(letter.data).toMatchObject({ applicant: { agent: 'An' } })
    const seen = async (who: string) => codeOf(await keptFile(await ctxOf(who), paper))
    expect([await seen('an@'), await seen('investor.vn'), await seen('intake')]).toEqual(['ok', 'ok', 'ok'])
    expect([await seen('investor.cn'), await seen('developer.huulung'), await seen('agency.env')]).toEqual(
      Array(3).fill('not-found'),
    )

    // The day after the last one nothing is left: no page, no file, no command.
    await db().membership.updateMany({
      where: { id: (await membershipOf('an@')).id },
      data: { untilDay: dayToDate(addDays(today(), -1)) },
    })
    const expired = await ctxOf('an@')
    expect(expired.actor.organizations).toEqual([])
    expect((await myHome(expired)).cases).toEqual([])
    expect(codeOf(await myCase(expired, number))).toBe('not-found')
    expect(codeOf(await draftPage(expired, id))).not.toBe('ok')
    const typed = { id, version: 1, draft: readDraft({}) } as unknown as Parameters<typeof saveInterest>[1]
    expect(codeOf(await saveInterest(expired, typed))).not.toBe('ok')
    const withdrawal = { number, version: await versionOf(number), reason: null }
    expect(codeOf(await withdrawCase(expired, withdrawal))).not.toBe('ok')
    const document = await db().document.findFirstOrThrow({ where: { case: { number } } })
    expect(codeOf(await keptFile(expired, document.id))).toBe('not-found')
    expect(codeOf(await keptFile(expired, paper))).toBe('not-found')
    expect(codeOf(await organizationPage(expired, organizationId))).toBe('not-found')
    // An agent without paper, scope or end cannot even be written.
    const personId = ctx.actor.personId ?? ''
    const bare = { personId, organizationId, role: 'agent', fromDay: dayToDate('2027-01-01' as Day) }
    await expect(db().membership.create({ data: bare })).rejects.toThrow()
  })
})
