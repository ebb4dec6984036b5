import { type MemberRole, may } from '~/domain/party/permission'
import { periodState } from '~/domain/party/role-grant'
import { type Day, dayInVietnam, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { idKey } from '~/infra/key-page.server'
import type { Ctx } from '~/infra/transact.server'

export interface MemberRow {
  id: string
  personId: string
  fullName: string
  email: string
  role: MemberRole
  fromDay: Day
  untilDay: Day | null
  state: 'coming' | 'in_force' | 'ended'
  closed: boolean
  /** An agent's: what the mandate is for, and its paper for those who may read it. */
  mandate: { scope: string; documentId: string | null } | null
  own: boolean
}

export interface InvitationRow {
  id: string
  email: string
  role: MemberRole
  untilDay: Day | null
  invitedBy: string
  expiresAt: string
  expired: boolean
}

/** An organisation for those who belong to it: members of today, of before and to come, open invitations for owners. */
export async function organizationPage(ctx: Ctx, id: string) {
  const organizationId = idKey(id)
  if (!organizationId) return refuse('not-found')
  const allowed = may(ctx.actor, 'organization.read', { organizationId })
  if (!allowed.ok) return allowed.refusal.code === 'not-allowed' ? refuse('not-found') : allowed
  const manages = may(ctx.actor, 'organization.manage', { organizationId }).ok
  const [organization, members, invitations] = await Promise.all([
    db().organization.findUniqueOrThrow({ where: { id: organizationId } }),
    db().membership.findMany({
      where: { organizationId },
      include: { person: { select: { fullName: true, email: true, deactivatedAt: true } } },
      orderBy: [{ fromDay: 'asc' }, { createdAt: 'asc' }],
    }),
    manages
      ? db().memberInvitation.findMany({
          where: { organizationId, acceptedAt: null, withdrawnAt: null },
          include: { invitedBy: { select: { fullName: true } } },
          orderBy: { createdAt: 'desc' },
        })
      : [],
  ])
  const today = dayInVietnam(ctx.now)
  return ok({
    id: organization.id,
    name: organization.name,
    version: organization.version,
    registration: organization.taxCode ?? organization.registrationNumber,
    address: organization.address,
    illustrative: organization.illustrative,
    manages,
    ownMandate: ctx.actor.organizations.find((one) => one.id === organizationId)?.mandate ?? null,
    members: members.map((row): MemberRow => {
      const period = { fromDay: toDay(row.fromDay), untilDay: row.untilDay && toDay(row.untilDay) }
      const own = row.personId === ctx.actor.personId
      return {
        id: row.id,
        personId: row.personId,
        fullName: row.person.fullName,
        email: row.person.email,
        role: row.role as MemberRole,
        ...period,
        state: periodState(period, today),
        closed: row.person.deactivatedAt !== null,
        mandate:
          row.mandateScope === null
            ? null
            : { scope: row.mandateScope, documentId: manages || own ? row.mandateDocumentId : null },
        own,
      }
    }),
    invitations: invitations.map(
      (row): InvitationRow => ({
        id: row.id,
        email: row.email,
        role: row.role as MemberRole,
        untilDay: row.untilDay && toDay(row.untilDay),
        invitedBy: row.invitedBy.fullName,
        expiresAt: row.expiresAt.toISOString(),
        expired: row.expiresAt <= ctx.now,
      }),
    ),
  }) satisfies Verdict<unknown>
}

/** One member of an organisation. Refuses `not-found`, `not-allowed` for those who may neither manage nor leave. */
export async function memberPage(ctx: Ctx, organizationId: string, membershipId: string) {
  const page = await organizationPage(ctx, organizationId)
  if (!page.ok) return page
  const member = page.value.members.find(({ id }) => id === membershipId)
  if (!member) return refuse('not-found')
  if (!page.value.manages && !member.own) return refuse('not-allowed')
  const { id, name, manages } = page.value
  return ok({ organization: { id, name }, manages, member })
}
