import type { Delegation, SignedOutcome, SigningForm } from '~/domain/party/delegation'
import { toDay } from '~/domain/time/day'
import type { Prisma, SigningDelegation } from './prisma/client'

/** The delegations that hold on a day, which stands at midnight UTC. */
export const delegationsOn = (day: Date) =>
  ({
    fromDay: { lte: day },
    untilDay: { gte: day },
    OR: [{ revokedFrom: null }, { revokedFrom: { gt: day } }],
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
