import { mail } from '~/documents/notice/mail'
import { dayToDate } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { evenTime } from '~/infra/even-time.server'
import { hashPassword } from '~/infra/session.server'
import { type Ctx, type Transaction, transact } from '~/infra/transact.server'
import { langOf, linkTo, mailLink, tell } from './one-time-token.server'

interface Registration {
  fullName: string
  email: string
  phone: string | null
  password: string
  name: string
  address: string | null
}
export type RegisterOrganization = Registration &
  ({ kind: 'vietnamese'; taxCode: string } | { kind: 'foreign'; country: string; registrationNumber: string })

const DAY_MS = 24 * 3_600_000

/**
 * Registers an organisation with its owner's account and mails the link that confirms the address. Where the address
 * has an account, its owner is told by mail and nothing else happens: the answer is the same. Refuses `already-used`
 * for a tax code or registration number that is taken.
 */
export const registerOrganization = (ctx: Ctx, input: RegisterOrganization): Promise<Verdict<true>> =>
  evenTime(register(ctx, input))

async function register(ctx: Ctx, input: RegisterOrganization): Promise<Verdict<true>> {
  const passwordHash = await hashPassword(input.password)
  const once = () => transact(ctx, (t) => write(t, input, passwordHash))
  const verdict = await once()
  // Somebody registered the same address meanwhile: now it is found.
  return !verdict.ok && verdict.refusal.code === 'email-taken' ? once() : verdict
}

async function write(t: Transaction, input: RegisterOrganization, passwordHash: string): Promise<Verdict<true>> {
  const key =
    input.kind === 'vietnamese'
      ? { taxCode: input.taxCode }
      : { country: input.country, registrationNumber: input.registrationNumber }
  await dropAbandoned(t, key)
  if (await t.db.organization.findFirst({ where: key })) {
    return refuse('already-used', undefined, input.kind === 'vietnamese' ? 'taxCode' : 'registrationNumber')
  }
  const known = await t.db.person.findUnique({ where: { email: input.email } })
  if (known) {
    const lang = langOf(known)
    const addressed = { name: known.fullName, link: linkTo(lang, 'sign-in') }
    await tell(t, known, 'already_registered', mail('already_registered', addressed, lang))
    return ok(true)
  }
  const person = await t.db.person.create({
    data: {
      email: input.email,
      fullName: input.fullName,
      phone: input.phone,
      lang: t.actor.lang,
      passwordHash,
      createdAt: t.now,
    },
  })
  const organization = await t.db.organization.create({
    data: {
      kind: input.kind,
      name: input.name,
      address: input.address,
      country: 'VN',
      ...key,
      createdAt: t.now,
      members: { create: { personId: person.id, role: 'owner', fromDay: dayToDate(t.today), createdAt: t.now } },
    },
  })
  await t.audit({
    act: 'party.register_organization',
    subject: { kind: 'organization', id: organization.id },
    detail: { personId: person.id, kind: input.kind, name: input.name, ...key, consent: true },
  })
  await mailLink(t, person, 'confirm_email')
  return ok(true)
}

/** A registration nobody confirmed within a day does not keep its number from whom it belongs to. */
async function dropAbandoned(
  t: Transaction,
  key: { taxCode: string } | { country: string; registrationNumber: string },
) {
  const organization = await t.db.organization.findFirst({
    where: {
      ...key,
      createdAt: { lt: new Date(t.now.getTime() - DAY_MS) },
      interests: { none: {} },
      cases: { none: {} },
      developedZones: { none: {} },
      members: { some: {}, every: { person: { emailConfirmedAt: null, roleGrants: { none: {} } } } },
    },
    include: { members: true },
  })
  if (!organization) return
  const personIds = organization.members.map((member) => member.personId)
  await t.db.membership.deleteMany({ where: { organizationId: organization.id } })
  await t.db.organization.delete({ where: { id: organization.id } })
  await t.db.person.deleteMany({ where: { id: { in: personIds }, memberships: { none: {} } } })
  await t.audit({
    act: 'party.drop_unconfirmed',
    subject: { kind: 'organization', id: organization.id },
    detail: { name: organization.name, personIds },
  })
}
