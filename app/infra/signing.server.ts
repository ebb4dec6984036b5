import { signingAs } from '~/domain/case/signing'
import type { Delegation, SignedOutcome } from '~/domain/party/delegation'
import { dayInVietnam } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type CaseRecord, thingOf } from './case-record.server'
import type { Ctx, Transaction } from './transact.server'

/** In whose name the actor decides this case, as the record stands. */
export const signingOf = (ctx: Ctx, record: CaseRecord, outcome: SignedOutcome): Verdict<Delegation | null> =>
  signingAs(ctx.actor, { outcome, thing: thingOf(record) }, dayInVietnam(ctx.now))

/**
 * Holds the delegation a decision is signed by until the decision is written: whoever ends it, or the role of the
 * director who gave it, waits; one that was ended meanwhile, or whose giver is no director any more, refuses
 * `not-delegated`.
 */
export async function lockSigning(t: Transaction, delegation: Delegation | null): Promise<Verdict<true>> {
  if (delegation === null) return ok(true)
  const rows = await t.db.$queryRaw<unknown[]>`
    SELECT d.id FROM "SigningDelegation" d
      JOIN "Person" p ON p.id = d."grantedById" AND p."deactivatedAt" IS NULL
      JOIN "RoleGrant" g ON g."personId" = p.id AND g.role = 'director' AND g."fromDay" <= ${t.today}::date
        AND (g."untilDay" IS NULL OR g."untilDay" >= ${t.today}::date)
    WHERE d.id = ${delegation.id}::uuid
      AND d."fromDay" <= ${t.today}::date AND d."untilDay" >= ${t.today}::date
      AND (d."revokedFrom" IS NULL OR d."revokedFrom" > ${t.today}::date) FOR SHARE`
  return rows.length > 0 ? ok(true) : refuse('not-delegated')
}

/** What the record says of whose name a decision was signed in; nothing of the director's own. */
export const signedBy = (delegation: Delegation | null) =>
  delegation && {
    delegationId: delegation.id,
    signingForm: delegation.form,
    signingPaper: delegation.paperNumber,
    signingPaperDay: delegation.paperDay,
  }
