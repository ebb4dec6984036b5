import type { EnvironmentGroup } from '../match/need'
import type { ConstructionClass, RoadmapFacts } from '../procedure/facts'
import type { Day } from '../time/day'

export const CURRENCIES = ['VND', 'USD'] as const
export type Currency = (typeof CURRENCIES)[number]

/** Edition of the interest form; a draft of an older one is reconciled (edition.ts) and looked at before it is submitted. */
export const INTEREST_FORM_VERSION = 2

/** What an investor says of a project. Frozen with the interest when it is submitted. */
export interface InterestForm {
  projectName: string
  summary: string
  /** A slug of the sectors. */
  sector: string
  /** Whole units of the currency, as a decimal string. */
  capitalAmount: string
  capitalCurrency: Currency
  areaM2: number
  powerKva: number
  waterM3PerDay: number
  wastewaterM3PerDay: number
  gasM3PerHour: number | null
  workers: number | null
  /** Of the Law on Environmental Protection 2020 (Art. 28). Asked since edition 2. */
  environmentGroup: EnvironmentGroup | null
  /** The day the land is wanted. */
  landBy: Day
  /** The day operation is meant to begin. */
  operationBy: Day
  constructionDays: number
  constructionClass: ConstructionClass | null
  /** The investor chooses the special investment procedure (Law 143/2025 Art 28; parks only). */
  specialProcedure: boolean
  exportProcessing: boolean
  contactName: string
  contactEmail: string
  contactPhone: string
}

export type InterestRole = 'tenant' | 'developer'

/** The facts a roadmap is drawn by: the case's own, none of them asked twice. */
export const roadmapFactsOf = (
  form: InterestForm,
  about: {
    role: InterestRole
    zoneKind: string
    foreign: boolean
    stateLandInBorderCommune: boolean
    startDay: Day
  },
): RoadmapFacts => ({
  ...about,
  sector: form.sector,
  wastewaterM3PerDay: form.wastewaterM3PerDay,
  gasM3PerHour: form.gasM3PerHour,
  constructionClass: form.constructionClass,
  constructionDays: form.constructionDays,
  specialProcedure: form.specialProcedure && about.zoneKind === 'industrial_park' && about.role === 'tenant',
  exportProcessing: form.exportProcessing,
})
