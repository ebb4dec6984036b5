import { type InterestDraft, readDraft } from './draft'
import { INTEREST_FORM_VERSION } from './form'

/** A kept form of any edition, by the names its own edition had. */
export type KeptForm = Readonly<Record<string, unknown>>

/** What a new edition of the form means for a draft of the one before. */
export interface Edition {
  edition: number
  /** What the edition asks and the one before did not. */
  asks: readonly string[]
  /** The same answers by the names and units of this edition; what is no longer asked is left out. */
  carry(kept: KeptForm): KeptForm
}

/** Every edition after the first, oldest first. Each has a sentence in `locales/<lang>/draft.json`. */
export const EDITIONS = [
  { edition: 2, asks: ['environmentGroup'], carry: (kept) => ({ ...kept, environmentGroup: null }) },
] as const satisfies readonly Edition[]

export type EditionNumber = (typeof EDITIONS)[number]['edition']

/** A draft as the form of today reads it, and which editions came since it was kept. */
export interface Reconciled<N = number> {
  draft: InterestDraft
  since: { edition: N; asks: readonly string[] }[]
}

/** Carries a kept form from its edition through every later one, each once and in order. */
export function carryForm(kept: KeptForm, from: number, editions: readonly Edition[]): KeptForm {
  return editions.filter(({ edition }) => edition > from).reduce((form, { carry }) => carry(form), kept)
}

/**
 * A draft kept in edition `from`, as one of today: answers carried over, new questions unanswered, and the editions
 * the person has not seen. Of the same edition nothing changes.
 */
export function reconcileDraft(kept: KeptForm, from: number): Reconciled<EditionNumber> {
  const later = EDITIONS.filter(({ edition }) => edition > from)
  return {
    draft: readDraft(carryForm(kept, from, EDITIONS) as Partial<InterestDraft>),
    since: later.map(({ edition, asks }) => ({ edition, asks })),
  }
}

/** Whether a draft was kept in an edition that is no longer the form: it is looked at again before it is sent. */
export const isOlderEdition = (edition: number): boolean => edition < INTEREST_FORM_VERSION
