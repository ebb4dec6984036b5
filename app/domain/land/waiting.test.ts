import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CASE_STATES, type CaseState, isOpen } from '../case/state'
import { HOLD_STATES, type HoldState } from './hold'
import {
  type LinePlace,
  mayJoin,
  mayTake,
  movePlace,
  PLACE_MOVES,
  PLACE_STATES,
  placeStateAt,
  placesBefore,
  turns,
} from './waiting'

const NOW = new Date('2026-11-20T02:00:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const place = (position: number, plotIds: string[], own: Partial<LinePlace> = {}): LinePlace => ({
  caseId: `case-${position}`,
  position,
  state: 'waiting',
  offerUntil: null,
  plotIds,
  ready: true,
  ...own,
})
const offer = (minutes: number) => ({ state: 'offered' as const, offerUntil: later(minutes) })
const positions = (places: LinePlace[], held: string[] = []) =>
  turns(places, new Set(held), NOW).map((one) => one.position)
const take = (caseId: string, plotIds: string[], places: LinePlace[], held: string[] = []) =>
  mayTake({ caseId, plotIds }, places, new Set(held), NOW).ok

test('every state × move of a place is as written', () => {
  const found = PLACE_STATES.flatMap((state) =>
    PLACE_MOVES.flatMap((made) => {
      const to = movePlace(state, made)
      return to.ok ? [`${state} ${made} ${to.value}`] : []
    }),
  )
  expect(found.sort()).toEqual(
    [
      'waiting offer offered',
      'waiting accept accepted',
      'waiting leave left',
      'offered accept accepted',
      'offered decline declined',
      'offered lapse lapsed',
      'offered leave left',
    ].sort(),
  )
})

test('the turn goes by position, and one plot has one turn', () => {
  expect(positions([place(2, ['A']), place(1, ['A']), place(3, ['B'])])).toEqual([1, 3])
  expect(positions([place(1, ['A'])], ['A'])).toEqual([])
})

test('a place for several plots waits for all of them and holds up nobody', () => {
  expect(positions([place(1, ['A', 'B']), place(2, ['B'])], ['A'])).toEqual([2])
  expect(positions([place(1, ['A', 'B']), place(2, ['B'])])).toEqual([1])
})

test('a place whose case could not hold the land yet holds up nobody', () => {
  const early = place(1, ['A'], { ready: false })
  expect(positions([early, place(2, ['A'])])).toEqual([2])
  expect(take('case-9', ['A'], [early])).toBe(true)
})

test('a case joins once it was received, while it is open, for plots that others have or wait for', () => {
  const join = (state: CaseState, hold: HoldState = 'none', taken = true) => {
    const verdict = mayJoin({ case: state, hold, hasPlots: true, taken })
    return verdict.ok ? 'ok' : verdict.refusal.code
  }
  const joined = CASE_STATES.filter((state) => join(state) === 'ok')
  expect(joined).toEqual(CASE_STATES.filter((state) => isOpen(state) && state !== 'submitted'))
  expect(HOLD_STATES.filter((state) => join('in_check', state) === 'ok')).toEqual([
    'none',
    'requested',
    'released',
    'expired',
  ])
  expect(join('in_check', 'none', false)).toBe('plot-free')
  expect(mayJoin({ case: 'in_check', hold: 'none', hasPlots: false, taken: true }).ok).toBe(false)
})

test('an offer keeps the land for one case until its end, and not at it', () => {
  const line = [place(1, ['A'], offer(1)), place(2, ['A'])]
  expect(positions(line)).toEqual([])
  expect(take('case-1', ['A'], line)).toBe(true)
  expect(take('case-2', ['A'], line)).toBe(false)
  expect(take('case-9', ['A'], line)).toBe(false)
  expect(take('case-9', ['C'], line)).toBe(true)
  const over = [place(1, ['A'], offer(0)), place(2, ['A'])]
  expect(placeStateAt(over[0] as LinePlace, NOW)).toBe('lapsed')
  expect(positions(over)).toEqual([2])
  expect(take('case-1', ['A'], over)).toBe(false)
  expect(take('case-2', ['A'], over)).toBe(true)
})

test('how many go before', () => {
  const line = [place(1, ['A'], offer(5)), place(2, ['B']), place(3, ['A', 'B']), place(4, ['A'], { state: 'left' })]
  expect(line.map((one) => placesBefore(one, line, NOW))).toEqual([0, 0, 2, 2])
})

const plots = fc.uniqueArray(fc.constantFrom<string>('A', 'B', 'C', 'D'), { minLength: 1, maxLength: 3 })
const lines = fc
  .array(fc.tuple(plots, fc.constantFrom('waiting', 'offered', 'left'), fc.integer({ min: -2, max: 2 })), {
    maxLength: 8,
  })
  .map((rows) =>
    rows.map(([plotIds, state, minutes], index) =>
      place(index + 1, plotIds, { state: state as LinePlace['state'], offerUntil: later(minutes) }),
    ),
  )

test('of everybody who could take a free plot, exactly one may', () => {
  fc.assert(
    fc.property(lines, plots, (line, heldPlots) => {
      const held = new Set(heldPlots)
      const may = line.filter(
        (one) =>
          ['waiting', 'offered'].includes(placeStateAt(one, NOW)) &&
          !one.plotIds.some((id) => held.has(id)) &&
          mayTake(one, line, held, NOW).ok,
      )
      for (const one of may)
        for (const other of may)
          if (one !== other) expect(one.plotIds.some((id) => other.plotIds.includes(id))).toBe(false)
      // Whoever stands in no line is refused what anybody in it may have.
      for (const one of may) expect(mayTake({ caseId: 'nobody', plotIds: one.plotIds }, line, held, NOW).ok).toBe(false)
    }),
    { numRuns: 500 },
  )
})
