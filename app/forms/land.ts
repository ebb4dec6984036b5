import { z } from 'zod'
import { ZONE_KINDS } from '../domain/land/catalogue'
import { MAP_COLOURS } from '../domain/land/map-colour'
import type { PlotFilter } from '../domain/land/plot-filter'
import { PLOT_SORTS } from '../domain/land/plot-order'
import { COMMERCIAL_STATES, RUNGS } from '../domain/land/readiness'
import { LANGS } from '../domain/text'
import { type Day, parseDay } from '../domain/time/day'

const blankIsNone = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
export const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsNone, schema.optional())

const LARGEST = 1e12
const amount = (pattern: RegExp) =>
  z
    .string('not-a-number')
    .trim()
    .regex(pattern, 'not-a-number')
    .transform((text) => Number(text.replace(',', '.')))
    .refine((value) => value >= 0 && value <= LARGEST, 'out-of-range')
export const number = amount(/^-?\d+(\.\d+)?$/)
/** Hectares as a person types them: a comma or a point before the decimals. */
export const hectares = amount(/^-?\d+([.,]\d+)?$/)
const whole = (max: number) =>
  z
    .string('not-a-number')
    .trim()
    .regex(/^-?\d+$/, 'not-a-number')
    .transform(Number)
    .refine((value) => value >= 1 && value <= max, 'out-of-range')
const day = z
  .string('not-a-day')
  .trim()
  .refine((text) => parseDay(text).ok, 'not-a-day')
  .transform((text) => text as Day)
const code = z.string('not-a-choice').trim().max(80, 'not-a-choice')

/** A basket's forms: one plot goes in or comes out, or all of them come out. */
export const basketForm = z.object({
  act: z.enum(['add', 'remove', 'empty'], 'required'),
  plot: z.string().trim().max(24, 'not-a-choice').default(''),
})

const filterShape = {
  zone: optional(code),
  kind: optional(z.enum(ZONE_KINDS, 'not-a-choice')),
  sector: optional(code),
  minAreaM2: optional(number),
  maxAreaM2: optional(number),
  readiness: optional(z.enum(RUNGS, 'not-a-choice')),
  readyBy: optional(day),
  maxPriceUsdPerM2: optional(number),
  minPowerKva: optional(number),
  minWaterM3PerDay: optional(number),
  commercial: optional(z.enum(COMMERCIAL_STATES, 'not-a-choice')),
  q: optional(z.string('invalid-form').trim().max(200, 'too-long')),
  sort: optional(z.enum(PLOT_SORTS, 'not-a-choice')),
}

/** The selection of `/api/v1/plots.geojson` and `/api/v1/plots.csv`: an unknown name is refused. */
export const selectionQuery = z.strictObject(filterShape)

/** The selection of the map that moves, in the language its zones are named in. */
export const marksQuery = z.strictObject({ ...filterShape, lang: z.enum(LANGS, 'not-a-choice').default('vi') })

const pagingShape = {
  page: optional(whole(1_000_000)).transform((value) => value ?? 1),
  perPage: optional(whole(200)).transform((value) => value ?? 50),
}

const words = optional(z.string('invalid-form').trim().max(200, 'too-long'))

/** The parameters of `/api/v1/places`. */
export const placesQuery = z.strictObject({ q: words, ...pagingShape })

/** The parameters of `/api/v1/zones`. */
export const zonesQuery = z.strictObject({
  seeking: optional(z.literal('developer', 'not-a-choice')),
  ...pagingShape,
})

/** The zone list's own search: other names are left alone. */
export const zonesForm = z.object({ q: words })

/** The parameters of `/api/v1/plots`. */
export const plotListQuery = z.strictObject({ ...filterShape, ...pagingShape })

/** The day whose facts are asked for, of one plot or zone. */
export const asOfQuery = z.strictObject({ asOf: optional(day) })

/** A call that takes no parameters. */
export const noQuery = z.strictObject({})

/**
 * The catalogue page's form: the names of the API, and besides them the area in hectares, which is how people
 * ask for it; hectares go before square metres. Other names are left alone.
 */
export const catalogueForm = z
  .object({
    ...filterShape,
    page: pagingShape.page,
    minAreaHa: optional(hectares),
    maxAreaHa: optional(hectares),
    map: optional(z.literal('1', 'not-a-choice')),
    colour: optional(z.enum(MAP_COLOURS, 'not-a-choice')),
    selected: optional(code),
  })
  .transform(({ minAreaHa, maxAreaHa, page, map, colour, selected, ...filter }) => ({
    filter: {
      ...filter,
      minAreaM2: inM2(minAreaHa) ?? filter.minAreaM2,
      maxAreaM2: inM2(maxAreaHa) ?? filter.maxAreaM2,
    } satisfies PlotFilter,
    page,
    map: map === '1',
    colour: colour ?? ('readiness' as const),
    selected: selected ?? null,
  }))
  .superRefine(({ filter }, context) => {
    const { minAreaM2, maxAreaM2 } = filter
    if (minAreaM2 !== undefined && maxAreaM2 !== undefined && minAreaM2 > maxAreaM2) {
      context.addIssue({ code: 'custom', path: ['maxAreaHa'], message: 'out-of-range' })
    }
  })

export const inM2 = (areaHa: number | undefined) => (areaHa === undefined ? undefined : Math.round(areaHa * 10_000))
