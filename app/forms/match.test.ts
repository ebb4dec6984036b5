import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { type Need, needMistakes, SOFT_KEYS } from '../domain/match/need'
import type { Day } from '../domain/time/day'
import { CAPPED_PLACES, matchBody, matchForm, matchFormMistake, missingParts, needSearch } from './match'

/** What a page makes of an address, and what of it is wrong. */
function asked(search: string): { need: Need | null; wrong: string[] } {
  const params = new URLSearchParams(search)
  const values = Object.fromEntries(
    [...new Set(params.keys())].map((key) => [
      key,
      params.getAll(key).length > 1 ? params.getAll(key) : (params.get(key) ?? ''),
    ]),
  )
  const read = matchForm.safeParse(values)
  const missing = missingParts(values).map(({ field, code }) => `${field} ${code}`)
  if (!read.success) {
    return {
      need: null,
      wrong: [...read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`), ...missing],
    }
  }
  const { need } = read.data
  const choices = {
    sectors: [{ slug: 'wood', divisions: [], classes2018: [] }],
    zones: [{ code: 'Z' }],
    places: CAPPED_PLACES.map((key) => ({ key })),
    today: '2026-11-26' as Day,
  }
  const mistakes = need ? needMistakes(need, choices).map(matchFormMistake) : []
  return {
    need,
    wrong: [
      ...mistakes.map(({ field, code, values: { min, max } = {} }) =>
        [field, code, min, max].filter((part) => part !== undefined).join(' '),
      ),
      ...missing,
    ],
  }
}

test.each([
  ['2500', 2500],
  ['2.500', 2500],
  ['2,500', 2500],
  ['1 250 000', 1250000],
  ['12.5', 12.5],
  ['12,5', 12.5],
  ['0.125', 0.125],
  ['0,125', 0.125],
  ['012.500', 12.5],
  ['1.250,5', 1250.5],
  ['1,250.5', 1250.5],
])('reads %s kVA as a page writes it', (typed, powerKva) => {
  expect(asked(`sector=wood&areaMinHa=2&powerKva=${typed}`).need?.powerKva).toBe(powerKva)
})

it('takes a comma before the decimals of a price and of hectares, as to three digits', () => {
  const { need } = asked('sector=wood&areaMinHa=2,125&maxPriceUsdPerM2=85,125')
  expect([need?.areaMinM2, need?.maxPriceUsdPerM2]).toEqual([21_250, 85.125])
})

test.each([
  ['areaMinHa=2', ['sector required']],
  ['sector=&areaMinHa=&powerKva=500', ['sector required', 'areaMinHa required']],
  ['', []],
  ['sector=wood&areaMinHa=-5', ['areaMinHa not-between 0.0001 10000']],
  ['sector=wood&areaMinHa=100000000', ['areaMinHa not-between 0.0001 10000']],
  ['sector=wood&areaMinHa=5&areaMaxHa=3', ['areaMaxHa range-reversed 5']],
  ['sector=wood&areaMinHa=5&readyBy=2026-11-25', ['readyBy day-past']],
  ['sector=wood&areaMinHa=5&readyBy=2226-11-25', ['readyBy not-between 2026-11-26 2126-11-27']],
  ['sector=wood&areaMinHa=5&readyBy=2027-02-30', ['readyBy not-a-day']],
  ['sector=wood&areaMinHa=NaN&powerKva=1e12', ['areaMinHa not-a-number', 'powerKva not-a-number']],
  [`sector=wood&areaMinHa=5&powerKva=${'9'.repeat(40)}`, ['powerKva not-between 0 10000000']],
  ['sector=wood&areaMinHa=5&maxDistanceKm.huu_nghi=-1', ['maxDistanceKm.huu_nghi not-between 0 2000']],
  ['vsic=16&vsicVersion=1999&areaMinHa=5', ['vsicVersion not-a-choice']],
  ['vsic=a&areaMinHa=5', ['vsic invalid-form']],
  ['sector=gold&areaMinHa=5', ['sector not-a-choice']],
  [`sector=wood&areaMinHa=5&${SOFT_KEYS.map((key) => `weights.${key}=0`).join('&')}`, ['weights.price weights-zero']],
])('says of %s which field is wrong and between what', (search, wrong) => {
  expect(asked(search).wrong).toEqual(wrong)
})

/** Down to a thousandth of a thousandth, three decimals among them. */
const fractions = fc
  .tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, decimals]) => Number(`${digits}e-${decimals}`))

it.each(['vi-VN', 'en-GB', 'zh-CN'])('reads amounts as a page in %s writes them', (lang) => {
  const written = new Intl.NumberFormat(lang, { maximumFractionDigits: 2 })
  const amounts = fc.oneof(
    fc.integer({ min: 0, max: 10_000_000 }),
    fc.integer({ min: 0, max: 9_999_999 }).map((n) => n / 100),
  )
  fc.assert(
    fc.property(amounts, (amount) => {
      const query = new URLSearchParams({ sector: 'wood', areaMinHa: '2', waterM3PerDay: written.format(amount) })
      expect(asked(query.toString()).need?.waterM3PerDay).toBe(amount)
    }),
    { seed: 20261126, numRuns: 300 },
  )
})

it('has a need in its address, whole', () => {
  const needs = fc.record(
    {
      sector: fc.oneof(
        fc.constant<Need['sector']>('wood'),
        fc.record({ vsicVersion: fc.constantFrom('2018', '2025'), code: fc.constantFrom('16', '1610') }),
      ),
      areaMinM2: fc.integer({ min: 1, max: 5_000_000 }),
      areaMaxM2: fc.integer({ min: 5_000_000, max: 100_000_000 }),
      readyBy: fc.constant('2027-06-30' as Day),
      powerKva: fc.oneof(fc.integer({ min: 0, max: 10_000_000 }), fractions),
      waterM3PerDay: fractions,
      wastewaterM3PerDay: fc.integer({ min: 0, max: 9_999 }),
      maxPriceUsdPerM2: fc.integer({ min: 0, max: 100_000 }).map((cents) => cents / 1_000),
      minTenureYears: fc.integer({ min: 0, max: 99 }),
      environmentGroup: fc.constantFrom('I' as const, 'IV' as const),
      foreign: fc.constant(true),
      zones: fc.constant<Need['zones']>(['Z']),
      zoneKinds: fc.constantFrom<Need['zoneKinds']>(['industrial_park'], ['industrial_park', 'industrial_cluster']),
      allowSets: fc.constant(true),
      maxSetSize: fc.integer({ min: 2, max: 6 }),
      maxDistanceKm: fc.constant({ huu_nghi: 60.5 }),
      weights: fc.constantFrom({ price: 3 }, { price: 0, headroom: 2 }),
    },
    { requiredKeys: ['sector', 'areaMinM2'] },
  )
  fc.assert(
    fc.property(needs, (need) => {
      // What is not asked stands as undefined, and a box that is not ticked as no.
      const whole = { ...need, foreign: need.foreign ?? false, allowSets: need.allowSets ?? false }
      expect(asked(needSearch(need)).need).toEqual(whole)
    }),
    { seed: 20261126, numRuns: 200 },
  )
})

it.each([
  ['{"maxDistanceKm":{"__proto__":5}}', 'maxDistanceKm.__proto__'],
  ['{"maxDistanceKm":{"huu_nghi":60,"__proto__":{"a":1}}}', 'maxDistanceKm.__proto__'],
  ['{"weights":{"__proto__":5}}', 'weights'],
  ['{"__proto__":{"powerKva":5}}', ''],
])('passes over nothing that was asked: %s', (asked, field) => {
  const body = JSON.parse(`{"sector":"wood","areaMinM2":1,${asked.slice(1)}`)
  const wrong = matchBody.safeParse(body)
  expect(wrong.success ? ['passed'] : wrong.error.issues.map(({ path }) => path.join('.'))).toEqual([field])
})
