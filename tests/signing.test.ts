import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { approveCase } from '~/commands/case/approve-case.server'
import { declineCase } from '~/commands/case/decline-case.server'
import { sendBackCase } from '~/commands/case/send-back-case.server'
import { type DelegationInput, delegateSigning } from '~/commands/party/delegate-signing.server'
import { endDelegation } from '~/commands/party/end-delegation.server'
import { dayToDate } from '~/domain/time/day'
import { db } from '~/infra/db.server'
import { delegationOf, delegationsOn } from '~/infra/delegations.server'
import type { Ctx, Rehearsal } from '~/infra/transact.server'
import { inbox } from '~/queries/case/inbox.server'
import { keptFile } from '~/queries/case/kept-file.server'
import { letterCheck } from '~/queries/case/letter-check.server'
import { caseForm, officeCase } from '~/queries/case/office-case.server'
import { delegations, delegationToEnd } from '~/queries/party/delegations.server'
import { type CaseLine, caseLine, codeOf, day, morning, versionOf } from './case-line'
import { describeDatabases } from './database'

describeDatabases('signing for the director', (open) => {
  let line: CaseLine
  let director: Ctx
  beforeAll(async () => {
    await open('demo')
    line = await caseLine()
    director = await line.as('director', '2026-11-16')
  })

  async function paper() {
    const temporaryPath = path.join(tmpdir(), `cot-moc-${randomUUID()}`)
    await writeFile(temporaryPath, '%PDF-1.4')
    const file = { field: 'paper', mediaType: 'application/pdf', sizeBytes: 8, sha256: 'a'.repeat(64) }
    return { ...file, fileName: 'uy-quyen.pdf', temporaryPath }
  }
  const wish = async (own: Partial<DelegationInput> = {}): Promise<DelegationInput> => ({
    delegateId: line.ids.get('deputy') ?? '',
    form: 'KT',
    outcomes: ['refused'],
    zoneCode: 'LS-IP-VSIP',
    fromDay: day('2026-11-16'),
    untilDay: day('2027-03-31'),
    paperNumber: '12/UQ',
    paperDay: day('2026-11-13'),
    uploads: [await paper()],
    ...own,
  })
  const give = async (own: Partial<DelegationInput> = {}, ctx = director) => {
    const verdict = await delegateSigning(ctx, await wish(own))
    return verdict.ok ? verdict.value.id : `${verdict.refusal.code} ${verdict.refusal.field ?? ''}`.trim()
  }
  /** Somebody with what they may sign on that day: an actor is read with what holds on the day of the test's run. */
  const signer = async (name: string, on: string): Promise<Ctx> => {
    const ctx = await line.as(name, on)
    const where = { delegateId: line.ids.get(name), ...delegationsOn(dayToDate(day(on))) }
    const held = await db().signingDelegation.findMany({ where })
    return { ...ctx, actor: { ...ctx.actor, delegations: held.map(delegationOf) } }
  }
  const REFUSAL = { reason: 'capacity_short' as const, text: 'Trạm biến áp không đủ công suất' }
  const decline = async (ctx: Ctx, number: string) =>
    declineCase(ctx, { number, version: await versionOf(number), ...REFUSAL })

  it('is given by the director alone, to a head, by a paper that is kept; never twice for one decision', async () => {
    for (const who of ['head', 'officer', 'auditor', 'admin', 'investor.vn'])
      expect([who, await give({}, await line.as(who, '2026-11-16'))]).toEqual([who, 'not-allowed'])
    for (const who of ['officer', 'director2', 'investor.vn'])
      expect(await give({ delegateId: line.ids.get(who) })).toBe('not-a-choice delegateId')
    expect(await give({ uploads: [] })).toBe('file-missing paper')
    expect(await give({ zoneCode: 'nowhere' })).toBe('not-a-choice zoneCode')
    expect(await db().document.count({ where: { kind: 'signing_delegation' } })).toBe(0)

    const id = await give()
    expect(await give({ zoneCode: null, outcomes: ['approved', 'refused'] })).toBe('delegation-overlaps fromDay')
    expect(await Promise.all([1, 2].map(() => give({ zoneCode: 'LS-CC-MINHSON' })))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^[0-9a-f-]{36}$/), 'delegation-overlaps fromDay']),
    )

    const row = await db().signingDelegation.findUniqueOrThrow({ where: { id }, include: { document: true } })
    expect(row.document).toMatchObject({ kind: 'signing_delegation', sha256: 'a'.repeat(64), visibility: 'office' })
    const audit = await db().auditEntry.findFirstOrThrow({ where: { subjectId: id }, include: { detail: true } })
    expect(audit).toMatchObject({ act: 'signing.delegate', detail: { body: { paper: '12/UQ, 2026-11-13' } } })
    const notice = await db().notice.findFirstOrThrow({ where: { kind: 'delegation_changed' }, orderBy: { id: 'asc' } })
    expect(notice).toMatchObject({ personId: line.ids.get('deputy'), rhythm: 'at_once', path: '/office/delegations' })
    for (const change of [{ untilDay: new Date('2028-01-01') }, { outcomes: ['approved'] }, { zoneId: null }])
      await expect(db().signingDelegation.update({ where: { id }, data: change })).rejects.toThrow()
    await expect(db().signingDelegation.delete({ where: { id } })).rejects.toThrow()

    const reads = async (who: string) => codeOf(await keptFile(await line.as(who, '2026-11-17'), row.documentId))
    expect(await Promise.all(['director', 'deputy', 'officer', 'auditor'].map(reads))).toEqual(['ok', 'ok', 'ok', 'ok'])
    expect(await Promise.all(['investor.vn', 'agency.land', 'developer.huulung'].map(reads))).toEqual(
      Array(3).fill('not-found'),
    )
    const page = await delegations(await line.as('auditor', '2026-11-17'))
    expect(page).toMatchObject({ mayWrite: false, delegates: [] })
    expect(page.open).toHaveLength(2)
    expect((await delegations(director)).delegates.map(({ fullName }) => fullName).sort()).toEqual([
      'Chu Thị Hồng',
      'Lương Văn Hải',
    ])
  })

  it('lets the delegate sign what it covers, and the letter, the record and the check say in whose name', async () => {
    const number = await line.submitted('HL-A1')
    await line.awaitingDecision(number, 'refuse')
    const deputy = await signer('deputy', '2026-11-19')
    const mine = async (ctx: Ctx) => (await inbox(ctx, { tab: 'mine' })).rows.map((row) => row.number)
    expect(await mine(deputy)).toContain(number)
    expect(await mine(await signer('head', '2026-11-19'))).not.toContain(number)

    const form = await caseForm(deputy, number, 'decline')
    expect(form.ok && form.value).toMatchObject({ whyNot: null, signing: { form: 'KT', paperNumber: '12/UQ' } })
    const own = await caseForm(await line.as('director', '2026-11-19'), number, 'decline')
    expect(own.ok && own.value).toMatchObject({ whyNot: null, signing: null })
    const other = await caseForm(deputy, number, 'decide')
    expect(other.ok && other.value).toMatchObject({ whyNot: 'not-delegated', signing: null })
    const approval = { number, version: await versionOf(number), conditions: null }
    expect(codeOf(await approveCase(deputy, approval))).toBe('not-delegated')
    expect(codeOf(await decline(await signer('head', '2026-11-19'), number))).toBe('not-allowed')
    // Before its first day and after its last it covers nothing, whatever the actor was read with.
    expect(codeOf(await decline({ ...deputy, now: morning('2026-11-13') }, number))).toBe('not-delegated')
    expect(codeOf(await decline({ ...deputy, now: morning('2027-04-01') }, number))).toBe('not-delegated')

    const rehearsal: Rehearsal = { letters: [] }
    expect(codeOf(await decline({ ...deputy, rehearsal }, number))).toBe('ok')
    const signedFor = {
      name: 'Chu Thị Hồng',
      title: { vi: 'PHÓ GIÁM ĐỐC' },
      for: { form: 'KT', of: { vi: 'GIÁM ĐỐC' } },
    }
    expect(rehearsal.letters[0]?.data.signer).toMatchObject(signedFor)
    expect(codeOf(await decline(deputy, number))).toBe('ok')

    const decision = await db().decision.findFirstOrThrow({
      where: { case: { number } },
      include: { letters: true, delegation: true },
    })
    expect(decision).toMatchObject({ decidedById: line.ids.get('deputy'), delegation: { paperNumber: '12/UQ' } })
    expect(decision.letters[0]?.data).toMatchObject({ signer: signedFor })
    const check = await letterCheck(decision.letters[0]?.code ?? '')
    expect(check.ok && check.value.signer).toEqual({
      title: expect.objectContaining({ vi: 'PHÓ GIÁM ĐỐC' }),
      for: expect.objectContaining({ form: 'KT' }),
    })
    const page = await officeCase(await line.as('officer', '2026-11-20'), number)
    expect(page.ok && page.value.decisions[0]).toMatchObject({ by: 'Chu Thị Hồng', signing: { form: 'KT' } })
    expect(page.ok && page.value.history[0]?.detail).toMatchObject({ signingForm: 'KT', signingPaper: '12/UQ' })
    const entry = await db().auditEntry.findFirstOrThrow({ where: { act: 'case.decline' } })
    expect(entry.actorRole).toBe('head')
    expect((await delegations(director)).open.map(({ decisions }) => decisions).sort()).toEqual([0, 1])
  })

  it('does not let a delegate sign what they reviewed; a hold’s notice is signed as its approval', async () => {
    await give({ delegateId: line.ids.get('head'), form: 'TUQ', outcomes: ['approved', 'refused'] })
    const number = await line.submitted('HL-A2')
    await line.awaitingDecision(number)
    await line.offered(number)
    const head = await signer('head', '2026-11-19')
    const input = { number, version: await versionOf(number), conditions: null }
    expect(codeOf(await approveCase(head, input))).toBe('reviewer-signs')
    expect(codeOf(await sendBackCase(head, { ...input, text: 'Xem lại' }))).toBe('reviewer-signs')
    expect((await inbox(head, { tab: 'mine' })).rows.map((row) => row.number)).not.toContain(number)

    await give({ outcomes: ['approved'] })
    expect(codeOf(await approveCase(await signer('deputy', '2026-11-19'), input))).toBe('ok')
    const letters = await db().letter.findMany({ where: { case: { number } }, orderBy: { createdAt: 'asc' } })
    const signed = letters.map(({ kind, data }) => [kind, (data as { signer: { for: object | null } }).signer.for])
    expect(signed).toEqual([
      ['official_receipt', null],
      ['decision_approval', expect.objectContaining({ form: 'KT' })],
      ['hold_notice', expect.objectContaining({ form: 'KT' })],
    ])
  })

  it('is ended from a day on with a reason; who opened the form before then signs no more', async () => {
    const number = await line.submitted('HL-B1')
    await line.awaitingDecision(number, 'refuse')
    const deputy = await signer('deputy', '2026-11-19')
    const held = await db().signingDelegation.findFirstOrThrow({
      where: {
        delegate: { fullName: 'Chu Thị Hồng' },
        outcomes: { equals: ['refused'] },
        zone: { code: 'LS-IP-VSIP' },
      },
    })
    const ends = async (who: string, fromDay: string, id = held.id) => {
      const ctx = await line.as(who, '2026-11-19')
      return codeOf(await endDelegation(ctx, { id, fromDay: day(fromDay), reason: 'Đi công tác về' }))
    }
    expect(await ends('deputy', '2026-11-19')).toBe('not-allowed')
    expect(await ends('director', '2026-11-18')).toBe('day-past')
    expect(await ends('director', '2026-11-19', 'x')).toBe('not-found')
    // Nobody signs for a director who is one no more, even by a form that was opened before.
    const roleUntil = (last: string | null) =>
      db().roleGrant.updateMany({
        where: { personId: held.grantedById, role: 'director' },
        data: { untilDay: last && dayToDate(day(last)) },
      })
    const told = async () => (await delegations(deputy)).open.find(({ id }) => id === held.id)
    expect(await told()).toMatchObject({ state: 'in_force', giverSigns: true })
    await roleUntil('2026-11-18')
    expect(codeOf(await decline(deputy, number))).toBe('not-delegated')
    expect((await signer('deputy', '2026-11-19')).actor.delegations).toEqual([])
    expect((await signer('deputy', '2026-11-18')).actor.delegations).not.toEqual([])
    expect(await told()).toMatchObject({ state: 'in_force', giverSigns: false })
    await roleUntil(null)
    expect(await ends('director', '2026-12-01')).toBe('ok')
    expect(codeOf(await decline({ ...deputy, rehearsal: { letters: [] } }, number))).toBe('ok')
    expect(await ends('director2', '2026-11-19')).toBe('ok')
    const before = await db().auditEntry.count()
    expect(codeOf(await decline(deputy, number))).toBe('not-delegated')
    expect(await db().auditEntry.count()).toBe(before)
    expect(codeOf(await delegationToEnd(await line.as('director', '2026-11-19'), held.id))).toBe('state-forbids')
    const page = await delegations(await line.as('director', '2026-11-19'))
    expect(page.ended).toMatchObject([{ revokedFrom: '2026-11-19', revokedReason: 'Đi công tác về', decisions: 1 }])
    // From that day on another may be given, and nobody changes what is over.
    expect(await give({ fromDay: day('2026-11-19') }, await line.as('director', '2026-11-19'))).toMatch(
      /^[0-9a-f-]{36}$/,
    )
    expect(await ends('director', '2026-11-19')).toBe('state-forbids')
  })
})
