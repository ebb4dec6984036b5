const MARKS = /[\u0300-\u036f]/g
/** Codes, mostly: nothing to take marks from, which is what takes time. */
const PLAIN = /^[ -~]*$/
const oneSpaced = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()

/** A text as it is searched: no Vietnamese marks (`đ` = `d`), lower case, single spaces. */
export const fold = (text: string): string =>
  oneSpaced(PLAIN.test(text) ? text : text.normalize('NFD').replace(MARKS, '').replace(/[đĐ]/g, 'd'))

const tidy = (text: string): string => oneSpaced(text.normalize('NFC'))

const holdsEvery = (haystack: string, words: string): boolean =>
  words.split(' ').every((word) => haystack.includes(word))

/** Whether every word of a query stands in a folded text; an empty query matches everything. */
export const matches = (haystackFolded: string, query: string): boolean => holdsEvery(haystackFolded, fold(query))

/**
 * How well keywords (names, codes, former communes and districts) answer a query: 0 the marks agree too,
 * 1 only without marks, null not at all. Lower is better, so exact marks come first.
 */
export const rankOf = (keywords: readonly string[], query: string): 0 | 1 | null => {
  const text = keywords.join(' ')
  if (holdsEvery(tidy(text), tidy(query))) return 0
  return matches(fold(text), query) ? 1 : null
}

/** As `rankOf`, but the words stand one after the other within one keyword. */
export const rankOfPhrase = (keywords: readonly string[], query: string): 0 | 1 | null => {
  if (keywords.some((keyword) => tidy(keyword).includes(tidy(query)))) return 0
  return keywords.some((keyword) => fold(keyword).includes(fold(query))) ? 1 : null
}

/** The things whose keywords answer a query, exact marks first, otherwise in the order given. */
export const search = <T>(things: readonly T[], keywordsOf: (thing: T) => readonly string[], query: string): T[] => {
  const exact: T[] = []
  const loose: T[] = []
  for (const thing of things) {
    const rank = rankOf(keywordsOf(thing), query)
    if (rank === 0) exact.push(thing)
    else if (rank === 1) loose.push(thing)
  }
  return [...exact, ...loose]
}
