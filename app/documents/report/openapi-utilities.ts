import { UTILITY_KINDS } from '../../domain/land/capacity'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const string = { type: 'string' }
const boolean = { type: 'boolean' }
const integer = { type: 'integer' }
const day = { type: 'string', format: 'date' }
const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] })
const listOf = (items: object) => ({ type: 'array', items })
const object = (properties: Record<string, object>) => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
})

export const openApiUtilities = {
  UtilityNode: {
    ...object({
      kind: { enum: UTILITY_KINDS },
      unit: { enum: ['kVA', 'm3/day'] },
      name: ref('Text'),
      illustrative: boolean,
      built: { ...integer, description: 'In service today.' },
      committed: integer,
      held: { ...integer, description: 'Kept by the holds that live now, whenever their projects need it.' },
      heldFrom: orNull(day),
      remaining: {
        ...orNull(integer),
        description: 'The least that remains today or on any later day: what can be promised. Null once `stale`.',
      },
      confirmedUntil: orNull(day),
      stale: { ...boolean, description: 'Nobody answers for it any more: it counts as unknown.' },
      additions: listOf(object({ from: day, amount: integer })),
      days: listOf(
        object({
          day,
          built: integer,
          withdrawn: integer,
          committed: integer,
          held: integer,
          remaining: { ...orNull(integer), description: 'built − withdrawn − committed − held. Null once `stale`.' },
        }),
      ),
    }),
    description: 'A utility source in its own unit: today, and each later day on which something changes.',
  },
  Place: object({
    gsoCode: string,
    name: ref('Text'),
    formerDistrict: string,
    mergedFrom: listOf(string),
    zones: listOf(string),
    found: orNull(
      object({
        why: { enum: ['name', 'former_commune', 'former_district'] },
        former: orNull(string),
        district: string,
        partly: { ...boolean, description: 'The old unit went to several communes.' },
        exactMarks: boolean,
      }),
    ),
  }),
}
