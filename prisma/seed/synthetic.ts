// npm run seed -- --plots 100000
// Synthetic land for scale tests: so many plots more, spread over the zones, the same ones for the same number.
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { RUNGS } from '../../app/domain/land/readiness'
import { addDays, type Day, dayToDate } from '../../app/domain/time/day'
import { today } from '../../app/infra/clock.server'
import { joinDatabase } from '../../app/infra/db.server'
import { connectionOf } from '../../app/infra/embedded.server'
import { settings } from '../../app/infra/env.server'
import type { Prisma, PrismaClient } from '../../app/infra/prisma/client'
import { applyMigrations } from '../migrate'
import { loadReference } from './reference'

const SOURCE = 'synthetic: made for scale tests'
const BATCH = 1000
/** About 150 m in degrees at this latitude. */
const CELL_LAT = 0.00135
const CELL_LON = 0.00145

/** A small generator of numbers below 1 (mulberry32): the same ones for the same seed. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface ZonePoint {
  id: string
  lat: number
  lon: number
}

function ringAt({ lat, lon }: ZonePoint, cell: number): [number, number][] {
  const west = lon + (cell % 100) * CELL_LON
  const south = lat + Math.floor(cell / 100) * CELL_LAT
  const [east, north] = [west + CELL_LON, south + CELL_LAT]
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}

function rowsOf(
  index: number,
  zones: ZonePoint[],
  day: Day,
): { plot: Prisma.PlotCreateManyInput; facts: Prisma.FactCreateManyInput[] } {
  const next = numbers(index + 1)
  const zone = zones[index % zones.length] as ZonePoint
  const id = randomUUID()
  const rung = RUNGS[Math.floor(next() * RUNGS.length)] as string
  const readyIn = Math.floor(next() * 900)
  const plot: Prisma.PlotCreateManyInput = {
    id,
    code: `SY-${String(index + 1).padStart(7, '0')}`,
    zoneId: zone.id,
    block: `S${index % 40}`,
    areaM2: 5_000 + Math.floor(next() * 195_000),
    ring: ringAt(zone, Math.floor(index / zones.length)),
    readiness: rung,
    readinessSince: dayToDate(addDays(day, -Math.floor(next() * 700))),
    readyByEarliest: dayToDate(addDays(day, readyIn)),
    readyByLatest: dayToDate(addDays(day, readyIn + 30 + Math.floor(next() * 300))),
    commercial: next() < 0.8 ? 'offered' : 'leased',
    publication: 'published',
    illustrative: true,
    termEndYear: 2060 + Math.floor(next() * 20),
  }
  const common = { plotId: id, source: SOURCE, confirmedBy: SOURCE, illustrative: true }
  const dated = { confirmedOn: dayToDate(addDays(day, -30)), validFrom: dayToDate(addDays(day, -30)) }
  const confirmedUntil = dayToDate(addDays(day, Math.floor(next() * 300) - 30))
  const price = 40 + Math.floor(next() * 100)
  return {
    plot,
    facts: [
      { ...common, ...dated, key: 'readiness', value: rung, confirmedUntil },
      { ...common, ...dated, key: 'price_usd_per_m2', value: price, confirmedUntil },
    ],
  }
}

/** Adds synthetic plots until there are `count` of them, and moves the catalogue. Gives how many were added. */
export async function loadSynthetic(prisma: PrismaClient, count: number, day: Day): Promise<number> {
  const zones = await prisma.zone.findMany({
    where: { publication: 'published' },
    orderBy: { code: 'asc' },
    select: { id: true, lat: true, lon: true },
  })
  const there = await prisma.plot.count({ where: { code: { startsWith: 'SY-' } } })
  for (let from = there; from < count; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - from) }, (_, offset) => rowsOf(from + offset, zones, day))
    await prisma.$transaction([
      prisma.plot.createMany({ data: rows.map((row) => row.plot) }),
      prisma.fact.createMany({ data: rows.flatMap((row) => row.facts) }),
    ])
  }
  await prisma.catalogue.update({ where: { id: 1 }, data: { version: { increment: 1 } } })
  return Math.max(0, count - there)
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { plots: { type: 'string' } } })
  const count = Number(values.plots)
  if (!Number.isInteger(count) || count < 1 || count > 1_000_000) {
    process.stderr.write('Usage: npm run seed -- --plots NUMBER   (1 to 1000000)\n')
    process.exitCode = 2
    return
  }
  const env = settings()
  const running = env.DATABASE_URL === undefined && connectionOf(env.DATA_DIR) !== undefined
  const database = await joinDatabase({ databaseUrl: env.DATABASE_URL, dataDir: env.DATA_DIR })
  try {
    if (!running) {
      await applyMigrations(database)
      await loadReference(database.prisma)
    }
    const added = await loadSynthetic(database.prisma, count, today())
    process.stdout.write(`${added} synthetic plots added, ${count} in all.\n`)
  } finally {
    await database.close()
  }
}

if (process.argv[1]?.endsWith('synthetic.ts')) await main()
