import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ended, sortedSteps } from './steps'

it('sorts as a sort does, equal ones as they came', () => {
  const lists = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 6000, size: 'max' })
  fc.assert(
    fc.property(lists, (keys) => {
      const items = keys.map((key, came) => ({ key, came }))
      const byKey = (one: { key: number }, other: { key: number }) => one.key - other.key
      expect(ended(sortedSteps(items, byKey))).toEqual(items.toSorted(byKey))
    }),
    { numRuns: 20 },
  )
})

it('pauses while it sorts', () => {
  const steps = sortedSteps(
    Array.from({ length: 20_000 }, (_, at) => (at * 7919) % 20_000),
    (one, other) => one - other,
  )
  let pauses = 0
  while (!steps.next().done) pauses += 1
  // Twenty runs of 1,024: what is more are pauses of the merging.
  expect(pauses).toBeGreaterThan(20)
})
