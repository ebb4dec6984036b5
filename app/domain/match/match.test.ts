import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlotRow } from '../land/catalogue'
import { makeSnapshot } from '../land/catalogue'
import { ended } from '../steps'
import { addDays } from '../time/day'
import { bruteMatch } from './brute-force.fixture'
import { scoreOf } from './criteria'
import { AT, joiningNeedArb, type Land, landArb, needArb, SECTORS, TODAY } from './land.fixture'
import { type MatchAnswer, matchSteps } from './match'
import type { Need } from './need'
import { offeredLand } from './offered-land'

/** Another seed of the whole file: MATCH_SEED=… npx vitest run app/domain/match */
const seed = Number(process.env.MATCH_SEED ?? 20261126)
const runs = (numRuns: number) => ({ seed, numRuns })

const match = (land: Land, need: Need): MatchAnswer =>
  ended(matchSteps(offeredLand(land.snapshot, AT), need, SECTORS, TODAY))

describe('a match', () => {
  it('is what the definitions say, candidate by candidate', () => {
    const seen = { singles: 0, sets: 0 }
    fc.assert(
      fc.property(landArb, fc.oneof(needArb, joiningNeedArb), (land, need) => {
        const answer = match(land, need)
        const brute = bruteMatch(land, need)
        expect(answer.feasibleCount).toBe(brute.feasible.length)
        expect(answer.results.map(({ plots, score }) => ({ plots, score }))).toEqual(
          brute.feasible.slice(0, 200).map(({ plots, score }) => ({ plots, score })),
        )
        answer.results.forEach(({ criteria, areaM2, score }, at) => {
          const wanted = brute.feasible[at]
          seen[wanted?.plots.length === 1 ? 'singles' : 'sets']++
          const hard = criteria.filter(({ kind }) => kind === 'hard')
          expect(Object.fromEntries(hard.map(({ key, verdict }) => [key, verdict]))).toEqual(wanted?.hard)
          expect(
            Object.fromEntries(criteria.filter(({ kind }) => kind === 'soft').map((row) => [row.key, row.score])),
          ).toEqual(wanted?.soft)
          expect(areaM2).toBe(wanted?.areaM2)
          expect(scoreOf(criteria)).toBe(score)
          for (const { verdict, margin } of hard) {
            expect(verdict).not.toBe('fail')
            if (margin !== null) expect(margin).toBeGreaterThanOrEqual(0)
          }
        })
        expect(Object.fromEntries(answer.excluded.map(({ key, count }) => [key, count]))).toEqual(brute.failing)
      }),
      runs(300),
    )
    expect(seen.singles).toBeGreaterThan(150)
    expect(seen.sets).toBeGreaterThan(150)
  })

  it('says why not, the nearest first, by margins below zero', () => {
    fc.assert(
      fc.property(landArb, needArb, (land, need) => {
        for (const { count, nearest } of match(land, need).excluded) {
          expect(nearest.length).toBe(Math.min(3, count))
          const margins = nearest.map(({ margin }) => margin ?? 0)
          expect(margins).toEqual([...margins].sort((a, b) => b - a))
          for (const { margin } of nearest) if (margin !== null) expect(margin).toBeLessThan(0)
        }
      }),
      runs(200),
    )
  })

  it('gains by each relaxation exactly what it says, one field at a time, cheapest change that gains', () => {
    let stated = 0
    fc.assert(
      fc.property(landArb, needArb, (land, need) => {
        const before = bruteMatch(land, need).feasible.length
        for (const { change, gains } of match(land, need).relaxations) {
          stated++
          expect(Object.keys(change)).toHaveLength(1)
          expect(gains).toBeGreaterThan(0)
          expect(bruteMatch(land, { ...need, ...change }).feasible.length - before).toBe(gains)
          const less = lesser(need, change)
          if (less) expect(bruteMatch(land, { ...need, ...less }).feasible.length).toBeLessThanOrEqual(before)
        }
      }),
      runs(300),
    )
    expect(stated).toBeGreaterThan(200)
  })

  it('finds no more when any hard criterion but area is tightened', () => {
    fc.assert(
      fc.property(landArb, needArb, fc.integer({ min: 1, max: 60 }), (land, need, by) => {
        const before = match(land, need).feasibleCount
        for (const tighter of tightenings(need, by)) {
          expect([tighter, match(land, tighter).feasibleCount <= before]).toEqual([tighter, true])
        }
      }),
      runs(100),
    )
  })

  it('never lowers a score when one figure of a plot gets better', () => {
    fc.assert(
      fc.property(landArb, needArb, fc.nat(), fc.integer({ min: 1, max: 50 }), (land, need, which, by) => {
        const before = match(land, need)
        const found = before.results.filter(({ plots }) => plots.length === 1)
        const result = found[which % Math.max(1, found.length)]
        if (!result) return
        for (const better of improvements(land, result.plots[0] as string, by)) {
          const after = match(better, need).results.find(({ plots }) => plots.join() === result.plots.join())
          expect(after?.score).toBeGreaterThanOrEqual(result.score)
        }
      }),
      runs(200),
    )
  })

  it('gives the same bytes for the same land and need, in whatever order the rows came', () => {
    fc.assert(
      fc.property(landArb, needArb, (land, need) => {
        const { zones, plots, places, version } = land.snapshot
        const again = { ...land, snapshot: makeSnapshot(version, zones, [...plots].reverse(), places) }
        expect(JSON.stringify(match(again, structuredClone(need)))).toBe(JSON.stringify(match(land, need)))
      }),
      runs(150),
    )
  })
})

/** A change of the same field that goes less far: just short of the stated figure. */
function lesser(need: Need, change: Partial<Need>): Partial<Need> | null {
  const [field] = Object.keys(change) as (keyof Need)[]
  if (change.readyBy !== undefined) return { readyBy: addDays(change.readyBy, -1) }
  if (change.maxDistanceKm) {
    const moved = Object.keys(change.maxDistanceKm).find(
      (key) => change.maxDistanceKm?.[key] !== need.maxDistanceKm?.[key],
    )
    return moved
      ? { maxDistanceKm: { ...change.maxDistanceKm, [moved]: (change.maxDistanceKm[moved] ?? 0) - 0.01 } }
      : null
  }
  const to = change[field as 'powerKva']
  const from = need[field as 'powerKva']
  if (typeof to !== 'number' || typeof from !== 'number' || field === ('maxSetSize' as string)) return null
  return { [field as string]: to > from ? to - 0.01 : to + 0.01 }
}

function tightenings(need: Need, by: number): Need[] {
  const { readyBy, powerKva, waterM3PerDay, wastewaterM3PerDay, maxPriceUsdPerM2, minTenureYears, maxDistanceKm } = need
  const found: Need[] = [
    { ...need, powerKva: (powerKva ?? 0) + by * 10 },
    { ...need, waterM3PerDay: (waterM3PerDay ?? 0) + by * 10 },
    { ...need, wastewaterM3PerDay: (wastewaterM3PerDay ?? 0) + by * 10 },
    { ...need, maxPriceUsdPerM2: (maxPriceUsdPerM2 ?? 160) - by },
    { ...need, minTenureYears: (minTenureYears ?? 0) + by / 4 },
    { ...need, maxDistanceKm: { ...maxDistanceKm, huu_nghi: (maxDistanceKm?.huu_nghi ?? 250) - by } },
  ]
  if (readyBy && readyBy > TODAY) found.push({ ...need, readyBy: addDays(readyBy, -1) }, { ...need, readyBy: TODAY })
  // Without a ready-by day utilities are judged today: naming a later day asks them of another day, which is another need.
  if (!readyBy && powerKva === undefined && waterM3PerDay === undefined && wastewaterM3PerDay === undefined) {
    found.push({ ...need, readyBy: addDays(TODAY, 800 - by) })
  }
  if (!need.zones) found.push({ ...need, zones: ['Z0'] })
  if (!need.zoneKinds?.length) found.push({ ...need, zoneKinds: ['industrial_park'] })
  if (!need.environmentGroup) found.push({ ...need, environmentGroup: 'II' })
  return found
}

/** The same land with one plot better in one way each time. */
function improvements(land: Land, code: string, by: number): Land[] {
  const changed = (change: (plot: PlotRow) => Partial<PlotRow> | null): Land[] => {
    const plot = land.snapshot.plotByCode.get(code)
    const part = plot && change(plot)
    if (!plot || !part) return []
    const plots = land.snapshot.plots.map((one) => (one === plot ? { ...plot, ...part } : one))
    const { version, zones, places } = land.snapshot
    return [{ ...land, snapshot: makeSnapshot(version, zones, plots, places) }]
  }
  return [
    ...changed(({ price }) => price && { price: { ...price, usdPerM2: Math.max(1, price.usdPerM2 - by) } }),
    ...changed(({ price, rent }) => (price || rent ? null : { price: { usdPerM2: 45, confirmedUntil: null } })),
    ...changed(({ readyBy }) => readyBy && { readyBy: { ...readyBy, latest: addDays(readyBy.latest, -by) } }),
    // Of a rent by the year a longer term makes a dearer whole.
    ...changed(({ termEndYear, price, rent }) =>
      termEndYear && (price || !rent) ? { termEndYear: termEndYear + by } : null,
    ),
  ]
}
