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
 * Holds the delegation a decision is signed by until the decision is written: whoever ends it waits, and one that was
 * ended meanwhile refuses `not-delegated`.
 */
export async function lockSigning(t: Transaction, delegation: Delegation | null): Promise<Verdict<true>> {
  if (delegation === null) return ok(true)
  const rows = await t.db.$queryRaw<unknown[]>`
    SELECT id FROM "SigningDelegation" WHERE id = ${delegation.id}::uuid
      AND "fromDay" <= ${t.today}::date AND "untilDay" >= ${t.today}::date
      AND ("revokedFrom" IS NULL OR "revokedFrom" > ${t.today}::date) FOR SHARE`
  return rows.length === 1 ? ok(true) : refuse('not-delegated')
}

/** What the record says of whose name a decision was signed in; nothing of the director's own. */
export const signedBy = (delegation: Delegation | null) =>
  delegation && {
    delegationId: delegation.id,
    signingForm: delegation.form,
    signingPaper: delegation.paperNumber,
    signingPaperDay: delegation.paperDay,
  }
