import { coversDecision, type Delegation, type SignedOutcome, type SigningForm } from '../party/delegation'
import type { SIGNER_TITLES } from '../party/office'
import { type Actor, hasRole, may, type Thing } from '../party/permission'
import type { Text } from '../text'
import type { Day } from '../time/day'
import { ok, refuse, type Verdict } from '../verdict'

/**
 * In whose name somebody decides a case: a director in their own (null), another by the delegation that covers outcome,
 * zone and day. Refuses as `may` does (`proposer-signs`, `reviewer-signs`, `signed-first`), and `not-delegated` where
 * somebody signs for the director, but not this.
 */
export function signingAs(
  actor: Actor,
  decision: { outcome: SignedOutcome; thing: Thing },
  today: Day,
): Verdict<Delegation | null> {
  const { outcome, thing } = decision
  const allowed = may(actor, 'case.decide', thing)
  if (!allowed.ok) return allowed
  if (hasRole(actor, 'director')) return ok(null)
  const delegation = actor.delegations?.find(
    (one) =>
      coversDecision(one, { outcome, zoneId: thing.zoneId ?? null }, today) &&
      one.grantedById !== thing.signedFirstById,
  )
  return delegation ? ok(delegation) : refuse('not-delegated')
}

/** How a signature says whose authority it has: by a paper of the director, or by the director's order (TL.). */
type SignatureForm = SigningForm | 'TL'

/** In whose capacity a letter is signed, and how it says that the signer takes the director's place. */
export interface Signature {
  signer: keyof typeof SIGNER_TITLES
  form?: SignatureForm
}

/**
 * How the head of a division signs what is no decision: stop notices, apologies, countersigned requests. A unit signs for
 * the agency only by order of its head (thừa lệnh, TL.: Decree 30/2020/NĐ-CP, Art. 13(4)), as the office's working
 * rules say; no paper of its own is asked for each.
 */
const BY_ORDER = { signer: 'head', form: 'TL' } as const satisfies Signature

/**
 * How somebody signs a letter that is no decision: an officer, or whoever stands in for one, as the officer handling the
 * case; the head of a division by order; a deputy director, known by a delegation to sign in the director's place, so.
 */
export function letterSignature(actor: Actor): Signature {
  if (!hasRole(actor, 'head')) return { signer: 'officer' }
  return actor.delegations?.some(({ form }) => form === 'KT') ? { signer: 'deputy', form: 'KT' } : BY_ORDER
}

/** How a decision is signed: by the director, by the director's deputy, or by a head of a division. */
export const signatureOf = (delegation: Delegation | null): Signature =>
  delegation === null
    ? { signer: 'director' }
    : { signer: delegation.form === 'KT' ? 'deputy' : 'head', form: delegation.form }

/** What stands above the signer's own title on a letter: whose place is taken, and how. */
export interface SignedFor {
  form: SignatureForm
  of: Text
}
