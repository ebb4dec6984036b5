// The figures of a match, in a process of its own: `node --expose-gc match-figures.mjs`, one JSON object on standard
// output. The comparison with PostgreSQL is given the server by PGHOST and PGUSER.
import pg from 'pg'
import { dayNumber } from '../app/domain/land/catalogue'
import { matchSteps } from '../app/domain/match/match'
import { offeredLand } from '../app/domain/match/offered-land'
import { needColumns } from '../app/domain/match/need-columns'
import { failuresOf } from '../app/domain/match/saved-needs'
import { siteOf } from '../app/domain/match/site'
import { ended } from '../app/domain/steps'
import { bareColumns, bareFits, bareMatch, bareNeeds } from './bare-match'
import { AT, benchLand, benchNeed, benchNeeds, sectorEntries, TODAY } from './match-land'

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
const [bareMs, singlesMs] = least(60, () => bareMatch(bare, benchNeed, land.today, 50), match)
const [setsMs] = least(12, matchSets)

const saved = benchNeeds(NEEDS)
const columns = needColumns(saved)
const bareSaved = bareNeeds(saved, sectorEntries)
const plot = snapshot.plots[4_321]
if (!plot) throw new Error('no plot')
const reverse = () => failuresOf(columns, siteOf([plot], AT), sectorEntries, TODAY)
const [bareReverseMs, reverseMs] = least(60, () => bareFits(bareSaved, siteOf([plot], AT), land.today), reverse)

const postgres = await inPostgres()
process.stdout.write(
  JSON.stringify({
    bareMs,
    singlesMs,
    setsMs,
    joinsMs,
    bareReverseMs,
    reverseMs,
    ...postgres,
    rowsMb: (withRows - empty) / 1e6,
    columnsMb: (withColumns - withRows) / 1e6,
    feasible: match().feasibleCount,
    feasibleWithSets: matchSets().feasibleCount,
    fitting: reverse().filter((mask) => mask === 0).length,
  }),
)

/** The same filter and order as SQL over the same columns, with one worker and as PostgreSQL likes it best. */
async function inPostgres(): Promise<{ oneWorkerMs: number; bestPlanMs: number; same: boolean }> {
  const client = new pg.Client({
    host: process.env.PGHOST,
    port: Number(process.env.PGPORT ?? 5432),
    user: 'postgres',
    database: 'postgres',
  })
  await client.connect()
  const names = Object.keys(bare) as (keyof typeof bare)[]
  await client.query(`CREATE TABLE land (i int PRIMARY KEY, ${names.map((name) => `"${name}" float8`).join(', ')})`)
  await client.query(
    `INSERT INTO land SELECT * FROM unnest($1::int[], ${names.map((_, at) => `$${at + 2}::float8[]`).join(', ')})`,
    [
      Array.from(land.plots.keys()),
      ...names.map((name) => Array.from(bare[name], (value) => (Number.isNaN(value) ? null : value))),
    ],
  )
  for (const name of ['area', 'ready', 'price', 'tenure']) await client.query(`CREATE INDEX ON land ("${name}")`)
  await client.query('VACUUM ANALYZE land')
  const clamp = (share: string) => `least(1, greatest(0, coalesce(${share}, 0)))`
  const known = (column: string, test: string) => `("${column}" IS NULL OR ${test})`
  const need = benchNeed
  const sql = `
    SELECT i, (${clamp('(140 - price) / 100')} + ${clamp(`1 - (ready - ${land.today}) / 1095`)} + ${clamp('1 - "gateKm" / 200')}
      + ${clamp(`${need.areaMinM2} / area`)}
      + (${clamp(`1 - ${need.powerKva} / power`)} + ${clamp(`1 - ${need.waterM3PerDay} / water`)} + ${clamp(`1 - ${need.wastewaterM3PerDay} / wastewater`)}) / 3
      + coalesce(sector, 0)) / 6
      * power(0.9, ${names.map((name) => `("${name}" IS NULL)::int`).join(' + ')}) AS score
    FROM land
    WHERE area BETWEEN ${need.areaMinM2} AND ${need.areaMaxM2}
      AND ${known('sector', 'sector = 1')} AND ${known('ready', `ready <= ${dayNumber(need.readyBy ?? TODAY)}`)}
      AND ${known('power', `power >= ${need.powerKva}`)} AND ${known('water', `water >= ${need.waterM3PerDay}`)}
      AND ${known('wastewater', `wastewater >= ${need.wastewaterM3PerDay}`)} AND ${known('price', `price <= ${need.maxPriceUsdPerM2}`)}
      AND ${known('tenure', `tenure >= ${need.minTenureYears}`)} AND ${known('group', '"group" = 1')}
      AND zone = 1 AND kind = 1 AND ${known('gateKm', `"gateKm" <= ${need.maxDistanceKm?.huu_nghi}`)}
    ORDER BY score DESC, i LIMIT 50`
  const time = async (rounds: number): Promise<number> => {
    let best = Number.POSITIVE_INFINITY
    for (let round = 0; round < rounds; round++) {
      const before = performance.now()
      await client.query(sql)
      best = Math.min(best, performance.now() - before)
    }
    return best
  }
  await client.query('SET max_parallel_workers_per_gather = 0; SET enable_indexscan = off; SET enable_bitmapscan = off')
  const oneWorkerMs = await time(15)
  await client.query(`SET enable_indexscan = on; SET enable_bitmapscan = on; SET max_parallel_workers_per_gather = 4;
    SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0`)
  const parallelMs = await time(15)
  await client.query('SET max_parallel_workers_per_gather = 0')
  const bestPlanMs = Math.min(parallelMs, await time(15), oneWorkerMs)
  const { rows } = await client.query(`SELECT count(*)::int AS n FROM (${sql.replace('LIMIT 50', '')}) all_of_them`)
  await client.end()
  return { oneWorkerMs, bestPlanMs, same: rows[0].n === match().feasibleCount }
}
