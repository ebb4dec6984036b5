import { seeksDeveloper } from '../land/opportunity'
import type { Need } from '../match/need'
import { addDays, type Day } from '../time/day'
import { ok, refuse, type Verdict } from '../verdict'
import type { Currency, InterestForm } from './form'

/** The interest form while it is being typed: what is not there yet is null. */
export type InterestDraft = { [K in keyof InterestForm]: InterestForm[K] | null }

/** How many documents one interest may carry. */
export const DRAFT_DOCUMENTS_MAX = 20

/** What kinds of document an interest is made with; the first is what the office reads first. */
export const INTEREST_DOCUMENT_KINDS = ['project_proposal', 'legal_status', 'financial_capacity', 'other'] as const
export type InterestDocumentKind = (typeof INTEREST_DOCUMENT_KINDS)[number]

const CONSTRUCTION_DAYS = 365

const EMPTY: InterestDraft = {
  projectName: null,
  summary: null,
  sector: null,
  capitalAmount: null,
  capitalCurrency: null,
  areaM2: null,
  powerKva: null,
  waterM3PerDay: null,
  wastewaterM3PerDay: null,
  gasM3PerHour: null,
  workers: null,
  environmentGroup: null,
  landBy: null,
  operationBy: null,
  constructionDays: null,
  constructionClass: null,
  specialProcedure: false,
  exportProcessing: false,
  contactName: null,
  contactEmail: null,
  contactPhone: null,
}

/** A kept draft as one: fields an older edition of the form did not ask for are null. */
export const readDraft = (kept: Partial<InterestDraft>): InterestDraft => ({ ...EMPTY, ...kept })

/**
 * What a new draft begins with: the land's own area (m²), the last day by which all of it is ready (never before
 * today), a year of works after it, and the person as contact.
 */
export const newDraft = (about: {
  today: Day
  /** What a kept match asked, where the draft is begun from one. */
  asked?: Partial<InterestDraft>
  plots: readonly { areaM2: number; readyByLatest: Day | null }[]
  zoneAreaM2: number | null
  sector: string | null
  currency: Currency
  contact: { name: string; email: string; phone: string | null }
}): InterestDraft => {
  const { today, plots, contact } = about
  const landBy = plots.reduce(
    (last, { readyByLatest }) => (readyByLatest && readyByLatest > last ? readyByLatest : last),
    today,
  )
  const areaM2 = plots.reduce((sum, plot) => sum + plot.areaM2, 0)
  return {
    ...EMPTY,
    sector: about.sector,
    capitalCurrency: about.currency,
    areaM2: plots.length > 0 ? areaM2 : about.zoneAreaM2,
    landBy,
    operationBy: addDays(landBy, CONSTRUCTION_DAYS),
    constructionDays: CONSTRUCTION_DAYS,
    contactName: contact.name,
    contactEmail: contact.email,
    contactPhone: contact.phone,
    ...about.asked,
  }
}

/** What a need already said of the project: nobody types it twice. A day that is over is not taken. */
export function askedOf(need: Need, today: Day): Partial<InterestDraft> {
  const asked: Partial<InterestDraft> = {}
  if (typeof need.sector === 'string') asked.sector = need.sector
  if (need.powerKva !== undefined) asked.powerKva = need.powerKva
  if (need.waterM3PerDay !== undefined) asked.waterM3PerDay = need.waterM3PerDay
  if (need.wastewaterM3PerDay !== undefined) asked.wastewaterM3PerDay = need.wastewaterM3PerDay
  if (need.environmentGroup !== undefined) asked.environmentGroup = need.environmentGroup
  if (need.readyBy !== undefined && need.readyBy >= today) {
    asked.landBy = need.readyBy
    asked.operationBy = addDays(need.readyBy, CONSTRUCTION_DAYS)
  }
  return asked
}

/** The fields whose value differs, in the order of the form. */
export const changedFields = (before: InterestDraft, after: InterestDraft): (keyof InterestDraft)[] =>
  (Object.keys(EMPTY) as (keyof InterestDraft)[]).filter((field) => before[field] !== after[field])

/** Whether somebody may ask to develop a zone: it calls for a developer. Refuses `no-developer-sought`. */
export const canDevelop = (zone: Parameters<typeof seeksDeveloper>[0]): Verdict<true> =>
  seeksDeveloper(zone) ? ok(true) : refuse('no-developer-sought')
