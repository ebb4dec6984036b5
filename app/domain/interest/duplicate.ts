import { fold } from '../land/search'

/** Why two interests may be one project. */
export const DUPLICATE_REASONS = [
  'same_organization',
  'same_tax_code',
  'same_registration',
  'similar_project',
  'same_land',
] as const
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number]

/** What a person finds of two cases that were noticed. */
export const DUPLICATE_VERDICTS = ['same_project', 'distinct'] as const
export type DuplicateVerdict = (typeof DUPLICATE_VERDICTS)[number]

/** An interest as it is compared with others. */
export interface ComparedInterest {
  organizationId: string
  /** ISO 3166-1 alpha-2. */
  country: string
  taxCode: string | null
  registrationNumber: string | null
  projectName: string
  sector: string
  zoneCode: string
  /** None: the zone as a whole, to develop it. */
  plotCodes: readonly string[]
}

/** Names this alike, of one sector, may be one project; of whatever sector they must be almost the same. */
const ALIKE = 0.5
const ALMOST_SAME = 0.8

/** A tax code's ten digits: units of one enterprise share them. */
export const taxCodeBase = (taxCode: string | null): string | null => taxCode?.replace(/\D/g, '').slice(0, 10) || null

/** A registration number without signs and cases. */
export const registrationKey = (text: string | null): string | null =>
  text?.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '') || null

function trigrams(text: string): Set<string> {
  const found = new Set<string>()
  for (const word of fold(text).split(/[^\p{L}\p{N}]+/u)) {
    if (word === '') continue
    // Chinese names have no blanks between words: a sign counts as much as a word.
    const padded = `  ${word} `
    for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3))
  }
  return found
}

/** How alike two names are, 0 to 1: the share of three-letter pieces both have, marks and cases aside. */
export function likeness(one: string, other: string): number {
  const [left, right] = [trigrams(one), trigrams(other)]
  if (left.size === 0 || right.size === 0) return 0
  let common = 0
  for (const piece of left) if (right.has(piece)) common += 1
  return common / (left.size + right.size - common)
}

const same = (one: string | null, other: string | null): boolean => one !== null && one === other

/**
 * Why two interests may be one project; empty where they may not. One enterprise (by organisation, tax code or
 * registration) with the same land or a project alike; or, of whatever enterprise, the same land and a project alike.
 * Others who merely ask for the same land are rivals, not duplicates.
 */
export function duplicateReasons(one: ComparedInterest, other: ComparedInterest): DuplicateReason[] {
  const byParty: DuplicateReason[] = []
  if (one.organizationId === other.organizationId) byParty.push('same_organization')
  else {
    if (same(taxCodeBase(one.taxCode), taxCodeBase(other.taxCode))) byParty.push('same_tax_code')
    const registered = same(registrationKey(one.registrationNumber), registrationKey(other.registrationNumber))
    if (registered && one.country === other.country) byParty.push('same_registration')
  }
  const alike = likeness(one.projectName, other.projectName)
  const similar = alike >= ALMOST_SAME || (one.sector === other.sector && alike >= ALIKE)
  const whole = one.plotCodes.length === 0 && other.plotCodes.length === 0 && one.zoneCode === other.zoneCode
  const land = whole || one.plotCodes.some((code) => other.plotCodes.includes(code))
  if (!(byParty.length > 0 ? similar || land : similar && land)) return []
  return [...byParty, ...(similar ? (['similar_project'] as const) : []), ...(land ? (['same_land'] as const) : [])]
}
