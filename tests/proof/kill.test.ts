// A process killed at any instant of a submission or a decision leaves nothing or everything, with its record and its
// mail exactly once. A few times in `npm test`, 200 times in `npm run proof`. PostgreSQL: the embedded database dies with
// its process.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, db, setDatabase } from '~/infra/db.server'
import { makeDraft, makeForm } from '../../prisma/seed/factories'
import { buildSources, type CaseLine, caseLine, day, morning } from '../case-line'
import { freshDatabase } from '../database'
import { copiesOf, startWorker } from './cases'

const TIMES = process.env.PROOF ? 100 : 2
const AT_ONCE = 4
const LATE = { landBy: day('2030-01-01'), operationBy: day('2031-01-01') }

/** A seeded sequence in [0, 1): the same instants each time. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

describe('a process killed in the middle', () => {
  let database: Database
  let line: CaseLine
  const next = seeded(20_261_126)
  beforeAll(async () => {
    database = await freshDatabase('server', 'demo')
    setDatabase(database)
    line = await caseLine()
    await buildSources('DB-A1')
  }, 240_000)
  afterAll(async () => {
    await database.close()
    setDatabase(undefined)
  })

  const task = (who: string) => {
    const { kind, connection } = database
    return { kind, connection, now: morning('2026-11-19').toISOString(), personId: line.ids.get(who) ?? '' }
  }

  /**
   * Begins the work, kills the process within what the whole takes (null: lets it end), and waits for the server to clear
   * up. Gives what it took, in ms.
   */
  async function killed(worker: ReturnType<typeof startWorker>, wholeMs: number | null) {
    await worker.ready
    const began = performance.now()
    worker.begin()
    if (wholeMs === null) await worker.ended
    else await Promise.race([worker.ended, new Promise((done) => setTimeout(done, next() * wholeMs))])
    const tookMs = performance.now() - began
    worker.kill()
    await worker.ended
    for (;;) {
      const [row] = await db().$queryRaw<{ open: bigint }[]>`
        SELECT count(*) AS open FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'
          OR datname = current_database() AND state = 'active' AND pid <> pg_backend_pid()`
      if (Number(row?.open ?? 0) === 0) return tookMs
      await new Promise((done) => setTimeout(done, 20))
    }
  }

  it('submits whole or not at all', async () => {
    const ctx = await line.as('investor.vn', '2026-11-19')
    const form = makeForm(day('2026-11-19'), LATE)
    const seen = { whole: 0, nothing: 0 }
    // The first turn is not killed: it says how long the whole takes here and now.
    let wholeMs: number | null = null
    for (let turn = 0; turn < TIMES; turn += 1) {
      const interestIds: string[] = []
      for (let index = 0; index < AT_ONCE; index += 1) {
        const draft = { zoneCode: 'LS-IP-DONGBANH', plotCodes: ['DB-A2'], form, at: ctx.now }
        const own = { organizationId: ctx.actor.organizations[0]?.id ?? '', createdById: ctx.actor.personId ?? '' }
        interestIds.push(await makeDraft(db(), { ...own, ...draft }))
      }
      const tookMs = await killed(startWorker({ ...task('investor.vn'), verb: 'submit', interestIds }), wholeMs)
      wholeMs ??= tookMs
      for (const id of interestIds) {
        const interest = await db().interest.findUniqueOrThrow({
          where: { id },
          include: { case: { include: { receipt: true } } },
        })
        const whole = interest.state === 'submitted'
        seen[whole ? 'whole' : 'nothing'] += 1
        expect(interest.case !== null).toBe(whole)
        const caseId = interest.case?.id ?? '00000000-0000-0000-0000-000000000000'
        expect(interest.case?.receipt != null).toBe(whole)
        expect(await db().auditEntry.count({ where: { caseId, act: 'case.submit' } })).toBe(whole ? 1 : 0)
        const mails = await db().outbox.groupBy({
          by: ['toEmail'],
          where: { caseId, kind: 'interest_submitted' },
          _count: true,
        })
        expect(mails.length > 0).toBe(whole)
        expect(mails.every(({ _count }) => _count === 1)).toBe(true)
      }
    }
    const receipts = await db().receipt.findMany({ orderBy: { position: 'asc' }, select: { position: true } })
    expect(receipts.map(({ position }) => position)).toEqual(receipts.map((_, index) => index + 1))
    expect(seen.whole + seen.nothing).toBe(TIMES * AT_ONCE)
    if (process.env.PROOF) expect(Math.min(seen.whole, seen.nothing)).toBeGreaterThan(0)
  }, 1_800_000)

  it('decides whole or not at all', async () => {
    const model = await line.submitted('DB-A1', '2026-11-16', LATE)
    await line.awaitingDecision(model)
    const numbers = await copiesOf(model, TIMES * AT_ONCE)
    const spare = await db().plot.findMany({
      where: { zone: { code: 'LS-IP-DONGBANH' }, commercial: 'offered', publication: 'published' },
      orderBy: { code: 'asc' },
      select: { id: true },
    })
    const seen = { whole: 0, nothing: 0 }
    let wholeMs: number | null = null
    for (let turn = 0; turn < TIMES; turn += 1) {
      const part = numbers.slice(turn * AT_ONCE, (turn + 1) * AT_ONCE)
      for (const [index, number] of part.entries()) {
        const { interestId } = await db().caseFile.findUniqueOrThrow({ where: { number } })
        await db().interestPlot.updateMany({
          where: { interestId },
          data: { plotId: spare[index % spare.length]?.id ?? '' },
        })
      }
      const tookMs = await killed(startWorker({ ...task('director'), verb: 'approve', numbers: part }), wholeMs)
      wholeMs ??= tookMs
      for (const number of part) {
        const row = await db().caseFile.findUniqueOrThrow({
          where: { number },
          include: { decisions: true, letters: true, holds: true, roadmap: true },
        })
        const whole = row.state === 'approved'
        seen[whole ? 'whole' : 'nothing'] += 1
        const found = [row.decisions, row.holds, row.letters.filter(({ kind }) => kind === 'decision_approval')]
        for (const rows of found) expect(rows).toHaveLength(whole ? 1 : 0)
        expect(row.roadmap !== null).toBe(whole)
        expect(await db().auditEntry.count({ where: { caseId: row.id, act: 'case.approve' } })).toBe(whole ? 1 : 0)
        const mails = await db().outbox.groupBy({
          by: ['toEmail'],
          where: { caseId: row.id, kind: 'decision_approved' },
          _count: true,
        })
        expect(mails.length > 0).toBe(whole)
        expect(mails.every(({ _count }) => _count === 1)).toBe(true)
      }
      // The plots are free again for the next turn: their holds end where they began.
      await db().$executeRaw`UPDATE "HoldPlot" SET "untilInstant" = "fromInstant"`
      await db().$executeRaw`UPDATE "HoldCapacity" SET "untilInstant" = "fromInstant"`
    }
    expect(seen.whole + seen.nothing).toBe(TIMES * AT_ONCE)
    if (process.env.PROOF) expect(Math.min(seen.whole, seen.nothing)).toBeGreaterThan(0)
  }, 1_800_000)
})
