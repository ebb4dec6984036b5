import { expect, it } from 'vitest'
import { type Actor, VISITOR } from '../party/permission'
import type { Day } from '../time/day'
import { type BulkChange, type BulkSubject, weighChange } from './bulk-change'

const day = (text: string) => text as Day
const officer: Actor = { ...VISITOR, personId: 'lan', grants: [{ role: 'officer' }] }
const developer = (zoneId: string): Actor => ({ ...VISITOR, personId: 'bao', grants: [{ role: 'developer', zoneId }] })
const plot = (changes: Partial<BulkSubject> = {}): BulkSubject => ({
  code: 'HL-A1',
  zoneId: 'z1',
  publication: 'published',
  reviewAskedById: null,
  retired: false,
  zonePublication: 'published',
  facts: [
    { key: 'readiness', confirmedUntil: day('2026-12-01') },
    { key: 'price_usd_per_m2', confirmedUntil: day('2026-11-01') },
  ],
  held: false,
  commercial: 'offered',
  readyBy: null,
  termEndYear: 2070,
  note: null,
  price: { usdPerM2: 90, until: day('2026-11-01') },
  ...changes,
})
const weigh = (change: BulkChange, of: Partial<BulkSubject> = {}, actor = officer) => {
  const result = weighChange(actor, plot(of), change, day('2026-03-02'))
  return result.result === 'refused'
    ? result.code
    : result.result === 'changes'
      ? [result.from, result.to]
      : 'unchanged'
}

it('says what each change does to a plot, or why not', () => {
  const price = (usdPerM2: number, until: string): BulkChange => ({
    kind: 'price',
    usdPerM2,
    until: day(until),
    source: 'QĐ 1',
  })
  expect(weigh(price(95, '2027-01-01'))).toEqual(['90 · 2026-11-01', '95 · 2027-01-01'])
  expect(weigh(price(90, '2026-11-01'))).toBe('unchanged')
  expect(weigh(price(90, '2026-11-01'), { price: null })).toEqual([null, '90 · 2026-11-01'])
  expect(weigh({ kind: 'commercial', state: 'reserved' })).toEqual(['offered', 'reserved'])
  expect(weigh({ kind: 'commercial', state: 'leased' })).toBe('not-a-choice')
  expect(weigh({ kind: 'commercial', state: 'reserved' }, { held: true })).toBe('plot-held')
  expect(weigh({ kind: 'term', year: 2070 })).toBe('unchanged')
  expect(weigh({ kind: 'note', note: null })).toBe('unchanged')
  expect(weigh({ kind: 'confirmed', until: day('2027-01-01'), source: 'x' })).toEqual([
    '2026-11-01, 2026-12-01',
    '2027-01-01',
  ])
  expect(weigh({ kind: 'confirmed', until: day('2027-01-01'), source: 'x' }, { facts: [] })).toBe('nothing-to-change')
  expect(weigh({ kind: 'publication', step: 'withdraw' })).toEqual(['published', 'withdrawn'])
  expect(weigh({ kind: 'publication', step: 'publish' }, { publication: 'in_review', reviewAskedById: 'lan' })).toBe(
    'asker-publishes',
  )
})

it('keeps to the zone of whoever asks, and leaves retired plots alone', () => {
  const term: BulkChange = { kind: 'term', year: 2060 }
  expect(weigh(term, {}, developer('z1'))).toEqual(['2070', '2060'])
  expect(weigh(term, {}, developer('z2'))).toBe('not-found')
  expect(weigh(term, { retired: true })).toBe('state-forbids')
  expect(weigh({ kind: 'publication', step: 'publish' }, { publication: 'in_review' }, developer('z1'))).toBe(
    'not-allowed',
  )
})
