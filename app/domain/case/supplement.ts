import { isLatest } from '../interest/document-version'
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
  /**
   * What it is about: a paper of the dossier (INV-00.1), an item asked before (`<request>.2`), a document of the case
   * (`document.<id>`); null: something else.
   */
  about: string | null
  /** Why it is asked for although it was accepted. */
  again: string | null
}

/**
 * Something that was accepted: a paper intake found present or not needed, a document of a dossier that was received, an
 * item the applicant has answered with what was handed in for it.
 */
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

/** The key of an item of a request, by its place from 1. */
export const itemKey = (requestId: string, item: number): string => `${requestId}.${item}`

const DOCUMENT = 'document.'
export const documentKey = (id: string): string => `${DOCUMENT}${id}`

/** The document an item asks to be replaced, by its id: the one it is about, or what was handed in for the item it is about. */
export function askedToReplace(
  item: Pick<SupplementItem, 'about'>,
  documents: readonly { id: string; answers: string | null }[],
): string | null {
  const { about } = item
  if (about === null) return null
  const found = about.startsWith(DOCUMENT)
    ? documents.find(({ id }) => documentKey(id) === about)
    : documents.findLast(({ answers }) => answers === about)
  return found?.id ?? null
}

/** What is handed in for an item: how many files, and of which document one of them is the new version. */
export interface HandedIn {
  item: number
  files: number
  replaces: string | null
}

/**
 * Whether files may stand for what they are said to be: the new version of a document is one file, of a document of this
 * case, after its latest version, and of one item alone. Refuses `not-a-choice`, `replaced-twice` at `replaces<n>`,
 * `file-missing`, `one-file` at `file<n>`.
 */
export function checkHandedIn(
  handed: readonly HandedIn[],
  documents: readonly { id: string; supersedesId: string | null }[],
): Verdict<true> {
  const replaced = new Set<string>()
  for (const { item, files, replaces } of handed) {
    if (replaces === null) continue
    const isCurrent = documents.some(({ id }) => id === replaces) && isLatest(replaces, documents)
    if (!isCurrent) return refuse('not-a-choice', undefined, `replaces${item}`)
    if (replaced.has(replaces)) return refuse('replaced-twice', undefined, `replaces${item}`)
    replaced.add(replaces)
    if (files === 0) return refuse('file-missing', undefined, `file${item}`)
    if (files > 1) return refuse('one-file', undefined, `file${item}`)
  }
  return ok(true)
}
