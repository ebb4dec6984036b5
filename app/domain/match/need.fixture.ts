// Random needs for the proofs, to be asked of the land of land.fixture.ts.
import fc from 'fast-check'
import { addDays, type Day } from '../time/day'
import { TODAY } from './land.fixture'
import { ENVIRONMENT_GROUPS, type Need, SOFT_KEYS } from './need'

const later = (days: number): Day => addDays(TODAY, days)

/** Most parts are not asked, so that enough land fits. */
const optional = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })

const weightsArb = fc
  .record(Object.fromEntries(SOFT_KEYS.map((key) => [key, fc.constantFrom(0, 0.1, 1, 2, 1_000)])))
  .filter((weights) => Object.values(weights).some((weight) => weight > 0))

export const needArb: fc.Arbitrary<Need> = fc
  .record({
    sector: fc.constantFrom<Need['sector'][]>(
      'wood',
      'wood',
      'wood',
      'tanning',
      'recycling',
      { vsicVersion: '2018', code: '15' },
      { vsicVersion: '2018', code: '1520' },
      { vsicVersion: '2025', code: '1620' },
      { vsicVersion: '2018', code: '2011' },
    ),
    areaMinM2: fc.constantFrom(10_000, 20_000, 30_000, 40_000, 45_000.5, 60_000, 90_000),
    spanM2: optional(fc.integer({ min: 0, max: 6 }).map((n) => n * 10_000)),
    readyBy: optional(fc.constantFrom(0, 40, 100, 200, 500).map(later)),
    powerKva: optional(fc.constantFrom(0, 100, 250, 500)),
    waterM3PerDay: optional(fc.constantFrom(100, 300)),
    wastewaterM3PerDay: optional(fc.constantFrom(100, 200)),
    maxPriceUsdPerM2: optional(fc.constantFrom(0, 50, 85, 120)),
    minTenureYears: optional(fc.constantFrom(10, 30, 40)),
    environmentGroup: optional(fc.constantFrom(...ENVIRONMENT_GROUPS)),
    foreign: optional(fc.boolean()),
    zoneKinds: optional(
      fc.constantFrom([], ['industrial_park'], ['industrial_cluster']) as fc.Arbitrary<Need['zoneKinds'] & {}>,
    ),
    zones: optional(fc.constantFrom(['Z0'], ['Z0', 'Z1'])),
    maxDistanceKm: optional(
      fc.constantFrom({ huu_nghi: 100 }, { huu_nghi: 60, port: 150 }, { port: 200 }) as fc.Arbitrary<
        Record<string, number>
      >,
    ),
    allowSets: fc.boolean(),
    maxSetSize: optional(fc.integer({ min: 2, max: 6 })),
    weights: optional(weightsArb),
  })
  .map(({ spanM2, ...need }) => {
    const known = Object.fromEntries(Object.entries(need).filter(([, value]) => value !== undefined))
    return {
      ...known,
      limit: 200,
      ...(spanM2 !== undefined && { areaMaxM2: need.areaMinM2 + spanM2 }),
    } as Need
  })

/** Larger than most plots, and little else asked: many sets fit. */
export const joiningNeedArb: fc.Arbitrary<Need> = fc
  .record({
    areaMinM2: fc.constantFrom(60_000, 80_000, 100_000),
    readyBy: optional(fc.constantFrom(100, 400).map(later)),
    powerKva: optional(fc.constantFrom(100, 250)),
    maxPriceUsdPerM2: optional(fc.constantFrom(100, 130)),
    maxSetSize: fc.integer({ min: 2, max: 6 }),
  })
  .map((need) => {
    const known = Object.fromEntries(Object.entries(need).filter(([, value]) => value !== undefined))
    return { sector: 'wood', allowSets: true, limit: 200, ...known } as Need
  })
