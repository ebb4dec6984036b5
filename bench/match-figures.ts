// The figures of a match, in a process of its own: `node --expose-gc match-figures.mjs`, one JSON object on standard
// output. The comparison with PostgreSQL is given the server by PGHOST and PGUSER.
import { fittingSets } from '../app/domain/match/fitting-sets'
import { matchSteps } from '../app/domain/match/match'
import { needColumns } from '../app/domain/match/need-columns'
import { offeredLand } from '../app/domain/match/offered-land'
import { questionOf } from '../app/domain/match/question'
import { failuresOf } from '../app/domain/match/saved-needs'
import { seenZone, siteOf } from '../app/domain/match/site'
import { ended } from '../app/domain/steps'
import { bareColumns, bareFits, bareMatch, bareNeeds } from './bare-match'
import { AT, benchLand, benchNeed, benchNeeds, sectorEntries, TODAY } from './match-land'
import { inPostgres } from './match-postgres'

const PLOTS = 100_000
const NEEDS = 10_000

/** Processor milliseconds of one run: the least of many, for whatever else runs only adds. */
function least(rounds: number, ...works: (() => unknown)[]): number[] {
  const best = works.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < rounds; round++) {
    works.forEach((work, at) => {
      const before = performance.now()
      work()
      best[at] = Math.min(best[at] as number, performance.now() - before)
    })
  }
  return best
}

const heapBytes = (): number => {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

const empty = heapBytes()
const snapshot = benchLand(PLOTS)
const withRows = heapBytes()
const land = offeredLand(snapshot, AT)
const withColumns = heapBytes()
const bare = bareColumns(land, benchNeed, sectorEntries, TODAY)
const withSets = { ...benchNeed, allowSets: true }
const match = () => ended(matchSteps(land, benchNeed, sectorEntries, TODAY))
const matchSets = () => ended(matchSteps(land, withSets, sectorEntries, TODAY))
const joinsBefore = performance.now()
ended(land.joins())
const joinsMs = performance.now() - joinsBefore
// So many that both are compiled for good, and the quietest moment is among them.
const [bareMs, singlesMs] = least(400, () => bareMatch(bare, benchNeed, land.today, 50), match)
const [setsMs] = least(12, matchSets)

const saved = benchNeeds(NEEDS)
const columns = needColumns(saved)
const bareSaved = bareNeeds(saved, sectorEntries)
const plot = snapshot.plots[4_321]
// A small plot in the middle of its zone: many sets go through it, and many needs are larger than it.
const small = snapshot.plots.slice(4_000, 4_400).sort((one, other) => one.areaM2 - other.areaM2)[0]
if (!plot || !small) throw new Error('no plot')
const reverse = () => failuresOf(columns, siteOf([plot], AT), sectorEntries, TODAY)
const [bareReverseMs, reverseMs] = least(60, () => bareFits(bareSaved, siteOf([plot], AT), land.today), reverse)

// The same needs, all of which join plots now, against every set through the plot.
const joining = needColumns(saved.map((need) => ({ ...need, allowSets: true })))
const judging = { columns: joining, sectors: sectorEntries, today: TODAY }
const zone = ended(seenZone(snapshot, small.zone, AT))
const setsThrough = () => [...fittingSets(judging, zone, [small.code])].filter((one) => one !== undefined)
const [reverseSetsMs] = least(10, setsThrough)

const postgres = await inPostgres(questionOf(land, benchNeed, sectorEntries, TODAY), bare)
process.stdout.write(
  JSON.stringify({
    bareMs,
    singlesMs,
    setsMs,
    joinsMs,
    bareReverseMs,
    reverseMs,
    reverseSetsMs,
    ...postgres,
    same: postgres.found.every((count) => count === match().feasibleCount),
    rowsMb: (withRows - empty) / 1e6,
    columnsMb: (withColumns - withRows) / 1e6,
    feasible: match().feasibleCount,
    feasibleWithSets: matchSets().feasibleCount,
    fittingSets: setsThrough().length,
    fitting: reverse().filter((mask) => mask === 0).length,
  }),
)
