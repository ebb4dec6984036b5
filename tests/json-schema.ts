// The part of JSON Schema our OpenAPI document uses, as a check of real answers.
interface Schema {
  $ref?: string
  type?: string
  enum?: readonly unknown[]
  const?: unknown
  required?: readonly string[]
  properties?: Record<string, Schema>
  additionalProperties?: Schema | boolean
  items?: Schema
  anyOf?: readonly Schema[]
  oneOf?: readonly Schema[]
  format?: string
}

const TYPES: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  array: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
}

/**
 * What does not fit, a line each: a wrong type or value, a required key that is missing, and a key the schema does not
 * know, since what is not described is as wrong as what is described and not there.
 */
export function misfits(schema: Schema, value: unknown, schemas: Record<string, Schema>, path = '$'): string[] {
  if (schema.$ref) {
    const name = schema.$ref.replace('#/components/schemas/', '')
    const named = schemas[name]
    return named ? misfits(named, value, schemas, path) : [`${path}: no schema ${name}`]
  }
  const either = schema.anyOf ?? schema.oneOf
  if (either) {
    const tried = either.map((one) => misfits(one, value, schemas, path))
    return tried.some((found) => found.length === 0) ? [] : (tried[0] ?? [])
  }
  if (schema.const !== undefined && value !== schema.const) return [`${path}: ${JSON.stringify(value)}`]
  if (schema.enum && !schema.enum.includes(value)) return [`${path}: ${JSON.stringify(value)} is no choice`]
  if (schema.type && !TYPES[schema.type]?.(value)) return [`${path}: ${JSON.stringify(value)} is no ${schema.type}`]
  if (schema.format === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(String(value))) return [`${path}: ${value} is no day`]
  if (Array.isArray(value)) {
    const { items } = schema
    return items ? value.flatMap((one, index) => misfits(items, one, schemas, `${path}[${index}]`)) : []
  }
  if (typeof value !== 'object' || value === null) return []
  const { properties = {}, required = [], additionalProperties } = schema
  const missing = required.filter((key) => !(key in value)).map((key) => `${path}.${key}: missing`)
  const within = Object.entries(value).flatMap(([key, one]) => {
    const own = properties[key] ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined)
    if (own) return misfits(own, one, schemas, `${path}.${key}`)
    return schema.properties ? [`${path}.${key}: not described`] : []
  })
  return [...missing, ...within]
}
