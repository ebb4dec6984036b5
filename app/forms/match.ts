import { z } from 'zod'
import { ZONE_KINDS } from '../domain/land/catalogue'
import { ENVIRONMENT_GROUPS, type Need, type NeedMistake, SOFT_KEYS } from '../domain/match/need'
import { MOST_DISTANCES } from '../domain/match/question'
import { VSIC_VERSIONS } from '../domain/match/sector'
import { inM2, optional as unlessBlank } from './land'
import { daySchema } from './time'

/** What is null is not asked, as what is missing. */
const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined)
const figure = z.number({ error: ({ input }) => (input === undefined || input === null ? 'required' : 'not-a-number') })
const whole = figure.int('not-a-number')
const code = z.string('not-a-choice').trim().min(1, 'not-a-choice').max(80, 'not-a-choice')
const sector = z.union(
  [
    code,
    z.strictObject({ vsicVersion: z.string('not-a-choice').max(10, 'not-a-choice'), code: z.string('invalid-form') }),
  ],
  { error: ({ input }) => (input === undefined || input === null ? 'required' : 'not-a-choice') },
)
const listOf = <T extends z.ZodType>(schema: T, most: number) =>
  z.array(schema, 'not-a-choice').refine((list) => list.length <= most, 'out-of-range')
const day = z.string('not-a-day').pipe(daySchema)

/** `z.record` passes over a key that stands for an object's prototype; here it is a place that nobody knows. */
const distances = z
  .unknown()
  .superRefine((caps, context) => {
    if (typeof caps !== 'object' || caps === null || !Object.hasOwn(caps, '__proto__')) return
    context.addIssue({ code: 'custom', path: ['__proto__'], message: 'not-a-choice' })
  })
  .pipe(z.record(z.string().max(80), figure, 'not-a-choice'))
  .refine((caps) => Object.keys(caps).length <= MOST_DISTANCES, 'out-of-range')

/** What `POST /match` takes. What the figures may be is for the domain to say, which names the field. */
export const matchBody = z.strictObject({
  sector,
  areaMinM2: figure,
  areaMaxM2: optional(figure),
  readyBy: optional(day),
  powerKva: optional(figure),
  waterM3PerDay: optional(figure),
  wastewaterM3PerDay: optional(figure),
  maxPriceUsdPerM2: optional(figure),
  minTenureYears: optional(figure),
  environmentGroup: optional(z.enum(ENVIRONMENT_GROUPS, 'not-a-choice')),
  foreign: optional(z.boolean('not-a-choice')),
  zoneKinds: optional(listOf(z.enum(ZONE_KINDS, 'not-a-choice'), ZONE_KINDS.length)),
  zones: optional(listOf(code, 200)),
  maxDistanceKm: optional(distances),
  allowSets: optional(z.boolean('not-a-choice')),
  maxSetSize: optional(whole),
  weights: optional(
    z.strictObject(Object.fromEntries(SOFT_KEYS.map((key) => [key, optional(figure)])), 'not-a-choice'),
  ),
  limit: optional(whole),
}) satisfies z.ZodType<Need, unknown>

/** The places a distance can be capped to on the page. */
export const CAPPED_PLACES = ['huu_nghi', 'hanoi_centre', 'hai_phong_dinh_vu_port'] as const
/** What an importance is worth. */
export const WEIGHTS = ['0', '1', '2', '3'] as const

/**
 * A number as a person types it, with a comma or a point before the decimals. How large it may be is for the domain to
 * say, which knows between what.
 */
const number = z
  .string('not-a-number')
  .trim()
  .regex(/^-?\d{1,40}([.,]\d{1,20})?$/, 'not-a-number')
  .transform((text) => Number(text.replace(',', '.')))
/** Thousands apart by one sign, the first of them not nought, and perhaps decimals behind the other sign. */
const GROUPED = /^\s*([1-9]\d{0,2}([.,\s])\d{3}(?:\2\d{3})*)(?:(?!\2)[.,](\d{1,20}))?\s*$/
/** Power and water are never measured to the thousandth: three digits behind a sign are thousands, as pages write them. */
const amount = z.preprocess((value) => {
  const grouped = typeof value === 'string' ? GROUPED.exec(value) : null
  return grouped ? `${grouped[1]?.replace(/\D/g, '')}.${grouped[3] ?? 0}` : value
}, number)
/** An amount so that it is read back as it is: three decimals of a small one would pass for thousands. */
const writtenAmount = (value: number): string => (GROUPED.test(String(value)) ? `${value}0` : String(value))

const oneOrMore = <T extends z.ZodType>(schema: T) =>
  unlessBlank(z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(schema).max(200)))
const ticked = unlessBlank(z.literal('yes', 'not-a-choice')).transform((value) => value === 'yes')
const fieldsOf = <K extends string, T extends z.ZodType>(prefix: string, keys: readonly K[], schema: T) =>
  Object.fromEntries(keys.map((key) => [`${prefix}.${key}`, schema])) as Record<string, T>

/**
 * The need as the page's address has it: the names of the API, areas in hectares, a code of VSIC with its version beside
 * the sector. It is a need once it says what is made and how much land it takes at least.
 */
export const matchForm = z
  .object({
    sector: unlessBlank(code),
    vsicVersion: unlessBlank(z.enum(VSIC_VERSIONS, 'not-a-choice')),
    vsic: unlessBlank(
      z
        .string('invalid-form')
        .trim()
        .regex(/^\d{2,5}$/, 'invalid-form'),
    ),
    areaMinHa: unlessBlank(number),
    areaMaxHa: unlessBlank(number),
    readyBy: unlessBlank(daySchema),
    powerKva: unlessBlank(amount),
    waterM3PerDay: unlessBlank(amount),
    wastewaterM3PerDay: unlessBlank(amount),
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
  .transform((typed): { need: Need | null } => {
    const { sector, vsic, areaMinHa, areaMaxHa, readyBy, environmentGroup, zoneKinds, zones, foreign, allowSets } =
      typed
    const figures = typed as Record<string, unknown>
    const what = vsic === undefined ? sector : { vsicVersion: typed.vsicVersion ?? VSIC_VERSIONS[0], code: vsic }
    if (what === undefined || areaMinHa === undefined) return { need: null }
    const named = <T extends string>(prefix: string, keys: readonly T[]): Partial<Record<T, number>> | undefined => {
      const found = keys.flatMap((key) => {
        const value = figures[`${prefix}.${key}`]
        return typeof value === 'number' ? [[key, value] as const] : []
      })
      return found.length > 0 ? (Object.fromEntries(found) as Partial<Record<T, number>>) : undefined
    }
    return {
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
  'sector.vsicVersion': 'vsicVersion',
  weights: 'weights.price',
}
/** A mistake of a need as the page's form has it: its own field, hectares where it names areas, and between what. */
export function matchFormMistake({ field, code, values = {} }: NeedMistake): NeedMistake {
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    field.startsWith('area') ? Number(value) / 10_000 : value,
  ])
  return {
    field: FIELDS[field] ?? field,
    code: code === 'out-of-range' && 'min' in values && 'max' in values ? 'not-between' : code,
    values: Object.fromEntries(shown),
  }
}

/** What a question that was asked lacks to be a need; nothing where the form was not sent. */
export function missingParts(values: Readonly<Record<string, string | string[]>>): NeedMistake[] {
  const isBlank = (name: string) => String(values[name] ?? '').trim() === ''
  if (values.sector === undefined && values.vsic === undefined && values.areaMinHa === undefined) return []
  return [
    ...(isBlank('sector') && isBlank('vsic') ? [{ field: 'sector', code: 'required' as const }] : []),
    ...(isBlank('areaMinHa') ? [{ field: 'areaMinHa', code: 'required' as const }] : []),
  ]
}

const AMOUNTS = new Set(['powerKva', 'waterM3PerDay', 'wastewaterM3PerDay'])

/** The address of a need on the page, after the question mark. */
export function needSearch(need: Need): string {
  const query = new URLSearchParams()
  const set = (name: string, value: unknown) => {
    if (value !== undefined && value !== false) query.append(name, value === true ? 'yes' : String(value))
  }
  const { sector, areaMinM2, areaMaxM2, zoneKinds, zones, maxDistanceKm, weights, limit: _, ...same } = need
  if (typeof sector === 'string') set('sector', sector)
  else {
    set('vsic', sector.code)
    set('vsicVersion', sector.vsicVersion)
  }
  set('areaMinHa', areaMinM2 / 10_000)
  if (areaMaxM2 !== undefined) set('areaMaxHa', areaMaxM2 / 10_000)
  for (const [name, value] of Object.entries(same)) {
    set(name, typeof value === 'number' && AMOUNTS.has(name) ? writtenAmount(value) : value)
  }
  for (const kind of zoneKinds ?? []) set('zoneKinds', kind)
  for (const zone of zones ?? []) set('zones', zone)
  for (const [place, km] of Object.entries(maxDistanceKm ?? {})) set(`maxDistanceKm.${place}`, km)
  for (const [key, weight] of Object.entries(weights ?? {})) set(`weights.${key}`, weight)
  return query.toString()
}
