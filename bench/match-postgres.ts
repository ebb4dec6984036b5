// The same filter and order as a match, asked of PostgreSQL: over tables as one keeps them, plots beside their zones and
// the nodes that serve them, and over one flat table in which the answers of zones, lists and nodes are written out.
import pg from 'pg'
import { dayNumber } from '../app/domain/land/catalogue'
import { detailsOf } from '../app/domain/land/zone-record'
import type { Need } from '../app/domain/match/need'
import type { OfferedLand } from '../app/domain/match/offered-land'
import type { Question } from '../app/domain/match/question'
import type { BareColumns } from './bare-match'
import { TODAY } from './match-land'

export interface PostgresFigures {
  /** One worker, the tables as kept. */
  oneWorkerMs: number
  /** One worker, the flat table. */
  flatMs: number
  /** The best of both, with indexes, workers, and with and without compiled expressions. */
  bestPlanMs: number
  /** How many plots pass, by either. */
  found: number[]
}

const clamp = (share: string) => `least(1, greatest(0, coalesce(${share}, 0)))`

/** The score as SQL, of columns under these names; `sector` is how well the land is meant for the sector, 0 to 1. */
const scoreOf = (need: Need, today: number, sector: string, unknowns: readonly string[]) => `
  (${clamp('(140 - price) / 100')} + ${clamp(`1 - (ready - ${today}) / 1095.0`)} + ${clamp('1 - "gateKm" / 200')}
    + ${clamp(`${need.areaMinM2}.0 / area`)}
    + (${clamp(`1 - ${need.powerKva} / power`)} + ${clamp(`1 - ${need.waterM3PerDay} / water`)} + ${clamp(`1 - ${need.wastewaterM3PerDay} / wastewater`)}) / 3
    + ${sector}) / 6 * power(0.9, ${unknowns.map((test) => `(${test})::int`).join(' + ')})`

const known = (column: string, test: string) => `(${column} IS NULL OR ${test})`

const isNull = (names: readonly string[]) => names.map((name) => `${name} IS NULL`)

function figuresAsked(need: Need): string {
  return `area BETWEEN ${need.areaMinM2} AND ${need.areaMaxM2}
    AND ${known('ready', `ready <= ${dayNumber(need.readyBy ?? TODAY)}`)}
    AND ${known('power', `power >= ${need.powerKva}`)} AND ${known('water', `water >= ${need.waterM3PerDay}`)}
    AND ${known('wastewater', `wastewater >= ${need.wastewaterM3PerDay}`)}
    AND ${known('price', `price <= ${need.maxPriceUsdPerM2}`)} AND ${known('tenure', `tenure >= ${need.minTenureYears}`)}
    AND ${known('"gateKm"', `"gateKm" <= ${need.maxDistanceKm?.huu_nghi}`)}`
}

const FIGURES = ['ready', 'price', 'tenure', 'power', 'water', 'wastewater', '"gateKm"']

async function flatTable(client: pg.Client, bare: BareColumns, land: OfferedLand, need: Need): Promise<string> {
  const names = Object.keys(bare) as (keyof BareColumns)[]
  await client.query(`CREATE TABLE flat (i int PRIMARY KEY, ${names.map((name) => `"${name}" float8`).join(', ')})`)
  await client.query(
    `INSERT INTO flat SELECT * FROM unnest($1::int[], ${names.map((_, at) => `$${at + 2}::float8[]`).join(', ')})`,
    [
      Array.from(land.plots.keys()),
      ...names.map((name) => Array.from(bare[name], (value) => (Number.isNaN(value) ? null : value))),
    ],
  )
  for (const name of ['area', 'ready', 'price', 'tenure']) await client.query(`CREATE INDEX ON flat ("${name}")`)
  const unknowns = isNull(['sector', '"group"', ...FIGURES])
  return `SELECT *, ${scoreOf(need, land.today, 'coalesce(sector, 0)', unknowns)} AS score FROM flat
    WHERE ${figuresAsked(need)} AND ${known('sector', 'sector = 1')} AND ${known('"group"', '"group" = 1')}
      AND zone = 1 AND kind = 1
    ORDER BY score DESC, i LIMIT 50`
}

const orNull = (values: ArrayLike<number>) => Array.from(values, (value) => (Number.isNaN(value) ? null : value))

async function keptTables(client: pg.Client, question: Question): Promise<string> {
  const { land, need, rests } = question
  await client.query(`CREATE TABLE zone (zone int PRIMARY KEY, code text, kind text, sectors text[], certain boolean,
    excluded text[], groups text[], "gateKm" float8)`)
  for (const [at, zone] of land.zones.entries()) {
    const { sectorsExcluded, environmentGroups } = detailsOf(zone)
    await client.query('INSERT INTO zone VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [
      at,
      zone.code,
      zone.kind,
      zone.sectors,
      zone.sectorsCertain,
      sectorsExcluded ?? [],
      environmentGroups ?? null,
      zone.distancesKm.huu_nghi ?? null,
    ])
  }
  await client.query('CREATE TABLE served (served int PRIMARY KEY, power float8, water float8, wastewater float8)')
  await client.query('INSERT INTO served SELECT * FROM unnest($1::int[], $2::float8[], $3::float8[], $4::float8[])', [
    Array.from(land.nodeSets.keys()),
    orNull(rests.power),
    orNull(rests.water),
    orNull(rests.wastewater),
  ])
  await client.query(`CREATE TABLE plot (i int PRIMARY KEY, zone int NOT NULL, served int NOT NULL, "ownSectors" text[],
    area int NOT NULL, ready int, price float8, tenure int)`)
  await client.query(
    `INSERT INTO plot SELECT i, zone, served, CASE WHEN own = '' THEN NULL ELSE string_to_array(own, ',') END, area, ready, price, tenure
     FROM unnest($1::int[], $2::int[], $3::int[], $4::text[], $5::int[], $6::int[], $7::float8[], $8::int[])
       AS p (i, zone, served, own, area, ready, price, tenure)`,
    [
      Array.from(land.plots.keys()),
      Array.from(land.zone),
      Array.from(land.nodeSet),
      land.plots.map(({ ownSectors }) => ownSectors.join()),
      Array.from(land.areaM2),
      Array.from(land.readyLatest, (day) => day || null),
      orNull(land.priceUsdPerM2),
      Array.from(land.tenureYears, (years) => (years < 0 ? null : years)),
    ],
  )
  for (const name of ['zone', 'area', 'ready', 'price', 'tenure'])
    await client.query(`CREATE INDEX ON plot ("${name}")`)
  const list = 'coalesce("ownSectors", sectors)'
  const asked = `'${need.sector}'`
  const text = (values: readonly string[] = []) => values.map((value) => `'${value}'`).join(', ')
  const named = `${asked} = ANY (${list})`
  const open = `'multi_sector' = ANY (${list})`
  const sector = `CASE WHEN ${named} THEN 1 WHEN ${open} THEN 0.5 ELSE 0 END`
  const unsure = `NOT (${named} OR ${open})`
  return `SELECT *, ${scoreOf(need, land.today, sector, [unsure, 'groups IS NULL', ...isNull(FIGURES)])} AS score
    FROM plot JOIN zone USING (zone) JOIN served USING (served)
    WHERE ${figuresAsked(need)}
      AND code IN (${text(need.zones)}) AND kind IN (${text(need.zoneKinds)})
      AND ${known('groups', `'${need.environmentGroup}' = ANY (groups)`)}
      AND (${named} OR ${open} OR ("ownSectors" IS NULL AND NOT certain)) AND NOT ${asked} = ANY (excluded)
    ORDER BY score DESC, i LIMIT 50`
}

/** The least of some runs. */
async function time(client: pg.Client, sql: string): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 40; round++) {
    const before = performance.now()
    await client.query(sql)
    best = Math.min(best, performance.now() - before)
  }
  return best
}

const PARALLEL = `max_parallel_workers_per_gather = 4; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0;
  SET min_parallel_table_scan_size = 0`
const VARIANTS = ['', 'SET jit = off;', `SET ${PARALLEL};`, `SET jit = off; SET ${PARALLEL};`]

/** One worker is `max_parallel_workers_per_gather = 0`, with or without compiled expressions; PostgreSQL plans as it likes. */
export async function inPostgres(question: Question, bare: BareColumns): Promise<PostgresFigures> {
  const client = new pg.Client({
    host: process.env.PGHOST,
    port: Number(process.env.PGPORT ?? 5432),
    user: 'postgres',
    database: 'postgres',
  })
  await client.connect()
  const flat = await flatTable(client, bare, question.land, question.need)
  const kept = await keptTables(client, question)
  await client.query('VACUUM ANALYZE')
  const one = 'SET max_parallel_workers_per_gather = 0;'
  await client.query(one)
  let oneWorkerMs = await time(client, kept)
  let flatMs = await time(client, flat)
  await client.query('SET jit = off')
  oneWorkerMs = Math.min(oneWorkerMs, await time(client, kept))
  flatMs = Math.min(flatMs, await time(client, flat))
  let bestPlanMs = Math.min(oneWorkerMs, flatMs)
  for (const variant of VARIANTS) {
    await client.query(`RESET ALL; ${one} ${variant}`)
    bestPlanMs = Math.min(bestPlanMs, await time(client, kept), await time(client, flat))
  }
  const found: number[] = []
  for (const sql of [kept, flat]) {
    const all = sql.replace(/ORDER BY.*$/, '')
    const { rows } = await client.query(`SELECT count(*)::int AS n FROM (${all}) all_of_them`)
    found.push(rows[0].n)
  }
  await client.end()
  return { oneWorkerMs, flatMs, bestPlanMs, found }
}
