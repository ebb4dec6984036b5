import { ZONE_KINDS } from '../../domain/land/catalogue'
import { SOURCE_KINDS } from '../../domain/land/published-figure'
import { TARGETS } from '../../domain/land/target'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const string = { type: 'string' }
const boolean = { type: 'boolean' }
const integer = { type: 'integer' }
const number = { type: 'number' }
const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] })
const listOf = (items: object) => ({ type: 'array', items })
const object = (properties: Record<string, object>) => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
})

/** What a fill rate is made of; the law has one definition for clusters and another for parks. */
export const fillRate = {
  definition: { enum: ['cluster', 'park'] },
  percent: number,
  basis: { enum: ['plots', 'source'] },
  filledM2: orNull(integer),
  totalM2: orNull(integer),
  denominator: {
    ...orNull({ enum: ['declared', 'plots'] }),
    description: 'What `totalM2` is: declared land, or the published plots alone.',
  },
  asOf: orNull(string),
  illustrative: boolean,
}

/** The shape of `/totals`. */
export const openApiTotals = {
  Totals: object({
    today: { type: 'string', format: 'date' },
    published: {
      ...listOf(
        object({
          subject: { ...string, description: "`province`, or a zone's code." },
          key: string,
          value: number,
          source: string,
          sourceKind: { enum: SOURCE_KINDS },
          asOf: orNull(string),
          note: orNull(ref('Text')),
        }),
      ),
      description: 'What sources published, contradictions and all; a key that ends in `_ha` is an area in hectares.',
    },
    unresolved: listOf(ref('Text')),
    own: listOf(
      object({
        kind: { enum: ZONE_KINDS },
        zones: integer,
        uncertainZones: integer,
        areaM2: integer,
        establishedAreaM2: integer,
        establishedZones: integer,
        withoutArea: integer,
        leftOut: integer,
        plots: integer,
        illustrativePlots: integer,
        plotAreaM2: integer,
        offeredPlots: integer,
        offeredAreaM2: integer,
        stages: object({ planned: integer, clearing: integer, serviced: integer, leased: integer }),
      }),
    ),
    fillByDefinition: listOf(
      object({
        definition: { enum: ['park', 'cluster'] },
        percent: orNull(number),
        filledM2: integer,
        totalM2: integer,
        counted: integer,
        percentOnly: integer,
        unknown: integer,
        illustrative: boolean,
      }),
    ),
    fillByZone: listOf(object({ zone: string, ...fillRate })),
    targets: listOf(
      object({
        key: { enum: TARGETS },
        unit: { enum: ['clusters', 'districts', 'ha'] },
        target: number,
        due: { type: 'string', format: 'date' },
        abovePercent: orNull(number),
        source: string,
        sourceAsOf: orNull(string),
        own: object({ value: number, asOf: orNull(string), illustrative: number }),
        published: listOf(object({ value: number, source: string, asOf: orNull(string) })),
        state: { enum: ['reached', 'not_reached', 'not_known', 'open'] },
      }),
    ),
  }),
}
