import { admitsSector } from '../land/catalogue'

/** 2018: Decision 27/2018/QĐ-TTg. 2025: Decision 36/2025/QĐ-TTg, in force since 15/11/2025. */
export const VSIC_VERSIONS = ['2018', '2025'] as const

/** A code of the national classification by its beginning: a division has two digits, a class four. */
export interface VsicCode {
  vsicVersion: string
  code: string
}

/** A sector's slug, or a code of the national classification. */
export type SectorAsked = string | VsicCode

export interface SectorEntry {
  slug: string
  divisions: readonly string[]
  classes2018: readonly string[]
}

export interface SectorList {
  allowed: readonly string[]
  /** Slugs, or beginnings of VSIC 2018 codes ("except tanning": 1511). */
  excluded: readonly string[]
  certain: boolean
}

/** How land admits a sector: by name, because all sectors are admitted, not known, or not at all. */
export type Admission = 'named' | 'open' | 'unknown' | 'no'

type Covers = 'yes' | 'perhaps' | 'no'

const overlaps = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one)

/**
 * Whether a sector takes in a VSIC code. Where a sector names classes of the code's division, the classes decide;
 * classes are known in the numbering of 2018 alone, so that another version can only be compared by division.
 */
function covers(entry: SectorEntry, { vsicVersion, code }: VsicCode): Covers {
  const division = code.slice(0, 2)
  const classes = entry.classes2018.filter((one) => one.startsWith(division))
  if (classes.length === 0) return entry.divisions.includes(division) ? 'yes' : 'no'
  if (vsicVersion !== '2018') return 'perhaps'
  return classes.some((one) => overlaps(one, code)) ? 'yes' : 'no'
}

const isCode = (entry: string): boolean => /^\d+$/.test(entry)

/** Whether an entry of a list of exclusions hits what is asked. */
function excludes(entry: string, asked: SectorAsked, sectors: readonly SectorEntry[]): Covers {
  if (typeof asked === 'string') {
    if (!isCode(entry)) return entry === asked ? 'yes' : 'no'
    const own = sectors.find(({ slug }) => slug === asked)
    // Part of the sector is excluded: which part the project belongs to is not known.
    return own && covers(own, { vsicVersion: '2018', code: entry }) === 'yes' ? 'perhaps' : 'no'
  }
  if (!isCode(entry)) {
    const own = sectors.find(({ slug }) => slug === entry)
    return own ? covers(own, asked) : 'no'
  }
  if (asked.vsicVersion !== '2018' && entry.length > 2)
    return overlaps(entry, asked.code.slice(0, 2)) ? 'perhaps' : 'no'
  if (asked.code.startsWith(entry)) return 'yes'
  return entry.startsWith(asked.code) ? 'perhaps' : 'no'
}

/**
 * How a list of sectors admits what is asked. An exclusion goes before everything; a list that names `multi_sector`
 * admits all it does not exclude; an uncertain list never says no.
 */
export function admissionOf(list: SectorList, asked: SectorAsked, sectors: readonly SectorEntry[]): Admission {
  const hits = list.excluded.map((entry) => excludes(entry, asked, sectors))
  if (hits.includes('yes')) return list.certain ? 'no' : 'unknown'
  if (hits.includes('perhaps')) return 'unknown'
  if (typeof asked === 'string') {
    if (list.allowed.includes(asked)) return 'named'
    const admits = admitsSector(list.allowed, list.certain, asked)
    return admits === 'unknown' ? 'unknown' : admits ? 'open' : 'no'
  }
  const named = list.allowed.flatMap((slug) => {
    const entry = sectors.find((sector) => sector.slug === slug)
    return entry ? [covers(entry, asked)] : []
  })
  if (named.includes('yes')) return 'named'
  if (list.allowed.includes('multi_sector')) return 'open'
  return named.includes('perhaps') || !list.certain ? 'unknown' : 'no'
}

/**
 * Sectors with conditional market access for foreign investors, by Decree 31/2021/NĐ-CP Annex I part B: transport,
 * making paper, collecting waste, power. From general knowledge; the office confirms it under the Investment Law of 2025.
 */
const CONDITIONAL_SLUGS: readonly string[] = ['logistics', 'paper_packaging', 'recycling', 'energy', 'renewable_energy']
const CONDITIONAL_DIVISIONS: readonly string[] = ['17', '35', '38', '49', '50', '51', '52', '53']

export const isConditionalSector = (asked: SectorAsked): boolean =>
  typeof asked === 'string' ? CONDITIONAL_SLUGS.includes(asked) : CONDITIONAL_DIVISIONS.includes(asked.code.slice(0, 2))
