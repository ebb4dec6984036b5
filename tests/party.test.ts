import { beforeAll, beforeEach, expect, it } from 'vitest'
import { acceptInvitation } from '~/commands/party/accept-invitation.server'
import { confirmEmail } from '~/commands/party/confirm-email.server'
import { deactivatePerson } from '~/commands/party/deactivate-person.server'
import { endRole } from '~/commands/party/end-role.server'
import { grantRole } from '~/commands/party/grant-role.server'
import { invitePerson } from '~/commands/party/invite-person.server'
import { reactivatePerson } from '~/commands/party/reactivate-person.server'
import { type RegisterOrganization, registerOrganization } from '~/commands/party/register-organization.server'
import { requestPasswordReset } from '~/commands/party/request-password-reset.server'
import { resetPassword } from '~/commands/party/reset-password.server'
import { signIn } from '~/commands/party/sign-in.server'
import { VISITOR } from '~/domain/party/permission'
import { addDays, dayToDate } from '~/domain/time/day'
import { now, today } from '~/infra/clock.server'
import { type Database, db } from '~/infra/db.server'
import { actorOf } from '~/infra/session.server'
import type { Ctx } from '~/infra/transact.server'
import { makePerson } from '../prisma/seed/factories'
import { describeDatabases } from './database'

const PASSWORD = 'rừng hồi trên núi đá'
const codeOf = (verdict: { ok: boolean; refusal?: { code: string } }) => (verdict.ok ? 'ok' : verdict.refusal?.code)
const visitor = (): Ctx => ({ actor: { ...VISITOR }, now: now() })

let number = 0
const anOrganization = (own: Partial<RegisterOrganization> = {}): RegisterOrganization =>
  ({
    kind: 'foreign',
    fullName: 'Chen Wei',
    email: `person${++number}@electronics.example`,
    phone: null,
    password: PASSWORD,
    name: 'Electronics',
    address: null,
    country: 'CN',
    registrationNumber: `REG-${number}`,
    ...own,
  }) as RegisterOrganization

const mailsTo = (email: string) => db().outbox.findMany({ where: { toEmail: email }, orderBy: { id: 'asc' } })
async function tokenMailedTo(email: string): Promise<string> {
  const mail = (await mailsTo(email)).at(-1)
  return /\/(?:confirm-email|reset-password|invitation)\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? 'none'
}
async function registered(own: Partial<RegisterOrganization> = {}): Promise<string> {
  const input = anOrganization(own)
  expect(codeOf(await registerOrganization(visitor(), input))).toBe('ok')
  expect(codeOf(await confirmEmail(visitor(), { token: await tokenMailedTo(input.email) }))).toBe('ok')
  return input.email
}
const personOf = (email: string) => db().person.findUniqueOrThrow({ where: { email } })

describeDatabases('accounts', (open) => {
  let database: Database
  let admin: Ctx
  beforeAll(async () => {
    database = await open()
    const id = await makePerson(database.prisma, {
      name: 'admin',
      fullName: 'Ad',
      lang: 'vi',
      role: 'admin',
      fromDay: today(),
    })
    const actor = await actorOf(id)
    if (!actor) throw new Error('no administrator')
    admin = { actor, now: now() }
  })
  beforeEach(() => {
    admin = { ...admin, now: now() }
  })

  it('registers, confirms, signs in', async () => {
    const input = anOrganization()
    expect(codeOf(await registerOrganization(visitor(), input))).toBe('ok')
    expect(codeOf(await signIn(visitor(), input))).toBe('email-unconfirmed')
    const token = await tokenMailedTo(input.email)
    expect(codeOf(await confirmEmail(visitor(), { token }))).toBe('ok')
    expect(codeOf(await confirmEmail(visitor(), { token }))).toBe('token-invalid')
    const signedIn = await signIn(visitor(), input)
    expect(signedIn).toMatchObject({ ok: true, value: { landing: '/my' } })
    expect(codeOf(await signIn(visitor(), { ...input, password: `${PASSWORD}!` }))).toBe('credentials-wrong')
    expect(codeOf(await signIn(visitor(), { ...input, email: 'nobody@example.com' }))).toBe('credentials-wrong')
    const person = await personOf(input.email)
    const actor = await actorOf(person.id)
    expect(actor?.organizations).toMatchObject([{ name: 'Electronics', role: 'owner' }])
    const acts = await db().auditEntry.findMany({ where: { subjectId: person.id }, orderBy: { id: 'asc' } })
    expect(acts.map((entry) => entry.act)).toEqual(['party.confirm_email', 'party.sign_in'])
  })

  it('ends the first link when a second is mailed', async () => {
    const input = anOrganization()
    await registerOrganization(visitor(), input)
    const first = await tokenMailedTo(input.email)
    await signIn(visitor(), input)
    const second = await tokenMailedTo(input.email)
    expect(second).not.toBe(first)
    expect(codeOf(await confirmEmail(visitor(), { token: first }))).toBe('token-invalid')
    expect(codeOf(await confirmEmail(visitor(), { token: second }))).toBe('ok')
  })

  it('answers a known address as an unknown one, and tells its owner', async () => {
    const email = await registered()
    const again = anOrganization({ email })
    expect(await registerOrganization(visitor(), again)).toEqual({ ok: true, value: true })
    expect((await mailsTo(email)).at(-1)?.kind).toBe('already_registered')
    expect(
      await db().organization.count({
        where: { registrationNumber: (again as { registrationNumber: string }).registrationNumber },
      }),
    ).toBe(0)
    expect(await requestPasswordReset(visitor(), { email: 'nobody@example.com' })).toEqual({ ok: true, value: true })
    expect(await mailsTo('nobody@example.com')).toEqual([])
  })

  it('lets one of two registrations of the same tax code at once win', async () => {
    const same = { kind: 'vietnamese', taxCode: '0100109106' } as const
    const both = [anOrganization(same), anOrganization(same)]
    const answers = await Promise.all(both.map((input) => registerOrganization(visitor(), { ...input, ...same })))
    expect(answers.map(codeOf).sort()).toEqual(['already-used', 'ok'])
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ refusal: { field: 'taxCode' } })
    expect(await db().organization.count({ where: { taxCode: same.taxCode } })).toBe(1)
    expect(await db().person.count({ where: { email: { in: both.map((input) => input.email) } } })).toBe(1)
  })

  it('makes one account of two registrations of the same address at once', async () => {
    const first = anOrganization()
    const second = anOrganization({ email: first.email })
    const answers = await Promise.all([first, second].map((input) => registerOrganization(visitor(), input)))
    expect(answers.map(codeOf)).toEqual(['ok', 'ok'])
    expect((await mailsTo(first.email)).map((mail) => mail.kind).sort()).toEqual(['already_registered', 'verify_email'])
  })

  it('frees the number of a registration nobody confirmed within a day', async () => {
    const first = anOrganization()
    await registerOrganization(visitor(), first)
    const again = {
      ...anOrganization(),
      registrationNumber: (first as { registrationNumber: string }).registrationNumber,
    }
    expect(codeOf(await registerOrganization(visitor(), again as RegisterOrganization))).toBe('already-used')
    const later = { ...visitor(), now: new Date(now().getTime() + 25 * 3_600_000) }
    expect(codeOf(await registerOrganization(later, again as RegisterOrganization))).toBe('ok')
    expect(await db().person.count({ where: { email: first.email } })).toBe(0)
  })

  it('sets a new password by a link, once, and ends every session', async () => {
    const email = await registered()
    const { id } = await personOf(email)
    const expiresAt = new Date(now().getTime() + 3_600_000)
    await db().session.createMany({
      data: [`a${id}`, `b${id}`].map((sessionId) => ({ id: sessionId, personId: id, expiresAt })),
    })
    await requestPasswordReset(visitor(), { email })
    const token = await tokenMailedTo(email)
    const password = 'nước trong suối Bắc Khê'
    expect(codeOf(await confirmEmail(visitor(), { token }))).toBe('token-invalid')
    const twice = await Promise.all([1, 2].map(() => resetPassword(visitor(), { token, password })))
    expect(twice.map(codeOf).sort()).toEqual(['ok', 'token-invalid'])
    expect(await db().session.count({ where: { personId: id } })).toBe(0)
    expect(codeOf(await signIn(visitor(), { email, password: PASSWORD }))).toBe('credentials-wrong')
    expect(codeOf(await signIn(visitor(), { email, password }))).toBe('ok')
    expect((await mailsTo(email)).at(-1)?.kind).toBe('password_changed')
  })

  it('refuses a link after its hour, and keeps it when the password is weak', async () => {
    const email = await registered()
    await requestPasswordReset(visitor(), { email })
    const token = await tokenMailedTo(email)
    const late = { ...visitor(), now: new Date(now().getTime() + 3_600_001) }
    expect(codeOf(await resetPassword(late, { token, password: PASSWORD }))).toBe('token-invalid')
    const ownName = `${email.split('@')[0]} trên núi đá`
    expect(codeOf(await resetPassword(visitor(), { token, password: ownName }))).toBe('password-weak')
    expect(codeOf(await resetPassword(visitor(), { token, password: PASSWORD }))).toBe('ok')
  })

  const invitation = (own: object = {}) => ({
    fullName: 'Nông Thị Hoa',
    email: `staff${++number}@office.example`,
    lang: 'vi' as const,
    role: 'officer' as const,
    zoneCode: null,
    agencyKey: null,
    divisionKey: null,
    fromDay: today(),
    untilDay: null,
    ...own,
  })

  it('invites; the role holds from its first day to its last', async () => {
    const input = invitation({ fromDay: addDays(today(), 1) })
    const invited = await invitePerson(admin, input)
    if (!invited.ok) throw new Error(invited.refusal.code)
    expect(codeOf(await signIn(visitor(), { email: input.email, password: PASSWORD }))).toBe('credentials-wrong')
    const token = await tokenMailedTo(input.email)
    expect(codeOf(await acceptInvitation(visitor(), { token, password: PASSWORD }))).toBe('ok')
    expect(codeOf(await acceptInvitation(visitor(), { token, password: PASSWORD }))).toBe('token-invalid')
    expect((await actorOf(invited.value))?.grants).toEqual([])
    const grant = await db().roleGrant.findFirstOrThrow({ where: { personId: invited.value } })
    const shift = (fromDay: number, untilDay: number) =>
      db().roleGrant.update({
        where: { id: grant.id },
        data: { fromDay: dayToDate(addDays(today(), fromDay)), untilDay: dayToDate(addDays(today(), untilDay)) },
      })
    await shift(-5, 0)
    expect((await actorOf(invited.value))?.grants).toMatchObject([{ role: 'officer' }])
    expect(await signIn(visitor(), { email: input.email, password: PASSWORD })).toMatchObject({
      value: { landing: '/office' },
    })
    await shift(-5, -1)
    expect((await actorOf(invited.value))?.grants).toEqual([])
    expect(codeOf(await invitePerson(admin, input))).toBe('email-taken')
    expect(codeOf(await invitePerson(visitor(), invitation()))).toBe('not-signed-in')
  })

  it('grants with a scope that exists, not twice on one day, and ends', async () => {
    const invited = await invitePerson(admin, invitation())
    if (!invited.ok) throw new Error(invited.refusal.code)
    const personId = invited.value
    const zone = await db().zone.findFirstOrThrow({ orderBy: { code: 'asc' } })
    const grant = {
      personId,
      role: 'developer' as const,
      zoneCode: zone.code,
      agencyKey: null,
      divisionKey: null,
      fromDay: today(),
      untilDay: null,
    }
    expect(codeOf(await grantRole(admin, { ...grant, zoneCode: 'NO-SUCH' }))).toBe('not-a-choice')
    const once = await Promise.all([1, 2].map(() => grantRole(admin, grant)))
    expect(once.map(codeOf).sort()).toEqual(['already-used', 'ok'])
    expect((await actorOf(personId))?.grants.map((one) => [one.role, one.zoneId])).toContainEqual([
      'developer',
      zone.id,
    ])
    const grantId = once.find((one) => one.ok)
    const ended = { personId, grantId: grantId?.ok ? grantId.value : '', untilDay: addDays(today(), -1) }
    expect(codeOf(await endRole(admin, { ...ended, untilDay: addDays(today(), -2) }))).toBe('out-of-range')
    expect(codeOf(await endRole(admin, ended))).toBe('ok')
    expect(codeOf(await endRole(admin, ended))).toBe('state-forbids')
    expect((await actorOf(personId))?.grants.map((one) => one.role)).toEqual(['officer'])
    expect(codeOf(await grantRole(admin, grant))).toBe('ok')
  })

  it('closes and opens an account, never one’s own nor the last administrator’s role', async () => {
    const email = await registered()
    const { id } = await personOf(email)
    await requestPasswordReset(visitor(), { email })
    const token = await tokenMailedTo(email)
    expect(codeOf(await deactivatePerson(admin, { personId: id, reason: 'left' }))).toBe('ok')
    expect(await actorOf(id)).toBeNull()
    expect(codeOf(await signIn(visitor(), { email, password: PASSWORD }))).toBe('credentials-wrong')
    expect(codeOf(await resetPassword(visitor(), { token, password: PASSWORD }))).toBe('token-invalid')
    expect(codeOf(await deactivatePerson(admin, { personId: id, reason: 'left' }))).toBe('state-forbids')
    expect(codeOf(await reactivatePerson(admin, { personId: id, reason: 'back' }))).toBe('ok')
    expect(codeOf(await signIn(visitor(), { email, password: PASSWORD }))).toBe('ok')
    const own = admin.actor.personId ?? ''
    expect(codeOf(await deactivatePerson(admin, { personId: own, reason: 'x' }))).toBe('state-forbids')
    const grant = await db().roleGrant.findFirstOrThrow({ where: { personId: own } })
    expect(codeOf(await endRole(admin, { personId: own, grantId: grant.id, untilDay: today() }))).toBe('state-forbids')
  })

  it('mails the language of the page the person registered on', async () => {
    const input = anOrganization()
    await registerOrganization({ ...visitor(), actor: { ...VISITOR, lang: 'zh' } }, input)
    expect(await mailsTo(input.email)).toMatchObject([{ lang: 'zh', subject: '请确认电子邮箱' }])
  })
})
