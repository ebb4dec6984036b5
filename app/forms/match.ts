import { z } from 'zod'
import { ZONE_KINDS } from '../domain/land/catalogue'
import { ENVIRONMENT_GROUPS, type Need, type NeedMistake, SOFT_KEYS } from '../domain/match/need'
import { MOST_DISTANCES } from '../domain/match/question'
import { hectares, inM2, number, optional as unlessBlank } from './land'
import { daySchema } from './time'

/** What is null is not asked, as what is missing. */
const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined)
const figure = z.number({ error: ({ input }) => (input === undefined ? 'required' : 'not-a-number') })
const whole = figure.int('not-a-number')
const code = z.string('not-a-choice').trim().min(1, 'not-a-choice').max(80, 'not-a-choice')
const sector = z.union(
  [
    code,
    z.strictObject({ vsicVersion: z.string('not-a-choice').max(10, 'not-a-choice'), code: z.string('invalid-form') }),
  ],
  { error: ({ input }) => (input === undefined ? 'required' : 'not-a-choice') },
)
const weight = figure.min(0, 'out-of-range')

/** What `POST /match` takes. What the figures may be is for the domain to say, which names the field. */
export const matchBody = z.strictObject({
  sector,
  areaMinM2: figure,
  areaMaxM2: optional(figure),
  readyBy: optional(daySchema),
  powerKva: optional(figure),
  waterM3PerDay: optional(figure),
  wastewaterM3PerDay: optional(figure),
  maxPriceUsdPerM2: optional(figure),
  minTenureYears: optional(figure),
  environmentGroup: optional(z.enum(ENVIRONMENT_GROUPS, 'not-a-choice')),
  foreign: optional(z.boolean('not-a-choice')),
  zoneKinds: optional(z.array(z.enum(ZONE_KINDS, 'not-a-choice')).max(ZONE_KINDS.length, 'out-of-range')),
  zones: optional(z.array(code).max(200, 'out-of-range')),
  maxDistanceKm: optional(
    z.record(z.string().max(80), figure).refine((caps) => Object.keys(caps).length <= MOST_DISTANCES, 'out-of-range'),
  ),
  allowSets: optional(z.boolean('not-a-choice')),
  maxSetSize: optional(whole),
  weights: optional(z.strictObject(Object.fromEntries(SOFT_KEYS.map((key) => [key, optional(weight)])))),
  limit: optional(whole),
}) satisfies z.ZodType<Need, unknown>

/** The places a distance can be capped to on the page. */
export const CAPPED_PLACES = ['huu_nghi', 'hanoi_centre', 'hai_phong_dinh_vu_port'] as const
/** What an importance is worth. */
export const WEIGHTS = ['0', '1', '2', '3'] as const

const oneOrMore = <T extends z.ZodType>(schema: T) =>
  unlessBlank(z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(schema).max(200)))
const ticked = unlessBlank(z.literal('yes', 'not-a-choice')).transform((value) => value === 'yes')
const fieldsOf = <K extends string, T extends z.ZodType>(prefix: string, keys: readonly K[], schema: T) =>
  Object.fromEntries(keys.map((key) => [`${prefix}.${key}`, schema])) as Record<string, T>

/**
 * The need as the page's address has it: the names of the API, areas in hectares, a class of VSIC 2018 beside the
 * sector. It is a need once it says what is made and how much land it takes at least.
 */
export const matchForm = z
  .object({
    sector: unlessBlank(code),
    vsic: unlessBlank(
      z
        .string('invalid-form')
        .trim()
        .regex(/^\d{2,5}$/, 'invalid-form'),
    ),
    areaMinHa: unlessBlank(hectares),
    areaMaxHa: unlessBlank(hectares),
    readyBy: unlessBlank(daySchema),
    powerKva: unlessBlank(number),
    waterM3PerDay: unlessBlank(number),
    wastewaterM3PerDay: unlessBlank(number),
    maxPriceUsdPerM2: unlessBlank(number),
    minTenureYears: unlessBlank(number),
    environmentGroup: unlessBlank(z.enum(ENVIRONMENT_GROUPS, 'not-a-choice')),
    foreign: ticked,
    zoneKinds: oneOrMore(z.enum(ZONE_KINDS, 'not-a-choice')),
    zones: oneOrMore(code),
    allowSets: ticked,
    maxSetSize: unlessBlank(number),
    ...fieldsOf('maxDistanceKm', CAPPED_PLACES, unlessBlank(number)),
    ...fieldsOf('weights', SOFT_KEYS, unlessBlank(z.enum(WEIGHTS, 'not-a-choice').transform(Number))),
  })
  .transform((typed): { need: Need | null; asked: boolean } => {
    const { sector, vsic, areaMinHa, areaMaxHa, readyBy, environmentGroup, zoneKinds, zones, foreign, allowSets } =
      typed
    const figures = typed as Record<string, unknown>
    const asked = sector !== undefined || vsic !== undefined || areaMinHa !== undefined
    const what = vsic === undefined ? sector : { vsicVersion: '2018', code: vsic }
    if (what === undefined || areaMinHa === undefined) return { need: null, asked }
    const named = <T extends string>(prefix: string, keys: readonly T[]): Partial<Record<T, number>> | undefined => {
      const found = keys.flatMap((key) => {
        const value = figures[`${prefix}.${key}`]
        return typeof value === 'number' ? [[key, value] as const] : []
      })
      return found.length > 0 ? (Object.fromEntries(found) as Partial<Record<T, number>>) : undefined
    }
    return {
      asked,
      need: {
        sector: what,
        areaMinM2: inM2(areaMinHa) ?? 0,
        areaMaxM2: inM2(areaMaxHa),
        readyBy,
        powerKva: typed.powerKva,
        waterM3PerDay: typed.waterM3PerDay,
        wastewaterM3PerDay: typed.wastewaterM3PerDay,
        maxPriceUsdPerM2: typed.maxPriceUsdPerM2,
        minTenureYears: typed.minTenureYears,
        environmentGroup,
        foreign,
        zoneKinds,
        zones,
        maxDistanceKm: named('maxDistanceKm', CAPPED_PLACES) as Record<string, number> | undefined,
        allowSets,
        maxSetSize: typed.maxSetSize,
        weights: named('weights', SOFT_KEYS),
      },
    }
  })

/** The page's field of a part of a need, where its name is another. */
const FIELDS: Record<string, string> = {
  areaMinM2: 'areaMinHa',
  areaMaxM2: 'areaMaxHa',
  'sector.code': 'vsic',
  weights: 'weights.price',
}
/** A mistake of a need as the page's form has it: its own field, and hectares where it names a least area. */
export const matchFormMistake = ({ field, code, values }: NeedMistake): NeedMistake =>
  field === 'areaMaxM2' && typeof values?.min === 'number'
    ? { field: 'areaMaxHa', code, values: { min: values.min / 10_000 } }
    : { field: FIELDS[field] ?? field, code, values }

/** The address of a need on the page, after the question mark. */
export function needSearch(need: Need): string {
  const query = new URLSearchParams()
  const set = (name: string, value: unknown) => {
    if (value !== undefined && value !== false) query.append(name, value === true ? 'yes' : String(value))
  }
  const { sector, areaMinM2, areaMaxM2, zoneKinds, zones, maxDistanceKm, weights, limit: _, ...same } = need
  if (typeof sector === 'string') set('sector', sector)
  else set('vsic', sector.code)
  set('areaMinHa', areaMinM2 / 10_000)
  if (areaMaxM2 !== undefined) set('areaMaxHa', areaMaxM2 / 10_000)
  for (const [name, value] of Object.entries(same)) set(name, value)
  for (const kind of zoneKinds ?? []) set('zoneKinds', kind)
  for (const zone of zones ?? []) set('zones', zone)
  for (const [place, km] of Object.entries(maxDistanceKm ?? {})) set(`maxDistanceKm.${place}`, km)
  for (const [key, weight] of Object.entries(weights ?? {})) set(`weights.${key}`, weight)
  return query.toString()
}
