import { ok, refuse, type Verdict } from '../verdict'
import type { Words } from './letter'
import type { CaseState } from './state'

/** What is asked for: a paper, something put right, an explanation. */
export const SUPPLEMENT_TYPES = ['document', 'correction', 'explanation'] as const
export type SupplementType = (typeof SUPPLEMENT_TYPES)[number]

export interface SupplementItem {
  type: SupplementType
  what: string
  why: string | null
  /** What it is about: a paper of the dossier (INV-00.1) or an item asked before (`<request>.2`); null: something else. */
  about: string | null
  /** Why it is asked for although it was accepted. */
  again: string | null
}

/** Something that was accepted: a paper intake found present or not needed, an item the applicant has answered. */
export interface Accepted {
  key: string
  what: Words
}

/** The stages of a case in each of which one request is made. */
export const SUPPLEMENT_STAGES = ['in_check', 'in_assessment'] as const satisfies readonly CaseState[]

export interface SupplementFacts {
  /** Requests sent in the present stage. */
  sentInStage: number
  /** A request waits for its countersignature. */
  proposed: boolean
  accepted: readonly Accepted[]
}

const folded = (text: string): string => text.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim()

/** What an item asks for again: what it says it is about, or what was asked before in the same words. */
export const acceptedBefore = (item: SupplementItem, accepted: readonly Accepted[]): Accepted | null =>
  accepted.find(
    ({ key, what }) => key === item.about || (typeof what === 'string' && folded(what) === folded(item.what)),
  ) ?? null

/**
 * How a request leaves the house: the one of its stage at once, a second only with a reason and the head's
 * countersignature (Decree 118/2025: asked once, complete). Refuses `countersign-waits` while one waits for it,
 * `required` for `secondReason`, `asked-again` at `again<n>` for the first item that was accepted and does not say why
 * it is asked for again.
 */
export function howToAsk(
  facts: SupplementFacts,
  asked: { items: readonly SupplementItem[]; secondReason: string | null },
): Verdict<'at_once' | 'countersigned'> {
  if (facts.proposed) return refuse('countersign-waits')
  for (const [index, item] of asked.items.entries()) {
    const before = acceptedBefore(item, facts.accepted)
    if (before && !item.again) {
      const what = typeof before.what === 'string' ? before.what : before.what.vi
      return refuse('asked-again', { what }, `again${index + 1}`)
    }
  }
  if (facts.sentInStage === 0) return ok('at_once')
  return asked.secondReason ? ok('countersigned') : refuse('required', undefined, 'secondReason')
}
