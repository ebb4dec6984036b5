import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../time/day'
import { type CaseFacts, type MilestoneKey, milestones } from './milestones'
import { CASE_STATES, isOpen, isWaiting } from './state'

const d = (text: string) => text as Day
const brief = (facts: CaseFacts) =>
  milestones(facts).map(({ key, state, on, until, holder }) => [key, state, on ?? until ?? '-', holder.role].join(' '))

const on = {
  submitted: d('2026-11-23'),
  received: d('2026-11-25'),
  checked: d('2026-11-27'),
  assessed: d('2026-12-04'),
}

describe('the line', () => {
  test('just submitted: intake has it', () => {
    expect(brief({ state: 'submitted', on: { submitted: on.submitted }, intakeDue: d('2026-11-25') })).toEqual([
      'submitted done 2026-11-23 applicant',
      'received now 2026-11-25 intake',
      'checked next - officer',
      'assessed next - officer',
      'reviewed next - head',
      'decided next - director',
      'fulfilled next - officer',
    ])
  })

  test('in review: the head has it, until the due day; the officer is named', () => {
    const line = milestones({ state: 'in_review', on, due: d('2026-12-15'), officerLabel: 'Chuyên viên 1' })
    expect(line.find((milestone) => milestone.state === 'now')).toEqual({
      key: 'reviewed',
      state: 'now',
      until: '2026-12-15',
      holder: { role: 'head', label: null },
    })
    expect(line.find((milestone) => milestone.key === 'checked')?.holder).toEqual({
      role: 'officer',
      label: 'Chuyên viên 1',
    })
    expect(line.find((milestone) => milestone.key === 'decided')).toMatchObject({ state: 'next', until: '2026-12-15' })
  })

  test('received but not assigned: intake still has it', () => {
    expect(brief({ state: 'received', on, due: d('2026-12-15') })[2]).toBe('checked now 2026-12-15 intake')
    expect(brief({ state: 'in_check', on, due: d('2026-12-15') })[2]).toBe('checked now 2026-12-15 officer')
  })

  test('awaiting a supplement stands before the step it was asked in; the due day is a projection', () => {
    const facts: CaseFacts = {
      state: 'awaiting_supplement',
      stateLeft: 'in_check',
      on,
      due: d('2026-12-20'),
      projected: true,
      supplementDue: d('2026-12-10'),
    }
    expect(brief(facts).slice(1, 5)).toEqual([
      'received done 2026-11-25 intake',
      'supplemented now 2026-12-10 applicant',
      'checked next - officer',
      'assessed next - officer',
    ])
    expect(milestones(facts).find((milestone) => milestone.key === 'decided')?.projected).toBe(true)
    expect(milestones(facts).find((milestone) => milestone.key === 'supplemented')?.projected).toBeUndefined()
    expect(brief({ ...facts, stateLeft: 'in_assessment' }).slice(2, 5)).toEqual([
      'checked done 2026-11-27 officer',
      'supplemented now 2026-12-10 applicant',
      'assessed next - officer',
    ])
  })

  test('an answered supplement stays where it was', () => {
    const inCheck = { ...on, supplemented: d('2026-11-27') }
    expect(brief({ state: 'in_review', on: inCheck }).slice(1, 5)).toEqual([
      'received done 2026-11-25 intake',
      'supplemented done 2026-11-27 applicant',
      'checked done 2026-11-27 officer',
      'assessed done 2026-12-04 officer',
    ])
    const asked = { submitted: on.submitted, received: on.received, supplemented: d('2026-11-26') }
    expect(brief({ state: 'in_check', on: asked }).slice(1, 4)).toEqual([
      'received done 2026-11-25 intake',
      'supplemented done 2026-11-26 applicant',
      'checked now - officer',
    ])
  })

  test('a supplement answered on the day of receipt stands after it', () => {
    expect(brief({ state: 'in_review', on: { ...on, supplemented: on.received } }).slice(1, 4)).toEqual([
      'received done 2026-11-25 intake',
      'supplemented done 2026-11-25 applicant',
      'checked done 2026-11-27 officer',
    ])
  })

  test('sent back: assessment is now again, its former day is gone', () => {
    const line = milestones({ state: 'in_assessment', on: { ...on, reviewed: d('2026-12-05') }, due: d('2026-12-15') })
    expect(line.find((milestone) => milestone.key === 'assessed')).toMatchObject({ state: 'now', until: '2026-12-15' })
    expect(line.find((milestone) => milestone.key === 'assessed')?.on).toBeUndefined()
    expect(line.find((milestone) => milestone.key === 'reviewed')).toMatchObject({ state: 'next' })
  })

  test('in consultation an agency has it, suspended the head, without a day of its own', () => {
    expect(
      brief({ state: 'in_consultation', stateLeft: 'in_assessment', on, consultationDue: d('2026-12-02') })[3],
    ).toBe('consulted now 2026-12-02 agency')
    expect(brief({ state: 'suspended', stateLeft: 'in_review', on, due: d('2026-12-15') })[4]).toBe(
      'resumed now - head',
    )
  })

  test('approved: the decision is done, the investor is being set up', () => {
    const approved = { ...on, reviewed: d('2026-12-07'), approved: d('2026-12-09') }
    expect(brief({ state: 'in_fulfilment', on: approved, fulfilmentDue: d('2027-06-30') }).slice(-2)).toEqual([
      'approved done 2026-12-09 director',
      'fulfilled now 2027-06-30 officer',
    ])
    const closed = { ...approved, fulfilled: d('2027-06-01'), closed: d('2027-06-01') }
    expect(brief({ state: 'closed', on: closed }).slice(-2)).toEqual([
      'fulfilled done 2027-06-01 officer',
      'closed done 2027-06-01 officer',
    ])
  })

  test('ended early: only what happened, then the end', () => {
    expect(
      brief({ state: 'dossier_refused', on: { submitted: on.submitted, dossier_refused: d('2026-11-25') } }),
    ).toEqual(['submitted done 2026-11-23 applicant', 'dossier_refused done 2026-11-25 intake'])
    expect(brief({ state: 'refused', on: { ...on, refused: d('2026-12-09') } }).at(-1)).toBe(
      'refused done 2026-12-09 director',
    )
    expect(
      brief({ state: 'closed', on: { ...on, refused: d('2026-12-09'), closed: d('2026-12-10') } }).slice(-2),
    ).toEqual(['refused done 2026-12-09 director', 'closed done 2026-12-10 officer'])
    expect(brief({ state: 'returned', on: {} })).toEqual(['submitted done - applicant', 'returned done - intake'])
    expect(brief({ state: 'withdrawn', on: { submitted: on.submitted, withdrawn: d('2026-11-24') } }).at(-1)).toBe(
      'withdrawn done 2026-11-24 applicant',
    )
  })
})

test('any facts: one milestone is now while open and none after, done ones come first, no key twice', () => {
  const keys: MilestoneKey[] = ['submitted', 'received', 'checked', 'supplemented', 'consulted', 'assessed', 'approved']
  const dates = fc.dictionary(
    fc.constantFrom(...keys),
    fc.constantFrom(d('2026-11-23'), d('2026-12-01'), d('2026-12-09')),
  )
  fc.assert(
    fc.property(fc.constantFrom(...CASE_STATES), dates, (state, dated) => {
      const stateLeft = isWaiting(state) ? 'in_assessment' : null
      const line = milestones({ state, stateLeft, on: dated, due: d('2026-12-15') })
      expect(line.filter((milestone) => milestone.state === 'now')).toHaveLength(isOpen(state) ? 1 : 0)
      const order = line.map((milestone) => ['done', 'now', 'next'].indexOf(milestone.state))
      expect(order).toEqual([...order].sort())
      expect(new Set(line.map((milestone) => milestone.key)).size).toBe(line.length)
    }),
    { numRuns: 300 },
  )
})
