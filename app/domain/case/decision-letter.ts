import type { Condition, DecisionReason, LetterSays } from './letter'

/** A decision as it stands in the record. Days are YYYY-MM-DD, the instant ISO 8601. */
export interface DecisionFacts {
  outcome: 'approved' | 'refused'
  reason: DecisionReason | null
  text: string | null
  conditions: Condition[]
  submittedAt: string
  decidedDay: string
  heldThroughDay: string | null
  /** On a private developer's land. */
  developerOfferRequired: boolean
  developer: string | null
}

export type DecisionLetter =
  | { kind: 'decision_approval'; says: LetterSays<'decision_approval'> }
  | { kind: 'decision_refusal'; says: LetterSays<'decision_refusal'> }

/** The letter of a decision: its kind follows from the outcome, and it says what the record says and nothing else. */
export function decisionLetter(decision: DecisionFacts): DecisionLetter {
  const { submittedAt, decidedDay } = decision
  if (decision.outcome === 'refused') {
    const reason = { code: decision.reason ?? 'other', text: decision.text }
    return { kind: 'decision_refusal', says: { submittedAt, decidedDay, reason } }
  }
  const { conditions, heldThroughDay, developerOfferRequired, developer } = decision
  return {
    kind: 'decision_approval',
    says: { submittedAt, decidedDay, heldThroughDay, developerOfferRequired, developer, conditions },
  }
}
