import { ZONE_KINDS } from '../../domain/land/catalogue'
import { ENVIRONMENT_GROUPS, LARGEST, RESULT_LIMIT, SET_SIZE, SOFT_KEYS } from '../../domain/match/need'
import { VSIC_VERSIONS } from '../../domain/match/sector'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const string = { type: 'string' }
const integer = { type: 'integer' }
const listOf = (items: object) => ({ type: 'array', items })
const upTo = (maximum: number, description?: string) => ({ type: 'number', minimum: 0, maximum, description })
const object = (properties: Record<string, object>, required = Object.keys(properties)) => ({
  type: 'object',
  required,
  properties,
  additionalProperties: false,
})
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
})

const NUMBER_OR_NULL = { anyOf: [{ type: 'number' }, { type: 'null' }] }
const VALUE = {
  description: 'A number in the unit of the criterion, a day, a code, a list of codes, or figures by name.',
}

/** The path and shapes of matching a need with land. */
export const openApiMatch = {
  paths: {
    '/match': {
      post: {
        operationId: 'match',
        summary: 'The offered land that fits a need, ranked, and why the rest does not; nothing is kept',
        description:
          'Hard criteria decide, soft ones rank. A candidate is a single plot or, with `allowSets`, an area-minimal connected set of plots of one zone. A figure that is not published or stale gives `unknown`: it does not exclude, and each hard unknown multiplies the score by 0.9. The same data, rules and need give the same bytes.',
        requestBody: { required: true, content: { 'application/json': { schema: ref('Need') } } },
        responses: {
          200: { description: 'A match', content: { 'application/json': { schema: ref('Match') } } },
          413: problem('More than 64 kB.'),
          415: problem('Not JSON.'),
          422: problem('A contradictory or absurd need; each error names the field and says how to mend it.'),
          429: problem('Too many needs from one address: `Retry-After` says how many seconds to wait.'),
        },
      },
    },
  },
  schemas: {
    Need: object(
      {
        sector: {
          oneOf: [
            { type: 'string', description: "A sector's slug." },
            object({ vsicVersion: { enum: VSIC_VERSIONS }, code: { type: 'string', pattern: '^\\d{2,5}$' } }),
          ],
        },
        areaMinM2: { type: 'number', minimum: 1, maximum: LARGEST.areaM2 },
        areaMaxM2: upTo(
          LARGEST.areaM2,
          'Missing: no upper end for single plots, half as much again as areaMinM2 for sets.',
        ),
        readyBy: {
          type: 'string',
          format: 'date',
          description: 'Compared with the latest ready day; utilities are judged from this day on, else from today.',
        },
        powerKva: upTo(LARGEST.powerKva),
        waterM3PerDay: upTo(LARGEST.waterM3PerDay),
        wastewaterM3PerDay: upTo(LARGEST.waterM3PerDay),
        maxPriceUsdPerM2: upTo(LARGEST.priceUsdPerM2, 'For the term that remains.'),
        minTenureYears: upTo(LARGEST.tenureYears, 'Years of the term left today.'),
        environmentGroup: { enum: ENVIRONMENT_GROUPS },
        foreign: { type: 'boolean', description: 'Adds warnings; it neither excludes nor ranks.' },
        zoneKinds: listOf({ enum: ZONE_KINDS }),
        zones: listOf(string),
        maxDistanceKm: {
          type: 'object',
          additionalProperties: upTo(LARGEST.distanceKm),
          description: 'Straight, by key of a place such as `huu_nghi`.',
        },
        allowSets: { type: 'boolean', default: false },
        maxSetSize: { type: 'integer', minimum: SET_SIZE.least, maximum: SET_SIZE.most, default: SET_SIZE.default },
        weights: object(Object.fromEntries(SOFT_KEYS.map((key) => [key, { ...upTo(LARGEST.weight), default: 1 }])), []),
        limit: { type: 'integer', minimum: 1, maximum: RESULT_LIMIT.most, default: RESULT_LIMIT.default },
      },
      ['sector', 'areaMinM2'],
    ),
    MatchCriterion: object({
      key: {
        type: 'string',
        description:
          'Hard: sector, area, readyBy, power, water, wastewater, price, tenure, environmentGroup, zone, kind, distance.<place>. Soft: the keys of weights.',
      },
      kind: { enum: ['hard', 'soft'] },
      verdict: { enum: ['pass', 'fail', 'unknown'] },
      required: VALUE,
      actual: { ...VALUE, description: `${VALUE.description} Null: not published, or stale.` },
      margin: {
        ...NUMBER_OR_NULL,
        description:
          'By how much it passes, below zero by how much it misses: m², days, kVA, m³/day, USD/m², years, km. Null where there is nothing to measure.',
      },
      score: { ...NUMBER_OR_NULL, description: '0 to 1 for soft criteria, with four decimals.' },
      weight: NUMBER_OR_NULL,
    }),
    Match: object(
      {
        dataVersion: string,
        ruleVersion: string,
        feasibleCount: { ...integer, description: 'Candidates with no hard fail, before the limit.' },
        results: listOf(
          object({
            plots: listOf(string),
            zone: string,
            areaM2: { type: 'number' },
            score: { type: 'number', description: '0 to 100, two decimals.' },
            criteria: listOf(ref('MatchCriterion')),
            warnings: listOf({ enum: ['border_commune', 'conditional_sector'] }),
          }),
        ),
        excluded: listOf(
          object({
            key: string,
            count: { ...integer, description: 'Single plots that fail it; a plot may fail several.' },
            nearest: listOf(object({ plots: listOf(string), margin: NUMBER_OR_NULL })),
          }),
        ),
        relaxations: listOf(
          object({
            change: { type: 'object', description: 'A part of the need to overwrite.' },
            gains: { ...integer, minimum: 1, description: 'The exact difference in feasibleCount.' },
          }),
        ),
        jointRelaxation: {
          ...object({
            change: { type: 'object', description: 'Parts of the need to overwrite, all of them.' },
            gains: { ...integer, minimum: 1, description: 'The exact difference in feasibleCount.' },
          }),
          description: 'There when nothing fits and no single relaxation helps: what helps together.',
        },
        largerThanAnyZone: {
          ...object({ largestZoneM2: { type: 'number' } }),
          description: 'There when the need is larger than the largest zone.',
        },
      },
      ['dataVersion', 'ruleVersion', 'feasibleCount', 'results', 'excluded', 'relaxations'],
    ),
  },
}
