// Seeded interleavings of everything that can happen to held land, some of it at once: never two holders, never a holder
// of what is offered to another, and the ledger and the match agree. A few in `npm test`, 500 on each database in `npm run proof`.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { beforeAll, expect, it, vi } from 'vitest'
import { acceptPlace } from '~/commands/case/accept-place.server'
import { activateHold } from '~/commands/case/activate-hold.server'
import { approveCase } from '~/commands/case/approve-case.server'
import { extendHold } from '~/commands/case/extend-hold.server'
import { giveUpPlace } from '~/commands/case/give-up-place.server'
import { joinLine } from '~/commands/case/join-line.server'
import { releaseHold } from '~/commands/case/release-hold.server'
import { withdrawCase } from '~/commands/case/withdraw-case.server'
import { convertHold } from '~/commands/land/convert-hold.server'
import { type CapacityEntry, ledgerFrom } from '~/domain/land/capacity'
import type { Actor } from '~/domain/party/permission'
import { addDays, dayInVietnam, toDay } from '~/domain/time/day'
import { db } from '~/infra/db.server'
import { forgetSnapshot } from '~/infra/snapshot.server'
import { tendHolds } from '~/jobs/tend-holds'
import { matchAnswer } from '~/queries/match/match-answer.server'
import { buildSources, type CaseLine, caseLine, day, morning, versionOf } from '../case-line'
import { describeDatabases } from '../database'
import { copiesOf } from './cases'

// Letters are proved elsewhere; here they would be nearly all of the time.
vi.mock('~/documents/case/render-letter.server', () => ({ renderLetter: async () => new Uint8Array([37, 80, 68, 70]) }))

const RUNS = process.env.PROOF ? 500 : 4
const LATE = { landBy: day('2030-01-01'), operationBy: day('2031-01-01') }
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const VERBS = [
  'hold',
  'approve',
  'withdraw',
  'convert',
  'extend',
  'release',
  'join',
  'accept',
  'leave',
  'tend',
] as const
type Verb = (typeof VERBS)[number]
interface Step {
  verbs: { verb: Verb; of: number }[]
  afterMs: number
}
/** Holding, joining and the timer come oftener, so that there is something to end. */
const verb = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Verb>('hold', 'join', 'tend') },
  { weight: 2, arbitrary: fc.constantFrom<Verb>(...VERBS) },
)
const steps = fc.array(
  fc.record({
    verbs: fc.array(fc.record({ verb, of: fc.integer({ min: 0, max: 3 }) }), { minLength: 1, maxLength: 3 }),
    afterMs: fc.constantFrom(0, MINUTE, DAY, 8 * DAY, 40 * DAY),
  }),
  { minLength: 3, maxLength: 9 },
)

describeDatabases('what happens to held land in any order', (open) => {
  let line: CaseLine
  let model = ''
  let plotIds: string[] = []
  const actors = new Map<string, Actor>()
  beforeAll(async () => {
    await open('demo')
    line = await caseLine()
    for (let times = 0; times < 200; times += 1) await buildSources('DB-A1')
    model = await line.submitted('DB-A1', '2026-11-16', LATE)
    await line.awaitingDecision(model)
    const plots = await db().plot.findMany({ where: { code: { in: ['DB-A1', 'DB-A2'] } }, orderBy: { code: 'asc' } })
    plotIds = plots.map(({ id }) => id)
    for (const name of ['officer', 'director', 'investor.vn'])
      actors.set(name, (await line.as(name, '2026-11-19')).actor)
  }, 240_000)

  /** Four fresh cases, for the first plot, the second, both, and the first; everything of earlier ones is over. */
  async function fresh(): Promise<string[]> {
    await db().$executeRaw`UPDATE "HoldPlot" SET "untilInstant" = "fromInstant"`
    await db().$executeRaw`UPDATE "HoldCapacity" SET "untilInstant" = "fromInstant"`
    await db().hold.updateMany({ where: { state: { notIn: ['converted'] } }, data: { state: 'released' } })
    await db().waitingEntry.updateMany({ where: { state: { in: ['waiting', 'offered'] } }, data: { state: 'left' } })
    await db().plot.updateMany({ where: { id: { in: plotIds } }, data: { commercial: 'offered' } })
    const numbers = await copiesOf(model, 4)
    const [first = '', second = ''] = plotIds
    for (const [index, wanted] of [[first], [second], [first, second], [first]].entries()) {
      const { interestId } = await db().caseFile.findUniqueOrThrow({ where: { number: numbers[index] } })
      await db().interestPlot.deleteMany({ where: { interestId } })
      await db().interestPlot.createMany({ data: wanted.map((plotId) => ({ interestId, plotId })) })
    }
    return numbers
  }

  async function make({ verb, of }: Step['verbs'][number], numbers: string[], now: Date): Promise<void> {
    const number = numbers[of] ?? ''
    const as = (name: string) => ({ actor: actors.get(name) as Actor, now })
    const read = async () => ({ number, version: await versionOf(number) })
    if (verb === 'hold') await activateHold(as('officer'), await read())
    if (verb === 'approve') await approveCase(as('director'), { ...(await read()), conditions: null })
    if (verb === 'withdraw') await withdrawCase(as('investor.vn'), { number, reason: null })
    if (verb === 'extend') await extendHold(as('officer'), { ...(await read()), reason: 'thử' })
    if (verb === 'release') await releaseHold(as('officer'), { ...(await read()), reason: 'thử' })
    if (verb === 'join') await joinLine(as('investor.vn'), { number })
    if (verb === 'accept') await acceptPlace(as('investor.vn'), { number })
    if (verb === 'leave') await giveUpPlace(as('investor.vn'), { number })
    if (verb === 'tend') await tendHolds(now)
    if (verb === 'convert') {
      const temporaryPath = path.join(mkdtempSync(path.join(tmpdir(), 'lease-')), 'lease')
      writeFileSync(temporaryPath, '%PDF')
      const file = {
        field: 'lease',
        fileName: 'l.pdf',
        mediaType: 'application/pdf',
        sizeBytes: 4,
        sha256: '0',
        temporaryPath,
      }
      const from = dayInVietnam(now)
      const lease = { leaseNumber: number, fromDay: from, untilDay: day('2070-01-01'), uploads: [file] }
      await convertHold(as('officer'), { ...(await read()), ...lease })
    }
  }

  async function check(now: Date): Promise<void> {
    const live = await db().holdPlot.findMany({
      where: { plotId: { in: plotIds }, untilInstant: { gt: now } },
      include: { hold: { include: { case: { select: { state: true } } } }, plot: true },
    })
    const holders = live.filter(({ fromInstant, untilInstant }) => fromInstant < untilInstant)
    expect(new Set(holders.map(({ plotId }) => plotId)).size).toBe(holders.length)
    for (const { hold, plot, untilInstant } of holders) {
      expect(['active', 'extended']).toContain(hold.state)
      expect(hold.untilInstant).toEqual(untilInstant)
      expect(plot.commercial).toBe('offered')
      expect(['returned', 'refused', 'withdrawn', 'closed']).not.toContain(hold.case.state)
    }
    const offers = await db().waitingEntry.findMany({
      where: { state: 'offered', offerUntil: { gt: now } },
      include: { plots: true, case: true },
    })
    const offered = offers.flatMap(({ plots }) => plots.map(({ plotId }) => plotId))
    expect(new Set(offered).size).toBe(offered.length)
    for (const plotId of offered) expect(holders.map((one) => one.plotId)).not.toContain(plotId)
    for (const { case: of } of offers) expect(of.state).not.toBe('withdrawn')
    await checkLedger(now, new Set(holders.map(({ holdId }) => holdId)))
  }

  /** What is held belongs to holders, what is committed to leases, and nothing is below zero on any day. */
  async function checkLedger(now: Date, holdIds: ReadonlySet<string>): Promise<void> {
    const kept = await db().holdCapacity.findMany({ where: { untilInstant: { gt: now } } })
    for (const { holdId, fromInstant, untilInstant } of kept)
      if (fromInstant < untilInstant) expect(holdIds).toContain(holdId)
    const leased = await db().holdCapacity.groupBy({
      by: ['nodeId'],
      where: { hold: { state: 'converted' } },
      _sum: { amount: true },
    })
    const entries = await db().capacityEntry.findMany({ where: { nodeId: { in: leased.map(({ nodeId }) => nodeId) } } })
    for (const { nodeId, _sum } of leased) {
      const own = entries.filter((entry) => entry.nodeId === nodeId)
      const committed = own.filter(({ reason }) => reason.startsWith('CM-2099'))
      expect(committed.reduce((sum, { amount }) => sum + amount, 0)).toBe(_sum.amount)
      const rows = own.map(({ kind, amount, fromDay }) => ({
        kind: kind as CapacityEntry['kind'],
        amount,
        from: toDay(fromDay),
      }))
      const holds = kept
        .filter((hold) => hold.nodeId === nodeId)
        .map(({ amount, fromInstant, untilInstant, neededOn }) => {
          return { amount, from: fromInstant, until: untilInstant, neededOn: neededOn && toDay(neededOn) }
        })
      for (const { remaining } of ledgerFrom(day('2026-01-01'), rows, holds))
        expect(remaining).toBeGreaterThanOrEqual(0)
    }
  }

  /** What a match says is left of power is what the rows themselves add up to, and only what nobody holds is found. */
  async function checkMatch(now: Date): Promise<void> {
    forgetSnapshot()
    const readyBy = addDays(dayInVietnam(now), 2_500)
    const zones = ['LS-IP-DONGBANH']
    const need = { sector: 'mechanical', areaMinM2: 1, powerKva: 0, readyBy, zones, limit: 200 }
    const answer = await matchAnswer(need, now)
    if (!answer.ok) throw new Error('the need is in order')
    const left = await db().$queryRaw<{ code: string; rest: number | null; free: boolean }[]>`
      WITH held AS (
        SELECT h.*, COALESCE(h."neededOn", (h."fromInstant" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) AS day
        FROM "HoldCapacity" h WHERE h."fromInstant" <= ${now} AND ${now} < h."untilInstant"
      ), moved AS (
        SELECT "nodeId", "fromDay" AS day, CASE kind WHEN 'built' THEN amount ELSE -amount END AS amount FROM "CapacityEntry"
        UNION ALL SELECT "nodeId", day, -amount FROM held
      ), days AS (
        SELECT id AS "nodeId", ${readyBy}::date AS day FROM "UtilityNode" WHERE kind = 'power'
        UNION SELECT "nodeId", day FROM moved WHERE day > ${readyBy}::date
      ), rests AS (
        SELECT d."nodeId", (SELECT COALESCE(sum(m.amount), 0) FROM moved m WHERE m."nodeId" = d."nodeId" AND m.day <= d.day) AS rest
        FROM days d
      ), least AS (SELECT "nodeId", min(rest) AS rest FROM rests GROUP BY "nodeId")
      SELECT p.code, max(l.rest)::int AS rest, p.commercial = 'offered' AND NOT EXISTS (
        SELECT 1 FROM "HoldPlot" h WHERE h."plotId" = p.id AND h."fromInstant" <= ${now} AND ${now} < h."untilInstant") AS free
      FROM "Plot" p JOIN "Zone" z ON z.id = p."zoneId"
      LEFT JOIN "PlotNode" pn ON pn."plotId" = p.id LEFT JOIN least l ON l."nodeId" = pn."nodeId"
      WHERE z.code = 'LS-IP-DONGBANH' GROUP BY p.id`
    const said = new Map(
      answer.value.results.map(({ plots, criteria }) => [
        plots.join(),
        criteria.find(({ key }) => key === 'power')?.actual,
      ]),
    )
    expect(said.size).toBeGreaterThan(5)
    for (const { code, rest, free } of left) {
      if (said.has(code)) expect([code, said.get(code), free]).toEqual([code, rest, true])
      else if (['DB-A1', 'DB-A2'].includes(code)) expect([code, free]).toEqual([code, false])
    }
  }

  it('never has two holders, nor a holder of what is offered to another', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (run) => {
        const numbers = await fresh()
        let now = morning('2026-11-19')
        for (const { verbs, afterMs } of run) {
          now = new Date(now.getTime() + afterMs)
          const at = now
          await Promise.all(verbs.map((one) => make(one, numbers, at)))
          await check(now)
        }
        await checkMatch(now)
      }),
      { numRuns: RUNS, seed: 20_261_126, endOnFailure: true },
    )
  }, 3_000_000)
})
