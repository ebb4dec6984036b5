import { type Day, laterOf } from '../time/day'
import { ok, refuse, type Verdict } from '../verdict'
import type { RegistrationLevel } from './agency'
import type { ConstructionClass, RoadmapFacts } from './facts'
import type { RoadmapZoneKind } from './version'

export type EnvironmentalProcedure = 'ENV-01' | 'ENV-02' | 'ENV-03'

/** Thresholds of one regime, in force between two days, both included. */
export interface ScreeningRule {
  legalBasis: string
  effectiveFrom: Day
  effectiveTo: Day
  /** From here on a permit is needed: m³ a day of treated industrial wastewater, m³ an hour of gas. */
  permit: Record<'listed' | 'other', { wastewaterM3PerDay: number; gasM3PerHour: number }>
  /** From here on the province takes the registration, below it the commune. */
  provincialRegistration: { wastewaterM3PerDay: number; gasM3PerHour: number }
  /** Zones whose infrastructure needs an assessment because of its area (construction land of 50 ha or more). */
  assessedInfrastructure: RoadmapZoneKind[]
  /** VSIC codes (beginnings) of the listed polluting sectors, and of waste service, which always needs a permit. */
  listedVsic: string[]
  alwaysVsic: string[]
  /** Sectors that may hold a listed one: the same is assumed of them until their VSIC code is known. */
  listedSectors: string[]
}

/**
 * Resolution 66.19/2026/NQ-CP, the only regime whose thresholds are published. Decree 48/2026 returns on
 * 2027-03-01 unless it is prolonged; its procedures are not published, so no rule stands here for them.
 * Listed: pulp 1701, dyeing 1313, tanning 1511, starch 1062, metallurgy 2410 and 2420, basic chemicals 2011,
 * clinker 2394, waste services 38; hazardous waste 3812 and 3822.
 */
export const SCREENING_RULES: readonly ScreeningRule[] = [
  {
    legalBasis: 'Nghị quyết 66.19/2026/NQ-CP',
    effectiveFrom: '2026-05-18' as Day,
    effectiveTo: '2027-02-28' as Day,
    permit: {
      listed: { wastewaterM3PerDay: 100, gasM3PerHour: 100_000 },
      other: { wastewaterM3PerDay: 150, gasM3PerHour: 100_000 },
    },
    provincialRegistration: { wastewaterM3PerDay: 50, gasM3PerHour: 20_000 },
    assessedInfrastructure: ['industrial_park'],
    listedVsic: ['1701', '1313', '1511', '1062', '2410', '2420', '2011', '2394', '38'],
    alwaysVsic: ['3812', '3822'],
    listedSectors: [
      'agro_forestry_food',
      'construction_materials',
      'leather_footwear',
      'paper_packaging',
      'recycling',
      'textile_garment',
    ],
  },
]

/** The day itself where thresholds are published for it, else the last day before it for which they are. */
export const latestScreenedDay = (day: Day): Day => {
  const ended = SCREENING_RULES.map((rule) => rule.effectiveTo).filter((end) => end < day)
  const inForce = SCREENING_RULES.some((rule) => rule.effectiveFrom <= day && day <= rule.effectiveTo)
  return inForce ? day : ended.reduce(laterOf, ended[0] ?? day)
}

export interface Screening {
  procedure: EnvironmentalProcedure
  /** Where a registration is handed in; null for the others. */
  registration: RegistrationLevel | null
  /** An amount, the sector or the land area is not known well enough to be sure. */
  assumed: boolean
  /** Nothing is discharged at all: a step the track makes conditional is not needed. */
  nothingDischarged: boolean
  legalBasis: string
}

export type ScreeningFacts = Pick<RoadmapFacts, 'role' | 'zoneKind' | 'sector' | 'wastewaterM3PerDay' | 'gasM3PerHour'>

const sectorWeight = (rule: ScreeningRule, { role, sector }: ScreeningFacts) => {
  if (role === 'developer') return { always: false, listed: true, certain: true }
  if (sector === null) return { always: false, listed: true, certain: false }
  const code = typeof sector === 'string' ? (/^\d{2,5}$/.test(sector) ? sector : null) : sector.code
  if (code === null) return { always: false, listed: rule.listedSectors.includes(String(sector)), certain: false }
  const within = (list: string[]) => list.some((prefix) => code.startsWith(prefix))
  const listed = within(rule.listedVsic)
  // A code shorter than a listed one may hold it.
  const mayHold = !listed && rule.listedVsic.some((prefix) => prefix.startsWith(code))
  return { always: within(rule.alwaysVsic), listed: listed || mayHold, certain: !mayHold }
}

/**
 * Which environmental procedure a project needs when it applies on a day: assessment (ENV-01), permit (ENV-02)
 * or registration (ENV-03). Resolution 66.19/2026: tenants inside a park or cluster are exempt from assessment;
 * infrastructure of a park is assessed for its area, that of a cluster is not. A permit from 100 m³ a day of
 * wastewater in listed sectors (zone infrastructure among them), 150 in others, or 100,000 m³ of gas an hour;
 * else registration, with the province from 50 m³ a day or 20,000 m³ an hour, else with the commune.
 * What is not known counts as nothing and makes the result `assumed`.
 * Refuses with `procedure-not-published` on a day without published thresholds (from 2027-03-01).
 */
export const screenEnvironment = (facts: ScreeningFacts, day: Day): Verdict<Screening> => {
  const rule = SCREENING_RULES.find((r) => r.effectiveFrom <= day && day <= r.effectiveTo)
  if (!rule) return refuse('procedure-not-published', { procedure: 'ENV-03', day })
  const { legalBasis } = rule
  const water = facts.wastewaterM3PerDay ?? 0
  const gas = facts.gasM3PerHour ?? 0
  const measured = facts.wastewaterM3PerDay !== null && facts.gasM3PerHour !== null
  const nothingDischarged = measured && water === 0 && gas === 0
  if (facts.role === 'developer' && rule.assessedInfrastructure.some((kind) => kind === facts.zoneKind)) {
    // The land area is not among the facts; parks are taken to have 50 ha or more.
    return ok({ procedure: 'ENV-01', registration: null, assumed: true, nothingDischarged: false, legalBasis })
  }
  const { always, listed, certain } = sectorWeight(rule, facts)
  const reaches = (limit: { wastewaterM3PerDay: number; gasM3PerHour: number }) =>
    water >= limit.wastewaterM3PerDay || gas >= limit.gasM3PerHour
  const permit = rule.permit[listed ? 'listed' : 'other']
  if (always || reaches(permit)) {
    const assumed = !always && !certain && !reaches(rule.permit.other)
    return ok({ procedure: 'ENV-02', registration: null, assumed, nothingDischarged: false, legalBasis })
  }
  const registration = reaches(rule.provincialRegistration) ? 'province' : 'commune'
  const unsureSector = !certain && (listed || reaches(rule.permit.listed))
  const assumed = !measured || unsureSector
  return ok({ procedure: 'ENV-03', registration, assumed, nothingDischarged, legalBasis })
}

/**
 * Whether the feasibility study is appraised by the construction authority (CON-01) rather than by the investor:
 * assumed of works of the special class and class I, as large or public-safety works (Decree 217/2026 Art 37).
 */
export const appraisedByAuthority = (constructionClass: ConstructionClass | null): boolean =>
  constructionClass === 'special' || constructionClass === 'I'

/**
 * Whether acceptance by the fire police (Decree 105/2025 Art 10) and the State's completion check
 * (Decree 207/2026 Art 27) are planned where a track makes them conditional: always but for works of class IV.
 */
export const checkedOnCompletion = (constructionClass: ConstructionClass | null): boolean => constructionClass !== 'IV'
