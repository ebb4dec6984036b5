import { type ProcedureVersion, versionOn } from '../procedure/version'
import type { Text } from '../text'
import type { Day } from '../time/day'
import { ok, refuse, type Verdict } from '../verdict'

/** The procedure an expression of interest is checked by: agreement in principle on plot, area and price. */
const PROCEDURE = 'INV-00'

/** `not_needed`: the office has it already, or the case does not call for it; said why. */
export const PAPER_ANSWERS = ['present', 'missing', 'not_needed'] as const
export type PaperAnswer = (typeof PAPER_ANSWERS)[number]

export interface Paper {
  /** Version and place in its list: INV-00.1 */
  key: string
  text: Text
  required: boolean
}

export interface Dossier {
  /** The version of the procedure, INV-00 or INV-00@2027. */
  version: string
  papers: Paper[]
}

/** One answer to one line of a checklist. */
export interface Answered<A extends string, K extends string = string> {
  key: K
  answer: A
  note: string | null
}

/** What a dossier consists of on a day. Refuses `procedure-not-published` where no version is in force. */
export function dossierOn(versions: readonly ProcedureVersion[], day: Day): Verdict<Dossier> {
  const version = versionOn(versions, PROCEDURE, day)
  if (!version.ok) return version
  const { code, dossier } = version.value
  return ok({ version: code, papers: dossier.map((paper, index) => ({ key: `${code}.${index + 1}`, ...paper })) })
}

/** The line a refusal is about, as its field on the form: `answer3`, `note3`. */
const lineOf = (keys: readonly string[], key: string, part: 'answer' | 'note'): string =>
  `${part}${keys.indexOf(key) + 1}`

/**
 * Whether every line has one answer, and those that need it a reason. Refuses `not-a-choice` for a line that is not
 * of this list or answered twice, `checklist-open` with how many at the first line without an answer, `required` at the note of one
 * that says nothing.
 */
export function completeAnswers<A extends string>(
  keys: readonly string[],
  answers: readonly Answered<A>[],
  needsNote: (answer: A) => boolean,
): Verdict<true> {
  const known = acceptable(keys, answers)
  if (!known.ok) return known
  const open = keys.filter((key) => !answers.some((one) => one.key === key)).length
  for (const key of keys) {
    const given = answers.find((one) => one.key === key)
    if (!given) return refuse('checklist-open', { count: open }, lineOf(keys, key, 'answer'))
    if (needsNote(given.answer) && !given.note) return refuse('required', undefined, lineOf(keys, key, 'note'))
  }
  return ok(true)
}

/** Answers to lines of this list, each at most once, whether or not all are answered. Refuses `not-a-choice`. */
export function acceptable(keys: readonly string[], answers: readonly Answered<string>[]): Verdict<true> {
  const known = answers.every(({ key }) => keys.includes(key))
  return known && new Set(answers.map(({ key }) => key)).size === answers.length ? ok(true) : refuse('not-a-choice')
}

const paperNeedsNote = (answer: PaperAnswer) => answer === 'not_needed'

/** The papers that were found missing, with what was written of each. */
export const missingPapers = (dossier: Dossier, answers: readonly Answered<PaperAnswer>[]) =>
  dossier.papers.flatMap((paper) => {
    const found = answers.find(({ key, answer }) => key === paper.key && answer === 'missing')
    return found ? [{ ...paper, note: found.note }] : []
  })

/** The papers that were found there, as the procedure calls them. */
export const presentPapers = (dossier: Dossier, answers: readonly Answered<PaperAnswer>[]) =>
  dossier.papers.filter((paper) => answers.some(({ key, answer }) => key === paper.key && answer === 'present'))

/**
 * Whether intake may receive: every paper is looked at, none that is required is missing, and one that is not needed
 * says why (Decree 118/2025: the clock starts with a complete dossier, and nothing beyond the list may be asked).
 * Refuses `dossier-incomplete` at the first missing paper, and as `completeAnswers` does.
 */
export function mayReceive(dossier: Dossier, answers: readonly Answered<PaperAnswer>[]): Verdict<true> {
  const keys = dossier.papers.map(({ key }) => key)
  const complete = completeAnswers(keys, answers, paperNeedsNote)
  if (!complete.ok) return complete
  const missing = missingPapers(dossier, answers).filter(({ required }) => required)
  const [first] = missing
  if (!first) return ok(true)
  return refuse('dossier-incomplete', { count: missing.length }, lineOf(keys, first.key, 'answer'))
}

/**
 * Whether a dossier may go back with this checklist: as incomplete only when every paper was looked at and one is
 * missing. Refuses `nothing-missing` for the reason, and as `completeAnswers` does.
 */
export function mayReturn(
  dossier: Dossier,
  answers: readonly Answered<PaperAnswer>[],
  incomplete: boolean,
): Verdict<true> {
  const keys = dossier.papers.map(({ key }) => key)
  if (!incomplete) return acceptable(keys, answers)
  const complete = completeAnswers(keys, answers, paperNeedsNote)
  if (!complete.ok) return complete
  return missingPapers(dossier, answers).length > 0 ? ok(true) : refuse('nothing-missing', undefined, 'reason')
}

/** What the officer judges before assessment begins. */
export const TRIAGE = {
  eligibility: ['party', 'market', 'sector', 'plot', 'utilities'],
  screening: ['environment', 'technology'],
  risk: ['finance', 'speculation', 'border'],
  alignment: ['priority', 'value', 'labour'],
} as const
export type TriageGroup = keyof typeof TRIAGE
export type TriageKey = (typeof TRIAGE)[TriageGroup][number]
export const TRIAGE_GROUPS = Object.keys(TRIAGE) as TriageGroup[]
export const TRIAGE_KEYS: readonly TriageKey[] = Object.values(TRIAGE).flat()

export const TRIAGE_ANSWERS = ['met', 'not_met', 'not_applicable'] as const
export type TriageAnswer = (typeof TRIAGE_ANSWERS)[number]

/**
 * Whether the check may be passed: every line is answered, and whatever is not simply met says why. What is not met
 * does not stop the check; the recommendation quotes it. Refuses as `completeAnswers` does.
 */
export const mayPassCheck = (answers: readonly Answered<TriageAnswer>[]): Verdict<true> =>
  completeAnswers(TRIAGE_KEYS, answers, (answer) => answer !== 'met')
