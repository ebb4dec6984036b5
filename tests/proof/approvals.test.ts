// Many approvals of one plot at once, from two processes: one hold, everybody else a clear conflict, no capacity below
// zero. A few in `npm test`, 200 in `npm run proof`.
import { beforeAll, expect, it } from 'vitest'
import { ledgerFrom } from '~/domain/land/capacity'
import { type Database, db } from '~/infra/db.server'
import { readSnapshot } from '~/infra/snapshot-rows.server'
import { buildSources, type CaseLine, caseLine, day, morning } from '../case-line'
import { describeDatabases } from '../database'
import { copiesOf, startWorker } from './cases'

const MANY = process.env.PROOF ? 200 : 12
const LATE = { landBy: day('2030-01-01'), operationBy: day('2031-01-01') }

describeDatabases('approvals from two processes', (open) => {
  let line: CaseLine
  let database: Database
  beforeAll(async () => {
    database = await open('demo')
    line = await caseLine()
  }, 120_000)

  async function approved(plotCode: string, offered: boolean) {
    const model = await line.submitted(plotCode, '2026-11-16', LATE)
    await line.awaitingDecision(model)
    if (offered) await line.offered(model)
    const numbers = [model, ...(await copiesOf(model, MANY - 1))]
    const now = morning('2026-11-19').toISOString()
    const { kind, connection } = database
    const task = { kind, connection, now, personId: line.ids.get('director') ?? '', verb: 'approve' as const }
    const half = Math.ceil(numbers.length / 2)
    const workers = [numbers.slice(0, half), numbers.slice(half)].map((part) => startWorker({ ...task, numbers: part }))
    await Promise.all(workers.map(({ ready }) => ready))
    for (const worker of workers) worker.begin()
    return (await Promise.all(workers.map((worker) => worker.answers()))).flat()
  }

  const counts = (answers: string[]) =>
    Object.fromEntries([...new Set(answers)].sort().map((code) => [code, answers.filter((one) => one === code).length]))

  it('hold a plot once, and leave nothing of those that lost', async () => {
    await buildSources('DB-A1')
    const answers = await approved('DB-A1', false)
    expect(counts(answers)).toEqual({ ok: 1, 'plot-held': MANY - 1 })
    expect(await db().hold.count({ where: { state: 'active' } })).toBe(1)
    expect(await db().holdPlot.count({ where: { plot: { code: 'DB-A1' } } })).toBe(1)
    expect(await db().decision.count()).toBe(1)
    expect(await db().letter.count({ where: { kind: 'decision_approval' } })).toBe(1)
    expect(await db().roadmap.count()).toBe(1)
    expect(await db().auditEntry.count({ where: { act: 'case.approve' } })).toBe(1)
    const at = morning('2026-11-19')
    const nodes = (await readSnapshot(1)).plotByCode.get('DB-A1')?.nodes ?? []
    expect(nodes.length).toBeGreaterThan(0)
    for (const { entries, holds } of nodes) {
      for (const { remaining } of ledgerFrom(
        day('2026-11-19'),
        entries,
        holds.filter(({ until }) => until > at),
      )) {
        expect(remaining).toBeGreaterThanOrEqual(0)
      }
    }
  })
})
