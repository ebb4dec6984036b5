import { fold } from '../land/search'

/** What the inbox's search reads of a case, folded: as it was submitted, with later names of the organisation. */
export const caseSearchText = (about: {
  number: string
  organization: string
  zone: { code: string; name: string }
  plots: readonly string[]
}): string =>
  fold([about.number, about.organization, about.zone.code, about.zone.name, ...[...about.plots].sort()].join(' '))

/** The words a search asks for: each must stand in the text. */
export const searchWords = (query: string): string[] => fold(query).split(' ').filter(Boolean)
