import { mailsTo } from '~/documents/notice/mails-to'
import { joins } from '~/domain/party/membership'
import { checkPassword } from '~/domain/party/password'
import type { MemberRole } from '~/domain/party/permission'
import { dayToDate, laterOf, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { baseUrl } from '~/infra/env.server'
import type { MemberInvitation } from '~/infra/prisma/client'
import { hashPassword, hashToken } from '~/infra/session.server'
import { type Ctx, type Transaction, transact } from '~/infra/transact.server'
import { lockedMembers } from './membership-rows.server'

interface Joining {
  token: string
  /** For an address without an account: the link proves the address. */
  account: { fullName: string; password: string } | null
}

/**
 * Takes an invitation to an organisation, once, with the account of the invited address: the one signed in, or a new
 * one. Gives who joined what. Refuses `token-invalid` for a link that is unknown, used, withdrawn or past its day or its
 * mandate's; `not-signed-in` where the address has an account; `invited-another` for another account; `already-member`;
 * `password-weak`.
 */
export async function joinOrganization(
  ctx: Ctx,
  { token, account }: Joining,
): Promise<Verdict<{ personId: string; organizationId: string }>> {
  const passwordHash = account && (await hashPassword(account.password))
  return transact(ctx, async (t) => {
    const tokenHash = hashToken(token)
    const invitation = await t.db.memberInvitation.findUnique({ where: { tokenHash } })
    if (!invitation || (invitation.untilDay && toDay(invitation.untilDay) < t.today)) return refuse('token-invalid')
    const used = await t.db.memberInvitation.updateMany({
      where: { tokenHash, acceptedAt: null, withdrawnAt: null, expiresAt: { gt: t.now } },
      data: { acceptedAt: t.now },
    })
    if (used.count !== 1) return refuse('token-invalid')
    const person = await personFor(t, invitation, account, passwordHash)
    if (!person.ok) return person
    const written = await writeMembership(t, invitation, person.value)
    if (!written.ok) return written
    return ok({ personId: person.value.id, organizationId: invitation.organizationId })
  })
}

type Joiner = { id: string; fullName: string }

async function personFor(
  t: Transaction,
  invitation: MemberInvitation,
  account: Joining['account'],
  passwordHash: string | null,
): Promise<Verdict<Joiner>> {
  const { email, lang } = invitation
  const known = await t.db.person.findUnique({ where: { email } })
  if (known) {
    if (known.deactivatedAt) return refuse('token-invalid')
    if (t.actor.personId === null) return refuse('not-signed-in')
    return known.id === t.actor.personId ? ok(known) : refuse('invited-another')
  }
  if (t.actor.personId !== null) return refuse('invited-another')
  if (!account || passwordHash === null) return refuse('required', undefined, 'fullName')
  const strong = checkPassword(account.password, email)
  if (!strong.ok) return { ok: false, refusal: { ...strong.refusal, field: 'password' } }
  const { fullName } = account
  const data = { email, fullName, lang, passwordHash, emailConfirmedAt: t.now, createdAt: t.now }
  return ok(await t.db.person.create({ data }))
}

async function writeMembership(t: Transaction, invitation: MemberInvitation, person: Joiner): Promise<Verdict<true>> {
  const { organizationId, role, mandateDocumentId, mandateScope } = invitation
  const members = await lockedMembers(t, organizationId)
  const fromDay = invitation.fromDay ? laterOf(toDay(invitation.fromDay), t.today) : t.today
  const untilDay = invitation.untilDay && toDay(invitation.untilDay)
  const free = joins(members, person.id, { fromDay, untilDay })
  if (!free.ok) return free
  const membership = await t.db.membership.create({
    data: {
      personId: person.id,
      organizationId,
      role,
      fromDay: dayToDate(fromDay),
      untilDay: untilDay && dayToDate(untilDay),
      mandateDocumentId,
      mandateScope,
      createdAt: t.now,
    },
    include: { organization: { select: { name: true } } },
  })
  await t.audit({
    act: 'organization.join',
    subject: { kind: 'organization', id: organizationId },
    detail: { membershipId: membership.id, personId: person.id, fullName: person.fullName, role, fromDay, untilDay },
  })
  const owners = members.filter((one) => one.role === 'owner' && one.active && one.untilDay === null)
  const readers = await t.db.person.findMany({ where: { id: { in: owners.map(({ personId }) => personId) } } })
  const about = {
    person: person.fullName,
    organization: membership.organization.name,
    role: role as MemberRole,
    path: `/my/organization/${organizationId}`,
    baseUrl: baseUrl(),
  }
  for (const one of mailsTo(readers, 'member_joined', about)) await t.mail(one)
  return ok(true)
}
