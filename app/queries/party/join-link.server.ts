import type { MemberRole } from '~/domain/party/permission'
import { type Day, dayInVietnam, toDay } from '~/domain/time/day'
import { db } from '~/infra/db.server'
import { hashToken } from '~/infra/session.server'
import type { Ctx } from '~/infra/transact.server'

export interface JoinLink {
  organization: string
  email: string
  invitedBy: string
  role: MemberRole
  fromDay: Day | null
  untilDay: Day | null
  scope: string | null
  /** How it can be taken: with the account that is signed in, after signing in, with a new one, or not by this one. */
  by: 'own_account' | 'sign_in' | 'new_account' | 'another_account'
}

/** What an invitation's link asks, while it may be taken; null otherwise. Reading uses nothing up. */
export async function joinLink(ctx: Ctx, token: string): Promise<JoinLink | null> {
  const row = await db().memberInvitation.findFirst({
    where: { tokenHash: hashToken(token), acceptedAt: null, withdrawnAt: null, expiresAt: { gt: ctx.now } },
    include: { organization: { select: { name: true } }, invitedBy: { select: { fullName: true } } },
  })
  if (!row) return null
  const untilDay = row.untilDay && toDay(row.untilDay)
  if (untilDay && untilDay < dayInVietnam(ctx.now)) return null
  const known = await db().person.findUnique({ where: { email: row.email }, select: { id: true } })
  const { personId } = ctx.actor
  const signedIn = personId === null ? 'sign_in' : personId === known?.id ? 'own_account' : 'another_account'
  return {
    organization: row.organization.name,
    email: row.email,
    invitedBy: row.invitedBy.fullName,
    role: row.role as MemberRole,
    fromDay: row.fromDay && toDay(row.fromDay),
    untilDay,
    scope: row.mandateScope,
    by: !known && personId === null ? 'new_account' : signedIn,
  }
}
