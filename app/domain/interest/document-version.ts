import { DRAFT_DOCUMENTS_MAX } from './draft'

interface Version {
  id: string
  /** The version before it. */
  supersedesId: string | null
}

/** All versions together that one draft may carry. */
export const DRAFT_VERSIONS_MAX = 5 * DRAFT_DOCUMENTS_MAX

/**
 * Documents as their latest versions, each with the earlier ones, latest first. They stand in the order in which their
 * first versions came. A version whose earlier one is not in the list begins a line of its own.
 */
export function inVersions<D extends Version>(documents: readonly D[]): (D & { earlier: D[] })[] {
  const byId = new Map(documents.map((document) => [document.id, document]))
  const next = new Map<string, D>()
  for (const document of documents) {
    if (document.supersedesId !== null && byId.has(document.supersedesId)) next.set(document.supersedesId, document)
  }
  return documents
    .filter(({ supersedesId }) => supersedesId === null || !byId.has(supersedesId))
    .map((first) => {
      const line: D[] = [first]
      for (let later = next.get(first.id); later && line.length <= documents.length; later = next.get(later.id)) {
        line.unshift(later)
      }
      const [latest = first, ...earlier] = line
      return { ...latest, earlier }
    })
}

/** Whether a document is the latest of its versions: only that one is followed by another, or taken off a draft. */
export const isLatest = (id: string, documents: readonly Version[]): boolean =>
  documents.every(({ supersedesId }) => supersedesId !== id)
