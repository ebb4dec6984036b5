// node --expose-gc --import tsx bench/inbox-work.ts: fills the database of DATABASE_URL with an office (OFFICE_CASES),
// or, with EXPORT=1, lets the export's own job make a workbook of all its open cases. Prints what it took as JSON.
import { orderInboxExport } from '../app/commands/case/order-inbox-export.server'
import { rebuildDueDays } from '../app/commands/case/rebuild-due-days.server'
import { SYSTEM } from '../app/domain/party/permission'
import type { Day } from '../app/domain/time/day'
import { openDatabase, setDatabase } from '../app/infra/db.server'
import { settings } from '../app/infra/env.server'
import { actorOf } from '../app/infra/session.server'
import { runJobs } from '../app/jobs/run-jobs'
import { makePerson } from '../prisma/seed/factories'
import type { OfficeMade, SheetMade } from './inbox'
import { fillOffice } from './inbox-rows'
import { peakOf, timed } from './peak'

const OFFICERS = 20
const cases = Number(process.env.OFFICE_CASES)
const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir } = settings()
const database = await openDatabase({ databaseUrl, dataDir })
setDatabase(database)

const fromDay = '2020-01-01' as Day
const print = (figures: OfficeMade | SheetMade) => process.stdout.write(`${JSON.stringify(figures)}\n`)

async function make(): Promise<void> {
  const one = { lang: 'vi' as const, fromDay }
  for (let n = 1; n <= OFFICERS; n += 1) {
    const divisions = [n % 2 === 0 ? 'parks' : 'clusters']
    const who = { ...one, name: `bench.${n}`, fullName: `Officer ${n}`, role: 'officer' as const, divisions }
    await makePerson(database.prisma, { ...who, passwordHash: n === 1 ? undefined : 'none' })
  }
  await makePerson(database.prisma, {
    ...one,
    name: 'bench.head',
    fullName: 'Head',
    role: 'head',
    divisions: ['parks'],
  })
  const filledMs = await timed(() => fillOffice(database, cases))
  let written = 0
  const rebuiltMs = await timed(async () => {
    const verdict = await rebuildDueDays({ actor: SYSTEM, now: new Date() }, { edition: 1 })
    if (!verdict.ok) throw new Error(verdict.refusal.code)
    written = verdict.value.written
  })
  await database.pool.query('VACUUM ANALYZE "CaseFile"')
  print({ filledMs, rebuiltMs, written })
}

async function sheet(): Promise<void> {
  const head = await database.prisma.person.findFirstOrThrow({ where: { fullName: 'Head' } })
  const actor = await actorOf(head.id)
  if (!actor) throw new Error('the head was just made')
  let ms = 0
  const peak = await peakOf(async () => {
    ms = await timed(async () => {
      await orderInboxExport({ actor, now: new Date() }, { filter: { tab: 'all' }, lang: 'vi' })
      await runJobs()
    })
  })
  const job = await database.prisma.job.findFirstOrThrow({ where: { kind: 'export_cases' } })
  if (job.state !== 'done') throw new Error(`the export is ${job.state}`)
  print({ ms, rows: job.done, kb: Math.round((job.sizeBytes ?? 0) / 1000), peak })
}

await (process.env.EXPORT === '1' ? sheet() : make())
await database.close()
