import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { ALERT_RHYTHMS, isAlertDue, lastGathering } from './alert'

/** In Vietnam, seven hours ahead of UTC. */
const at = (text: string) => new Date(`${text}:00+07:00`)

test.each([
  ['daily', '2026-11-26T07:00', '2026-11-26T07:00'],
  ['daily', '2026-11-26T06:59', '2026-11-25T07:00'],
  // The 26th is a Thursday.
  ['weekly', '2026-11-26T12:00', '2026-11-23T07:00'],
  ['weekly', '2026-11-23T06:59', '2026-11-16T07:00'],
] as const)('%s at %s: gathered last at %s', (rhythm, now, wanted) =>
  expect(lastGathering(rhythm, at(now))).toEqual(at(wanted)),
)

it('leaves at once, at the next gathering, or never', () => {
  const since = at('2026-11-25T10:00')
  const due = (now: string) => ALERT_RHYTHMS.filter((rhythm) => isAlertDue(rhythm, since, at(now)))
  expect(due('2026-11-25T10:00')).toEqual(['at_once'])
  expect(due('2026-11-26T07:00')).toEqual(['at_once', 'daily'])
  expect(due('2026-11-30T06:59')).toEqual(['at_once', 'daily'])
  expect(due('2026-11-30T07:00')).toEqual(['at_once', 'daily', 'weekly'])
})

it('never waits longer than its rhythm says', () => {
  const instants = fc.date({ min: at('2026-01-01T00:00'), max: at('2027-12-31T00:00'), noInvalidDate: true })
  fc.assert(
    fc.property(instants, fc.constantFrom(...ALERT_RHYTHMS), (since, rhythm) => {
      const days = { at_once: 0, daily: 1, weekly: 7, never: 400 }[rhythm]
      const after = new Date(since.getTime() + days * 86_400_000 + 1)
      expect(isAlertDue(rhythm, since, after)).toBe(rhythm !== 'never')
    }),
  )
})
