import { z } from 'zod'
import { ZONE_KINDS } from '../domain/land/catalogue'
import { ENVIRONMENT_GROUPS, type Need, SOFT_KEYS } from '../domain/match/need'
import { MOST_DISTANCES } from '../domain/match/question'
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
