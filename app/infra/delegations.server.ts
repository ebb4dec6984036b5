import type { Delegation, SignedOutcome, SigningForm } from '~/domain/party/delegation'
import { toDay } from '~/domain/time/day'
import { inForceOn } from './in-force.server'
import type { Prisma, SigningDelegation } from './prisma/client'

/** Roles that are held on a day, which stands at midnight UTC. */
/** The persons who sign in their own name on a day: nobody signs for a director who is one no more. */
export const signsOn = (day: Date) =>
  ({
    deactivatedAt: null,
    roleGrants: { some: { role: 'director', ...inForceOn(day) } },
  }) satisfies Prisma.PersonWhereInput

/** The delegations that hold on a day. */
export const delegationsOn = (day: Date) =>
  ({
    fromDay: { lte: day },
    untilDay: { gte: day },
    OR: [{ revokedFrom: null }, { revokedFrom: { gt: day } }],
    grantedBy: signsOn(day),
  }) satisfies Prisma.SigningDelegationWhereInput

/** A row as the domain's delegation. */
export const delegationOf = (row: SigningDelegation): Delegation => ({
  id: row.id,
  form: row.form as SigningForm,
  outcomes: row.outcomes as SignedOutcome[],
  zoneId: row.zoneId,
  fromDay: toDay(row.fromDay),
  untilDay: toDay(row.untilDay),
  revokedFrom: row.revokedFrom && toDay(row.revokedFrom),
  paperNumber: row.paperNumber,
  paperDay: toDay(row.paperDay),
  grantedById: row.grantedById,
})
