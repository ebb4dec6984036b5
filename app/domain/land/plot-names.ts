import { addBits, type BitSet, bitsWhere, countBits, emptyBits, keepBits, setBit } from './bit-set'
import type { CatalogueSnapshot } from './catalogue'
import { fold } from './search'
import { zoneSearch } from './zone-search'

const EXACT = 2
const LOOSE = 1

interface Named {
  named: BitSet
  /** Those of them whose zone answers to the mark. */
  exact: BitSet
}

/** The plots that answer words. Each zone is asked once; a plot adds its code for the words its zone does not have. */
export function namedPlots(snapshot: CatalogueSnapshot, query: string): Named {
  const { zones, columns } = snapshot
  const words = fold(query).split(' ').filter(Boolean)
  const search = zoneSearch(snapshot, query)
  const answers = new Uint8Array(zones.length)
  const missing = new Map<string, { words: string[]; zones: Set<number> }>()
  for (const [of, zone] of zones.entries()) {
    const rank = search.rank(zone)
    if (rank !== null) {
      answers[of] = rank === 0 ? EXACT : LOOSE
      continue
    }
    const text = search.isPlace ? '' : fold(zone.keywords.join(' '))
    const wanted = words.filter((word) => !text.includes(word))
    const same = missing.get(wanted.join(' ')) ?? { words: wanted, zones: new Set() }
    same.zones.add(of)
    missing.set(wanted.join(' '), same)
  }
  const size = columns.zone.length
  const named = bitsWhere(size, (place) => (answers[columns.zone[place] as number] as number) > 0)
  const exact = bitsWhere(size, (place) => answers[columns.zone[place] as number] === EXACT)
  const found = new Map<string, BitSet>()
  for (const group of missing.values()) {
    const bits = bitsWhere(size, (place) => group.zones.has(columns.zone[place] as number))
    for (const word of group.words.toSorted((one, other) => other.length - one.length)) {
      if (countBits(bits) === 0) break
      const withWord = found.get(word) ?? plotsWith(snapshot, word)
      found.set(word, withWord)
      keepBits(bits, withWord)
    }
    addBits(named, bits)
  }
  return { named, exact }
}

/** The plots in whose code or block a folded word stands: looked for in all of them as one text. */
function plotsWith({ columns, plots }: CatalogueSnapshot, word: string): BitSet {
  const { text, textStart } = columns
  const bits = emptyBits(plots.length)
  let place = 0
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, textStart[place])) {
    while (place < plots.length && (textStart[place] as number) <= at) place += 1
    setBit(bits, place - 1)
    if (place === plots.length) break
  }
  return bits
}
