import type { Text } from '../text'
import { fold } from './search'

/** A commune or ward of today with what it was made of on 1 July 2025. */
export interface Commune {
  gsoCode: string
  name: Text
  /** With its kind: Huyện Hữu Lũng. */
  formerDistrict: string
  /** With their kind; a name that several districts had is told apart: Xã Tân Thành (huyện Hữu Lũng). */
  mergedFrom: string[]
  /** Class for investment incentives; whatever is no known class is unclear. */
  incentiveArea: string
}

/** What of a commune answered: its own name, a unit it was made of, or the district it lay in. */
export type PlaceReason = 'name' | 'former_commune' | 'former_district'

export interface PlaceFound {
  commune: Commune
  why: PlaceReason
  /** The old unit's name without its district, where an old name answered: Xã Hồ Sơn, Huyện Hữu Lũng. */
  former: string | null
  /** The district that name stood in until 30 June 2025. */
  district: string
  /** The old unit went to several communes. */
  partly: boolean
  /** The marks agree too. */
  exact: boolean
}

const DISTRICT_WORDS = ['huyen', 'thanh pho', 'tp']
const UNIT_WORDS: Record<string, string> = {
  xa: 'xa',
  phuong: 'phuong',
  'thi tran': 'thi tran',
  tt: 'thi tran',
}
const KIND = /^(Xã|Phường|Thị trấn|Huyện|Thành phố)\s+/iu
const ZH_KIND = /[社坊]$/u
const tidy = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
const bare = (name: string): string => name.replace(KIND, '')
const kindOf = (name: string): string => fold(KIND.exec(name)?.[1] ?? '')

/** The only unit that had wards; each other district had communes and towns. */
const CITY = 'Thành phố Lạng Sơn'

/** An old unit's name and district, apart: `Xã Tân Thành (huyện Hữu Lũng)`. */
function unitOf(written: string, commune: Commune): { name: string; district: string } {
  const [, name = written, named] = /^(.*?)\s*\((.*)\)$/u.exec(written.normalize('NFC')) ?? []
  const district = named ? named.charAt(0).toUpperCase() + named.slice(1) : commune.formerDistrict
  return { name: name.normalize('NFC'), district: kindOf(name) === 'phuong' ? CITY : district }
}

interface Asked {
  /** As typed, without kind and district. */
  name: string
  /** The kind of unit that was named, folded; null for any. */
  unit: string | null
  onlyDistricts: boolean
  /** The district that tells names apart, folded without its kind. */
  district: string | null
}

/** Takes `xã Tân Thành, huyện Hữu Lũng` (or the same without marks, comma or kinds) apart. */
function read(query: string, districts: readonly string[]): Asked {
  const [head = '', ...rest] = query.split(/[,(;]/)
  let name = head.trim()
  let district: string | null =
    fold(rest.join(' ').replace(/\)/g, ' ')).replace(/^(huyen|thanh pho|tp\.?) /, '') || null
  let [unit, onlyDistricts]: [string | null, boolean] = [null, false]
  const words = name.split(/\s+/)
  for (const length of [2, 1]) {
    const word = fold(words.slice(0, length).join(' ')).replace(/\.$/, '')
    if (words.length <= length || !(word in UNIT_WORDS || DISTRICT_WORDS.includes(word))) continue
    unit = UNIT_WORDS[word] ?? null
    onlyDistricts = unit === null
    name = words.slice(length).join(' ')
    break
  }
  if (!district && !onlyDistricts) {
    const folded = fold(name)
    const last = districts.find((known) => new RegExp(`^.+? (huyen |thanh pho |tp )?${known}$`).test(folded))
    if (last) {
      const kept = folded
        .slice(0, -last.length)
        .trim()
        .replace(/ (huyen|thanh pho|tp)$/, '')
        .split(' ').length
      name = name.split(/\s+/).slice(0, kept).join(' ')
      district = last
    }
  }
  return { name, unit, onlyDistricts, district }
}

const ORDER: PlaceReason[] = ['name', 'former_commune', 'former_district']
const { compare } = new Intl.Collator('vi')

/**
 * Today's communes that answer a name of today or of before 1 July 2025: a commune, ward, town or district, with or
 * without its kind, its district and its marks. Whole names go before parts of names, which need two words. Exact marks
 * come first, then a commune's own name, then what it was made of, then its district; names in Vietnamese order.
 */
export function findPlaces(communes: readonly Commune[], query: string): PlaceFound[] {
  if (fold(query) === '') return []
  const districts = [...new Set(communes.map(({ formerDistrict }) => fold(bare(formerDistrict))))]
  const asked = read(query, districts)
  const wanted = fold(asked.name)
  if (wanted === '') return []
  const written = new Map<string, number>()
  for (const unit of communes.flatMap(({ mergedFrom }) => mergedFrom)) written.set(unit, (written.get(unit) ?? 0) + 1)

  const candidates = communes.flatMap((commune): (PlaceFound & { names: string[]; kind: string })[] => {
    const district = commune.formerDistrict
    const own = { commune, district, partly: false, exact: false }
    const { vi, zh } = commune.name
    return [
      { ...own, why: 'name', former: null, names: [bare(vi), zh, zh.replace(ZH_KIND, '')], kind: kindOf(vi) },
      ...commune.mergedFrom.map((unit) => {
        const { name, district: itsOwn } = unitOf(unit, commune)
        const partly = (written.get(unit) ?? 0) > 1
        const why = 'former_commune' as const
        return { ...own, why, former: name, district: itsOwn, partly, names: [bare(name)], kind: kindOf(name) }
      }),
      { ...own, why: 'former_district', former: district, names: [bare(district)], kind: 'district' },
    ]
  })
  const ofKind = candidates.filter(
    ({ why, kind, district }) =>
      (!asked.onlyDistricts || why === 'former_district') &&
      (asked.unit === null || kind === asked.unit) &&
      (asked.district === null || fold(bare(district)) === asked.district),
  )
  const answering = (fits: (name: string) => boolean) => {
    const found = ofKind.filter(({ names }) => names.some((name) => fits(fold(name))))
    // Somebody who says "xã" of what is now a ward means the ward.
    return found.length > 0 || asked.unit === null
      ? found
      : candidates.filter(({ why, names }) => why !== 'former_district' && names.some((name) => fits(fold(name))))
  }
  const whole = answering((name) => name === wanted)
  const found =
    whole.length > 0 || !wanted.includes(' ') ? whole : answering((name) => ` ${name} `.includes(` ${wanted} `))
  const rated = found
    .map(({ names, kind: _kind, ...place }) => ({
      ...place,
      exact: names.some((name) => ` ${tidy(name)} `.includes(` ${tidy(asked.name)} `)),
    }))
    .sort((a, b) => ORDER.indexOf(a.why) - ORDER.indexOf(b.why))
  const best = new Map<string, PlaceFound>()
  for (const place of rated) if (!best.has(place.commune.gsoCode)) best.set(place.commune.gsoCode, place)
  return [...best.values()].sort(
    (a, b) =>
      Number(b.exact) - Number(a.exact) ||
      ORDER.indexOf(a.why) - ORDER.indexOf(b.why) ||
      compare(bare(a.commune.name.vi), bare(b.commune.name.vi)),
  )
}

/** Communes in the order of a Vietnamese list, by their names without kind. */
export const communesInOrder = (communes: readonly Commune[]): Commune[] =>
  [...communes].sort((a, b) => compare(bare(a.name.vi), bare(b.name.vi)))
