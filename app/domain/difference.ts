type Value = string | string[]

/** A field of a form that says something else than what stands there. */
export interface Difference {
  field: string
  typed: Value
  now: Value
}

const textOf = (value: Value): string => (typeof value === 'string' ? value.trim() : [...value].sort().join('\n'))

/** Hidden fields that say what the person saw. */
const isGuard = (field: string): boolean => field === 'version' || field.startsWith('seen')

/**
 * The fields in which what was typed is not what stands there now, in the order of what stands there. Fields only one
 * of the two has are no difference: a form may ask for what is kept nowhere, and a page knows more than a form asks.
 * Nor are the hidden ones that say which state the person saw.
 */
export const differencesOf = (typed: Record<string, Value>, standing: Record<string, Value>): Difference[] =>
  Object.entries(standing).flatMap(([field, now]) => {
    const own = typed[field]
    return own !== undefined && !isGuard(field) && textOf(own) !== textOf(now) ? [{ field, typed: own, now }] : []
  })
