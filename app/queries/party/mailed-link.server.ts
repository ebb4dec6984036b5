import type { GrantedRole } from '~/domain/party/permission'
import { type Day, toDay } from '~/domain/time/day'
import { db } from '~/infra/db.server'
import { hashToken } from '~/infra/session.server'

export interface MailedLink {
  email: string
  fullName: string
  roles: { role: GrantedRole; fromDay: Day; untilDay: Day | null }[]
}

/** Whose link it is while it may be used, null otherwise. Reading uses nothing up. */
export async function mailedLink(
  token: string,
  purpose: 'confirm_email' | 'reset_password' | 'invitation',
  now: Date,
): Promise<MailedLink | null> {
  const row = await db().oneTimeToken.findFirst({
    where: {
      tokenHash: hashToken(token),
      purpose,
      usedAt: null,
      expiresAt: { gt: now },
      person: { deactivatedAt: null },
    },
    include: { person: { include: { roleGrants: { orderBy: { fromDay: 'asc' } } } } },
  })
  if (!row) return null
  return {
    email: row.person.email,
    fullName: row.person.fullName,
    roles: row.person.roleGrants.map((grant) => ({
      role: grant.role as GrantedRole,
      fromDay: toDay(grant.fromDay),
      untilDay: grant.untilDay && toDay(grant.untilDay),
    })),
  }
}
