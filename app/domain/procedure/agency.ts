import type { Lang, Text } from '../text'
import type { ConstructionClass } from './facts'
import { type ProcedureVersion, ROADMAP_ZONE_KINDS, type RoadmapZoneKind } from './version'

/** Where an environmental registration is handed in. */
export type RegistrationLevel = 'province' | 'commune'

/** One agency of a version's agency text, and for which projects it is the one. */
export interface VersionAgency {
  name: Text
  zoneKinds: RoadmapZoneKind[]
  /** Only for works of these classes. */
  constructionClasses?: ConstructionClass[]
  /** Only for registrations at this level. */
  registration?: RegistrationLevel
}

export interface AgencyFacts {
  zoneKind: string
  constructionClass?: ConstructionClass | null
  registration?: RegistrationLevel | null
}

const OPENING = '(（'
const CLOSING = ')）'
const BOARD = 'Ban Quản lý Khu kinh tế'
const STATISTICS = 'cơ quan thống kê'
const ALTERNATIVE: Record<Lang, RegExp> = { vi: /^\s+hoặc\s+/, en: /^\s+or\s+/, zh: /^\s*或者?\s*/ }
const SEGMENT = /^\s*[;；]\s*/
const TRAILING_BRACKET = /\s*[(（]([^()（）]*)[)）]\s*$/
const ONLY_A_ZONE = /^[\s,]*((trong|ngoài khu|KCN|KKT|CCN)[\s,/]*)+$/
const LABEL = /^[^:：()（）]{2,40}[:：]\s*/

/** Splits at a separator wherever it stands outside brackets. */
const splitOutside = (text: string, separator: RegExp): string[] => {
  const parts: string[] = []
  let depth = 0
  let begin = 0
  for (let i = 0; i < text.length; i += 1) {
    const sign = text.charAt(i)
    if (OPENING.includes(sign)) depth += 1
    if (CLOSING.includes(sign)) depth -= 1
    const found = depth === 0 ? separator.exec(text.slice(i)) : null
    if (found && i > begin) {
      parts.push(text.slice(begin, i))
      i += found[0].length - 1
      begin = i + 1
    }
  }
  return [...parts, text.slice(begin)].map((part) => part.trim())
}

/** The parts of a text in each language, or null where the languages do not have equally many. */
const splitText = (text: Text, separator: (lang: Lang) => RegExp): Text[] | null => {
  const vi = splitOutside(text.vi, separator('vi'))
  const en = splitOutside(text.en, separator('en'))
  const zh = splitOutside(text.zh, separator('zh'))
  if (en.length !== vi.length || zh.length !== vi.length) return null
  return vi.map((part, i) => ({ ...text, vi: part, en: en[i] ?? text.en, zh: zh[i] ?? text.zh }))
}

const mapText = (text: Text, change: (part: string) => string): Text => ({
  ...text,
  vi: change(text.vi),
  en: change(text.en),
  zh: change(text.zh),
})

const joinTexts = (texts: Text[]): Text | undefined => {
  const [first] = texts
  if (!first || texts.length === 1) return first
  const inLang = (lang: Lang) => texts.map((text) => text[lang]).join('; ')
  return { ...first, vi: inLang('vi'), en: inLang('en'), zh: inLang('zh') }
}

/** The zone kinds a Vietnamese segment names itself, by its label (`CCN: …`) or its last brackets. */
const namedZoneKinds = (vi: string): RoadmapZoneKind[] => {
  const tag = `${LABEL.exec(vi)?.[0] ?? ''} ${TRAILING_BRACKET.exec(vi)?.[1] ?? ''}`
  const kinds: RoadmapZoneKind[] = []
  if (/KCN|KKT/.test(tag)) kinds.push('industrial_park')
  if (/CCN/.test(tag)) kinds.push('industrial_cluster')
  return kinds
}

/** The segment without what only says for which zone it is. */
const withoutZone = (segment: Text): Text => {
  const unlabelled = LABEL.test(segment.vi) ? mapText(segment, (part) => part.replace(LABEL, '')) : segment
  const bracket = TRAILING_BRACKET.exec(unlabelled.vi)?.[1]
  if (bracket === undefined || !ONLY_A_ZONE.test(bracket)) return unlabelled
  return mapText(unlabelled, (part) => part.replace(TRAILING_BRACKET, ''))
}

/** The works classes a bracket like `(cấp I, II)` names; the special class is decided where class I is. */
const namedClasses = (vi: string): ConstructionClass[] => {
  const list = /cấp\s+((?:IV|I{1,3})(?:\s*,\s*(?:IV|I{1,3}))*)/.exec(TRAILING_BRACKET.exec(vi)?.[1] ?? '')?.[1]
  const classes = (list?.split(/\s*,\s*/) ?? []) as ConstructionClass[]
  return classes.includes('I') ? ['special', ...classes] : classes
}

const splitAlternatives = (agency: VersionAgency): VersionAgency[] => {
  const parts = splitText(agency.name, (lang) => ALTERNATIVE[lang])
  if (!parts || parts.length < 2) return [agency]
  const classes = parts.map((part) => namedClasses(part.vi))
  if (classes.every((list) => list.length > 0)) {
    return parts.map((name, i) => ({ ...agency, name, constructionClasses: classes[i] }))
  }
  const provincial = parts.map((part) => /nước thải/.test(TRAILING_BRACKET.exec(part.vi)?.[1] ?? ''))
  if (parts.length === 2 && provincial.filter(Boolean).length === 1) {
    return parts.map((name, i) => ({
      ...agency,
      name,
      registration: provincial[i] ? 'province' : 'commune',
    }))
  }
  return [agency]
}

/**
 * The agencies a version names, read from its agency text `A (KCN/KKT); B (CCN)`: the Vietnamese wording decides,
 * the other languages follow part by part. Where nothing else is said, the Management Board of the border-gate
 * economic zone acts inside parks and the others in clusters; statistical offices act in both.
 * A text without the Board, or whose languages differ in their number of parts, stays whole, for both kinds.
 */
export const agenciesOf = (version: Pick<ProcedureVersion, 'agency'>): VersionAgency[] => {
  const both: RoadmapZoneKind[] = [...ROADMAP_ZONE_KINDS]
  const segments = splitText(version.agency, () => SEGMENT)
  if (!segments) return [{ name: version.agency, zoneKinds: both }]
  const divided =
    segments.length > 1 && segments.some(({ vi }) => vi.startsWith(BOARD) || namedZoneKinds(vi).length === 1)
  if (!divided) return splitAlternatives({ name: version.agency, zoneKinds: both })
  return segments.flatMap((segment) => {
    const named = namedZoneKinds(segment.vi)
    const implied: RoadmapZoneKind[] = segment.vi.startsWith(BOARD)
      ? ['industrial_park']
      : segment.vi.startsWith(STATISTICS)
        ? both
        : ['industrial_cluster']
    return splitAlternatives({
      name: withoutZone(segment),
      zoneKinds: named.length > 0 ? named : implied,
    })
  })
}

/**
 * The agency that handles a version for a project, in the three languages: by zone kind and, where the text
 * distinguishes them, by class of works (construction permits: Decree 217/2026 Art 54) or level of registration
 * (Resolution 66.19/2026). Several that all take part are joined; what the facts leave open stays whole.
 */
export const agencyFor = (version: Pick<ProcedureVersion, 'agency'>, facts: AgencyFacts): Text => {
  const { constructionClass, registration } = facts
  const fitting = agenciesOf(version).filter(
    (agency) =>
      agency.zoneKinds.some((kind) => kind === facts.zoneKind) &&
      (!agency.constructionClasses || !constructionClass || agency.constructionClasses.includes(constructionClass)) &&
      (!agency.registration || !registration || agency.registration === registration),
  )
  const names = fitting.map(({ name, constructionClasses, registration: level }) =>
    (constructionClasses && constructionClass) || (level && registration)
      ? mapText(name, (part) => part.replace(TRAILING_BRACKET, ''))
      : name,
  )
  return joinTexts(names) ?? version.agency
}
