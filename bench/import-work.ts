// node --expose-gc --import tsx bench/import-work.ts ROWS EXPORTED: what bench/import.ts runs in a process of its own; prints its figures as JSON.
import { randomUUID } from 'node:crypto'
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { confirmImport } from '../app/commands/land/confirm-import.server'
import { orderExport } from '../app/commands/land/order-export.server'
import { orderUndo } from '../app/commands/land/order-undo.server'
import { startImport } from '../app/commands/land/start-import.server'
import type { Day } from '../app/domain/time/day'
import { db, openDatabase, setDatabase } from '../app/infra/db.server'
import { settings } from '../app/infra/env.server'
import { actorOf } from '../app/infra/session.server'
import type { Ctx } from '../app/infra/transact.server'
import { runJobs } from '../app/jobs/run-jobs'
import { applyMigrations } from '../prisma/migrate'
import { makePerson } from '../prisma/seed/factories'
import { loadReference } from '../prisma/seed/reference'
import type { ImportTook } from './import'
import { peakOf, timed } from './peak'

const [ROWS = 0, EXPORTED = 0] = process.argv.slice(2).map(Number)
const ZONE = 'LS-IP-DONGBANH'
const TOO_MANY = 100_001

const database = await openDatabase({ dataDir: settings().DATA_DIR })
setDatabase(database)
await applyMigrations(database)
await loadReference(database.prisma)
const who = { name: 'bench', fullName: 'Bench', lang: 'vi' as const, role: 'officer' as const }
const id = await makePerson(database.prisma, { ...who, fromDay: '2020-01-01' as Day, passwordHash: 'none' })
const actor = await actorOf(id)
if (!actor) throw new Error('the person was just made')
const ctx = (): Ctx => ({ actor, now: new Date() })

function sheetOf(rows: number): string {
  const lines = ['code,zone,areaM2,readiness,readinessSince,commercial,priceUsdPerM2,priceConfirmedUntil,source,ring']
  for (let index = 0; index < rows; index += 1) {
    const [west, south] = [106.4 + (index % 100) * 0.00145, 21.5 + Math.floor(index / 100) * 0.00135]
    const [east, north] = [west + 0.0014, south + 0.0013]
    const ring = JSON.stringify([
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ])
    lines.push(`BENCH-${index},${ZONE},20875,planned,05/01/2026,offered,80.5,31/12/2027,bench,"${ring}"`)
  }
  return lines.join('\n')
}

async function send(content: string): Promise<string> {
  const folder = join(settings().DATA_DIR, 'incoming')
  mkdirSync(folder, { recursive: true })
  const temporaryPath = join(folder, randomUUID())
  writeFileSync(temporaryPath, content)
  const file = { field: 'file', fileName: 'bench.csv', mediaType: 'text/csv', sha256: '', temporaryPath }
  const started = await startImport(ctx(), { uploads: [{ ...file, sizeBytes: statSync(temporaryPath).size }] })
  if (!started.ok) throw new Error(started.refusal.code)
  await runJobs()
  return started.value.number
}

async function stateAfter(number: string, step: typeof confirmImport): Promise<string> {
  const { version } = await db().landImport.findUniqueOrThrow({ where: { number } })
  await step(ctx(), { number, version })
  await runJobs()
  const row = await db().landImport.findUniqueOrThrow({ where: { number } })
  return `${row.state} ${JSON.stringify(row.counts)}`
}

const figures: ImportTook = {
  readMs: 0,
  writeMs: 0,
  undoMs: 0,
  imported: { liveMb: 0, residentMb: 0 },
  exportMs: 0,
  exported: { liveMb: 0, residentMb: 0 },
  exportKb: 0,
  refusedMs: 0,
}
// Outlines of zones are left out, so that the rows may lie anywhere.
await database.prisma.$executeRawUnsafe(`UPDATE "Zone" SET "sitePlan" = NULL`)
let number = ''
figures.imported = await peakOf(async () => {
  const sheet = sheetOf(ROWS)
  figures.readMs = await timed(async () => {
    number = await send(sheet)
  })
  figures.writeMs = await timed(async () => {
    const state = await stateAfter(number, confirmImport)
    if (!state.startsWith('confirmed')) throw new Error(state)
  })
})
figures.undoMs = await timed(async () => {
  const state = await stateAfter(number, orderUndo)
  if (!state.startsWith('undone')) throw new Error(state)
})
figures.refusedMs = await timed(async () => {
  await send(sheetOf(TOO_MANY))
})
const zone = await database.prisma.zone.findUniqueOrThrow({ where: { code: ZONE } })
for (let from = 0; from < EXPORTED; from += 1000) {
  await database.prisma.plot.createMany({
    data: Array.from({ length: 1000 }, (_, index) => ({
      code: `EXPORT-${from + index}`,
      zoneId: zone.id,
      areaM2: 20_000 + index,
      readiness: 'planned',
      commercial: 'offered',
      publication: 'draft',
      note: `Lô số ${from + index}`,
      ring: [
        [106.4, 21.5],
        [106.401, 21.5 + index / 1e6],
        [106.402, 21.502],
        [106.4, 21.5],
      ],
    })),
  })
}
figures.exported = await peakOf(async () => {
  figures.exportMs = await timed(async () => {
    await orderExport(ctx(), { filter: {}, format: 'xlsx', lang: 'vi' })
    await runJobs()
  })
})
const job = await database.prisma.job.findFirstOrThrow({ where: { kind: 'export_land' } })
if (job.state !== 'done') throw new Error(`the export is ${job.state}`)
figures.exportKb = Math.round((job.sizeBytes ?? 0) / 1000)
process.stdout.write(`${JSON.stringify(figures)}\n`)
await database.close()
