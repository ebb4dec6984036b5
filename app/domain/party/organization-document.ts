import type { Day } from '../time/day'
import { ok, refuse, type Verdict } from '../verdict'

/** A document an organisation keeps once. */
export interface KeptDocument {
  fileName: string
  kind: string
  /** The last day it holds; null: without end, or not said. */
  validUntil: Day | null
  retired: boolean
  /** A newer version stands in its place. */
  followed: boolean
}

/** Whether a document holds on a day: its last day is still in it. */
export const holdsOn = (validUntil: Day | null, day: Day): boolean => validUntil === null || validUntil >= day

/**
 * Whether a document may be used in an interest on a day. Refuses `not-a-choice` for a mandate, which goes with its
 * agent, and for one that was put away or has a newer version; `document-expired` with its name, at `document`.
 */
export function canUse(document: KeptDocument, today: Day): Verdict<true> {
  if (document.kind === 'mandate' || document.retired || document.followed)
    return refuse('not-a-choice', undefined, 'document')
  return holdsOn(document.validUntil, today)
    ? ok(true)
    : refuse('document-expired', { file: document.fileName }, 'document')
}
