import { z } from 'zod'
import { readRing } from '../domain/land/boundary'
import { checkPlotDays, PLOT_CODE, PLOT_LENGTHS, PLOT_LIMITS } from '../domain/land/plot-limits'
import { PUBLICATION_STEPS } from '../domain/land/publication'
import { COMMERCIAL_STATES, PUBLICATION_STATES, RUNGS } from '../domain/land/readiness'
import { PLANE_ZONE_KEYS } from '../domain/land/vn2000'
import { byRule, line, optionalDay, optionalLine, version } from './field'

type Context = Pick<z.RefinementCtx, 'addIssue'>
const blank = z.string().trim().optional()
const numberIn = (text: string, min: number, max: number, context: Context): number => {
  if (!/^\d+([.,]\d+)?$/.test(text)) {
    context.addIssue({ code: 'custom', message: 'not-a-number' })
    return z.NEVER
  }
  const value = Number(text.replace(',', '.'))
  if (value < min || value > max) context.addIssue({ code: 'custom', message: 'out-of-range' })
  return value
}
interface Limits {
  min: number
  max: number
}
const optionalNumber = ({ min, max }: Limits) =>
  blank.transform((text, context) => (text ? numberIn(text, min, max, context) : null))
const optionalWhole = (limits: Limits) =>
  optionalNumber(limits).refine((value) => value === null || Number.isInteger(value), 'not-a-number')
const list = z
  .union([z.string(), z.array(z.string().max(60, 'too-long')).max(60, 'invalid-form')])
  .optional()
  .transform((value) => (value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value))

const M2_PER_HA = 10_000
const HA = { min: PLOT_LIMITS.areaM2.min / M2_PER_HA, max: PLOT_LIMITS.areaM2.max / M2_PER_HA }

const plotShape = {
  code: line(PLOT_LENGTHS.code).refine((text) => PLOT_CODE.test(text), 'invalid-form'),
  zoneCode: line(40),
  areaHa: line(12).transform((text, context) => Math.round(numberIn(text, HA.min, HA.max, context) * M2_PER_HA)),
  block: optionalLine(PLOT_LENGTHS.block),
  phase: optionalWhole(PLOT_LIMITS.phase),
  readiness: z.enum(RUNGS, 'required'),
  readinessSince: optionalDay,
  readinessUntil: optionalDay,
  readyByEarliest: optionalDay,
  readyByLatest: optionalDay,
  commercial: z.enum(COMMERCIAL_STATES, 'required'),
  priceUsdPerM2: optionalNumber(PLOT_LIMITS.priceUsdPerM2),
  priceUntil: optionalDay,
  source: line(PLOT_LENGTHS.source),
  termEndYear: optionalWhole(PLOT_LIMITS.termEndYear),
  maxDensityPct: optionalWhole(PLOT_LIMITS.maxDensityPct),
  maxFloors: optionalWhole(PLOT_LIMITS.maxFloors),
  sectors: list,
  note: optionalLine(PLOT_LENGTHS.note),
  ring: blank.transform((text, context) => (text ? byRule(readRing)(text, context) : null)),
}

type Days = Parameters<typeof checkPlotDays>[0]
function checkDays(form: Days, context: z.RefinementCtx): void {
  for (const { field, code } of checkPlotDays(form)) context.addIssue({ code: 'custom', path: [field], message: code })
}

const renamed = <T extends { areaHa: number }>({ areaHa, ...form }: T) => ({ ...form, areaM2: areaHa })

/** A new plot; `source` says who answers for the figures. */
export const addPlotForm = z.object(plotShape).superRefine(checkDays).transform(renamed)
/** The same of a plot that is there; its code and zone stay. */
export const editPlotForm = z
  .object(plotShape)
  .omit({ code: true, zoneCode: true })
  .extend({ version })
  .superRefine(checkDays)
  .transform(renamed)
/** The legal vertices of a plot; the table itself is read by the domain, which names its lines. */
export const verticesForm = z.object({
  version,
  zone: z.enum(PLANE_ZONE_KEYS, 'required'),
  vertices: z.string().max(40_000, 'too-long').default(''),
  source: line(300),
})
/** A step of a plot's publication; returning it says why, publishing later says when (Vietnam time). */
export const publishPlotForm = z
  .object({
    version,
    step: z.enum([...PUBLICATION_STEPS, 'schedule', 'cancel'], 'required'),
    reason: optionalLine(1000),
    day: optionalDay,
    time: optionalLine(5),
  })
  .superRefine(({ step, reason, day, time }, context) => {
    const missing = (field: string) => context.addIssue({ code: 'custom', path: [field], message: 'required' })
    if (step === 'return' && !reason) missing('reason')
    if (step === 'schedule' && !day) missing('day')
    if (step === 'schedule' && !time) missing('time')
  })

const choice = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values).optional().catch(undefined)
/** The office list's own filter: anything else in the address is left alone. */
export const officePlotsForm = z.object({
  zone: z.string().max(40).optional().catch(undefined),
  publication: choice([...PUBLICATION_STATES, 'retired']),
  commercial: choice(COMMERCIAL_STATES),
  readiness: choice(RUNGS),
  q: z.string().trim().max(100).optional().catch(undefined),
  after: z.string().max(40).optional().catch(undefined),
})
