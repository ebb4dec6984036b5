import { describe, expect, it } from 'vitest'
import { type Actor, type GrantedRole, VISITOR } from '../party/permission'
import type { Day } from '../time/day'
import {
  PUBLICATION_STEPS,
  type PublicationSubject,
  publishInstant,
  stepPublication,
  stepsFor,
  weighStep,
} from './publication'
import { PUBLICATION_STATES } from './readiness'

const person = (personId: string, role: GrantedRole, zoneId: string | null = null): Actor => ({
  ...VISITOR,
  personId,
  grants: [{ role, zoneId }],
})
const plot = (changes: Partial<PublicationSubject> = {}): PublicationSubject => ({
  code: 'HL-A1',
  zonePublication: 'published',
  facts: [],
  held: false,
  zoneId: 'z1',
  publication: 'in_review',
  reviewAskedById: 'lan',
  retired: false,
  ...changes,
})
const codeOf = (verdict: ReturnType<typeof stepPublication>) => (verdict.ok ? verdict.value : verdict.refusal.code)

describe('publication', () => {
  it('moves by its table alone', () => {
    const moves = PUBLICATION_STATES.flatMap((publication) =>
      PUBLICATION_STEPS.flatMap((step) => {
        const actor = step === 'take_back' ? person('lan', 'officer') : person('duc', 'officer')
        const verdict = stepPublication(actor, plot({ publication }), step)
        return verdict.ok ? [`${publication} ${step} ${verdict.value}`] : []
      }),
    )
    expect(moves).toEqual([
      'draft ask_review in_review',
      'in_review take_back draft',
      'in_review return draft',
      'in_review publish published',
      'published withdraw withdrawn',
      'withdrawn ask_review in_review',
    ])
  })

  it('takes two persons, whatever their rank', () => {
    for (const role of ['officer', 'head'] as const) {
      expect(codeOf(stepPublication(person('lan', role), plot(), 'publish'))).toBe('asker-publishes')
      expect(codeOf(stepPublication(person('lan', role), plot(), 'return'))).toBe('asker-publishes')
      expect(codeOf(stepPublication(person('duc', role), plot(), 'publish'))).toBe('published')
      expect(codeOf(stepPublication(person('duc', role), plot(), 'take_back'))).toBe('not-the-asker')
    }
    expect(stepsFor(person('lan', 'head'), plot())).toEqual([
      { step: 'take_back', whyNot: null },
      { step: 'publish', whyNot: 'asker' },
    ])
  })

  it('is asked by a developer for its own zone, and never decided by one', () => {
    const own = person('bao', 'developer', 'z1')
    const other = person('hanh', 'developer', 'z2')
    expect(codeOf(stepPublication(own, plot({ publication: 'draft' }), 'ask_review'))).toBe('in_review')
    expect(codeOf(stepPublication(own, plot(), 'publish'))).toBe('not-allowed')
    expect(codeOf(stepPublication(own, plot({ publication: 'published' }), 'withdraw'))).toBe('not-allowed')
    for (const step of PUBLICATION_STEPS) expect(codeOf(stepPublication(other, plot(), step))).toBe('not-found')
    expect(stepsFor(other, plot())).toEqual([])
  })

  it('never moves a retired plot', () => {
    for (const publication of PUBLICATION_STATES) {
      expect(stepsFor(person('duc', 'head'), plot({ publication, retired: true }))).toEqual([])
    }
  })

  it('needs a public zone and figures that have not run out; a held plot stays public', () => {
    const day = (text: string) => text as Day
    const facts = [
      { key: 'readiness', confirmedUntil: day('2026-03-02') },
      { key: 'contact', confirmedUntil: day('2026-03-05') },
      { key: 'price_usd_per_m2', confirmedUntil: null },
    ]
    const duc = person('duc', 'officer')
    const publish = (changes: Partial<PublicationSubject>, on: string) =>
      codeOf(weighStep(duc, plot({ facts, ...changes }), 'publish', day(on)))
    expect(publish({}, '2026-03-02')).toBe('published')
    expect(publish({}, '2026-03-03')).toBe('plot-stale')
    expect(publish({ zonePublication: 'draft' }, '2026-03-02')).toBe('zone-not-published')
    const withdraw = (held: boolean) =>
      codeOf(weighStep(duc, plot({ publication: 'published', held }), 'withdraw', day('2026-03-03')))
    expect([withdraw(false), withdraw(true)]).toEqual(['withdrawn', 'plot-held'])
  })

  it('waits for an hour of a day in Vietnam that is still to come', () => {
    const now = new Date('2026-03-02T01:00:00Z')
    const at = (day: string, time: string) => {
      const verdict = publishInstant(day as Day, time, now)
      return verdict.ok ? verdict.value.toISOString() : verdict.refusal.field
    }
    expect(at('2026-03-02', '08:30')).toBe('2026-03-02T01:30:00.000Z')
    expect(at('2026-03-02', '08:00')).toBe('day')
    expect(at('2027-03-02', '08:30')).toBe('2027-03-02T01:30:00.000Z')
    expect(at('2027-05-02', '08:30')).toBe('day')
    for (const time of ['24:00', '8:30', '', '08:60']) expect(at('2026-03-05', time)).toBe('time')
  })
})
