import { ZONE_KINDS } from '../../domain/land/catalogue'
import { COMMERCIAL_STATES, PUBLICATION_STATES, RUNGS } from '../../domain/land/readiness'
import { fillRate } from './openapi-totals'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const string = { type: 'string' }
const boolean = { type: 'boolean' }
const integer = { type: 'integer' }
const number = { type: 'number' }
const day = { type: 'string', format: 'date' }
const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] })
const listOf = (items: object) => ({ type: 'array', items })
const object = (properties: Record<string, object>) => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
})
const map = (values: object) => ({ type: 'object', additionalProperties: values })

const sectors = object({ allowed: listOf(string), excluded: listOf(string), certain: boolean })
const amounts = { powerKva: orNull(integer), waterM3PerDay: orNull(integer), wastewaterM3PerDay: orNull(integer) }

const plot = {
  code: string,
  zone: string,
  zoneKind: { enum: ZONE_KINDS },
  areaM2: integer,
  illustrative: boolean,
  readiness: object({
    rung: { enum: RUNGS },
    since: orNull(day),
    readyBy: orNull(object({ earliest: day, latest: day })),
    confirmedUntil: orNull(day),
    stale: boolean,
  }),
  commercial: { enum: COMMERCIAL_STATES },
  publication: { enum: PUBLICATION_STATES },
  priceUsdPerM2: orNull(object({ value: number, confirmedUntil: orNull(day), stale: boolean })),
  termEndYear: orNull(integer),
  sectors,
  environmentGroups: listOf({ enum: ['I', 'II', 'III', 'IV'] }),
  capacity: {
    ...object({ ...amounts, confirmedUntil: orNull(day), stale: boolean }),
    description:
      'What can be promised from today on at the best single node that serves the plot; null past `confirmedUntil`, or where no node serves it.',
  },
  distancesKm: { ...map(number), description: 'Straight, from the published position of the zone.' },
  neighbours: listOf(object({ code: string, sharedM: integer, across: { enum: ['boundary', 'internal_road'] } })),
}

const fact = object({
  key: string,
  value: {},
  source: string,
  confirmedBy: string,
  confirmedOn: day,
  confirmedUntil: orNull(day),
  validFrom: day,
  stale: boolean,
  illustrative: boolean,
})
const formerFact = {
  ...object({
    id: string,
    key: string,
    value: {},
    source: string,
    confirmedBy: string,
    confirmedOn: day,
    confirmedUntil: orNull(day),
    validFrom: day,
    supersededOn: orNull(day),
    illustrative: boolean,
  }),
  description: 'Every value on record; in force where supersededOn is null.',
}
const asOf = { ...day, description: 'The day of `facts` and `ladder`: `asOf` of the call, else today.' }
const ladder = listOf(
  object({ rung: { enum: RUNGS }, reachedOn: day, source: string, confirmedUntil: orNull(day), stale: boolean }),
)

export const openApiPlot = {
  Plot: object(plot),
  PlotDetail: object({
    ...plot,
    asOf,
    facts: listOf(fact),
    history: listOf(formerFact),
    ladder,
    sources: listOf(string),
    retired: {
      ...orNull(object({ on: day, became: listOf(string) })),
      description: 'A split or merger took its place on this day: it is read at its code, and never listed or offered.',
    },
  }),
  PlotFeatures: object({
    type: { const: 'FeatureCollection' },
    features: listOf(
      object({
        type: { const: 'Feature' },
        id: string,
        geometry: orNull(object({ type: { const: 'Polygon' }, coordinates: listOf(listOf(listOf(number))) })),
        properties: ref('Plot'),
      }),
    ),
  }),
}

const zone = {
  code: string,
  kind: { enum: ZONE_KINDS },
  name: ref('Text'),
  status: ref('ZoneStatus'),
  statusAsOf: orNull(string),
  confidence: { enum: ['sourced', 'uncertain'] },
  sources: listOf(string),
  areaM2: orNull(integer),
  industrialLandM2: orNull(integer),
  communes: listOf(object({ gsoCode: string, name: ref('Text') })),
  position: object({ lon: number, lat: number, precisionKm: number }),
  borderCommune: boolean,
  developer: orNull(string),
  seeking: {
    ...orNull({ const: 'developer' }),
    description: 'A published park or cluster that nobody builds yet calls for an infrastructure developer.',
  },
  termEndYear: orNull(integer),
  sectors,
  totals: object({
    plots: integer,
    plotAreaM2: integer,
    offeredPlots: integer,
    offeredAreaM2: integer,
    areaM2ByStage: object({ planned: integer, clearing: integer, serviced: integer, leased: integer }),
    illustrative: boolean,
  }),
  fillRate: {
    ...orNull(object(fillRate)),
    description: 'Clusters: Decree 32/2024 Art. 2(7); parks: Decree 35/2022 Art. 2.',
  },
  remaining: object({ ...amounts, confirmedUntil: orNull(day), stale: boolean, illustrative: boolean }),
  distancesKm: map(number),
}

export const openApiZone = {
  Zone: object(zone),
  ZoneFeatures: object({
    type: { const: 'FeatureCollection' },
    features: listOf(
      object({
        type: { const: 'Feature' },
        id: string,
        geometry: object({ type: { enum: ['Polygon', 'Point'] }, coordinates: listOf({}) }),
        properties: ref('Zone'),
      }),
    ),
  }),
  ZoneDetail: object({
    ...zone,
    nodes: listOf(ref('UtilityNode')),
    details: { type: 'object' },
    asOf,
    facts: listOf(fact),
    history: listOf(formerFact),
  }),
}
