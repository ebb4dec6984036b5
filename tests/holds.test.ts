// Holds from assessment to the lease, by the commands themselves, on both databases.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, expect, it, vi } from 'vitest'
import { activateHold } from '~/commands/case/activate-hold.server'
import { approveCase } from '~/commands/case/approve-case.server'
import { declineCase } from '~/commands/case/decline-case.server'
import { extendHold } from '~/commands/case/extend-hold.server'
import { releaseHold } from '~/commands/case/release-hold.server'
import { requestHold } from '~/commands/case/request-hold.server'
import { convertHold } from '~/commands/land/convert-hold.server'
import { commercialAt } from '~/domain/land/catalogue'
import { endOfDay, toDay } from '~/domain/time/day'
import { findCase } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { readSnapshot } from '~/infra/snapshot-rows.server'
import type { Upload } from '~/infra/upload.server'
import { tendHolds } from '~/jobs/tend-holds'
import { caseForHold, holdOfCase } from '~/queries/case/case-hold.server'
import { buildSources, type CaseLine, caseLine, codeOf, day, morning, versionOf } from './case-line'
import { describeDatabases } from './database'

// What letters look like is tested elsewhere; here drawing them would be nearly all of the time.
vi.mock('~/documents/case/render-letter.server', () => ({ renderLetter: async () => new Uint8Array([37, 80, 68, 70]) }))

const lease = (): Upload => {
  const temporaryPath = path.join(mkdtempSync(path.join(tmpdir(), 'lease-')), randomUUID())
  writeFileSync(temporaryPath, '%PDF-1.4 hop dong thue dat')
  const file = { fileName: 'hop-dong.pdf', mediaType: 'application/pdf', sizeBytes: 26, sha256: '0' }
  return { field: 'lease', ...file, temporaryPath }
}

/** After the sources of every zone are built. */
const LATE = { landBy: day('2030-01-01'), operationBy: day('2031-01-01') }

describeDatabases('holds', (open) => {
  let line: CaseLine
  beforeAll(async () => {
    await open('demo')
    line = await caseLine()
    await buildSources('DB-A1')
  }, 120_000)

  const of = async (number: string) => ({ number, version: await versionOf(number) })
  const shown = async (number: string, on: string) => (await holdOfCase(await line.as('officer', on), number))?.hold
  const commercial = async (code: string, at: Date) => {
    const row = (await readSnapshot(1)).plotByCode.get(code)
    return row && commercialAt(row, at)
  }
  /** What remains of each node of a plot that has holds or entries of a case: built − withdrawn − committed − held. */
  const ledger = async (code: string, at: Date) => {
    const row = (await readSnapshot(1)).plotByCode.get(code)
    return (row?.nodes ?? []).map((node) => {
      const sum = node.entries.reduce((all, entry) => all + (entry.kind === 'built' ? 1 : -1) * entry.amount, 0)
      return sum - node.holds.reduce((all, held) => all + (held.from <= at && at < held.until ? held.amount : 0), 0)
    })
  }

  it('goes from assessment over one extension to the lease, each on record, and nothing twice', async () => {
    const number = await line.submitted('DB-A1', '2026-11-16', LATE)
    const officer = await line.as('officer', '2026-11-18')
    expect(codeOf(await activateHold(officer, await of(number)))).toBe('not-allowed')
    await line.inAssessment(number)
    const input = await of(number)
    expect(codeOf(await activateHold(await line.as('officer2', '2026-11-18'), input))).toBe('not-allowed')
    expect(codeOf(await activateHold(await line.as('investor.vn', '2026-11-18'), input))).toBe('not-allowed')
    expect(codeOf(await activateHold(await line.as('investor.cn', '2026-11-18'), input))).toBe('not-allowed')
    const free = await ledger('DB-A1', officer.now)
    expect(await activateHold(officer, input)).toEqual({ ok: true, value: { lastDay: '2027-01-17' } })
    expect(codeOf(await activateHold(officer, input))).toBe('state-forbids')
    expect(await shown(number, '2026-11-18')).toMatchObject({ state: 'active', lastDay: '2027-01-17' })
    expect(await commercial('DB-A1', morning('2026-11-18'))).toBe('held')
    const held = await ledger('DB-A1', officer.now)
    expect(held.some((amount, index) => amount < (free[index] ?? 0))).toBe(true)

    const rival = await line.submitted('DB-A1', '2026-11-16', LATE, 'investor.cn')
    await line.inAssessment(rival)
    expect(codeOf(await activateHold(officer, await of(rival)))).toBe('plot-held')

    const later = await line.as('officer', '2027-01-15')
    const why = { reason: 'Chờ thẩm định môi trường' }
    expect(codeOf(await extendHold(later, { ...input, ...why }))).toBe('conflict')
    expect(await extendHold(later, { ...(await of(number)), ...why })).toEqual({
      ok: true,
      value: { lastDay: '2027-02-16' },
    })
    expect(codeOf(await extendHold(later, { ...(await of(number)), ...why }))).toBe('hold-extended')
    const record = await findCase(number)
    const { caseId, untilInstant } = await db().hold.findFirstOrThrow({ where: { caseId: record?.id } })
    expect(untilInstant).toEqual(endOfDay(day('2027-02-16')))
    for (const row of await db().holdPlot.findMany({ where: { hold: { caseId } } })) {
      expect(row.untilInstant).toEqual(untilInstant)
    }

    const terms = { leaseNumber: '12/HĐTĐ-2027', fromDay: day('2027-02-01'), untilDay: day('2077-02-01') }
    const inReview = { ...(await of(number)), ...terms, uploads: [lease()] }
    expect(codeOf(await convertHold(later, inReview))).toBe('state-forbids')
    await db().caseFile.update({ where: { id: caseId }, data: { state: 'approved' } })
    expect(codeOf(await convertHold(later, { ...inReview, uploads: [] }))).toBe('file-missing')
    const before = await ledger('DB-A1', later.now)
    const version = (await db().catalogue.findUniqueOrThrow({ where: { id: 1 } })).version
    expect(codeOf(await convertHold(later, { ...inReview, uploads: [lease()] }))).toBe('ok')
    expect((await db().catalogue.findUniqueOrThrow({ where: { id: 1 } })).version).toBe(version + 1)
    expect(await commercial('DB-A1', later.now)).toBe('leased')
    expect(await ledger('DB-A1', later.now)).toEqual(before)
    expect(await shown(number, '2027-01-15')).toMatchObject({
      state: 'converted',
      lease: { number: '12/HĐTĐ-2027', fromDay: '2027-02-01', document: { fileName: 'hop-dong.pdf' } },
    })
    const committed = await db().capacityEntry.findMany({ where: { reason: { startsWith: number } } })
    const kept = await db().holdCapacity.findMany({ where: { hold: { caseId } } })
    expect(committed.map(({ nodeId, amount, fromDay }) => `${nodeId} ${amount} ${toDay(fromDay)}`).sort()).toEqual(
      kept.map(({ nodeId, amount, neededOn }) => `${nodeId} ${amount} ${neededOn && toDay(neededOn)}`).sort(),
    )
    expect(codeOf(await activateHold(later, await of(rival)))).toBe('plot-not-offered')
    const acts = await db().auditEntry.findMany({ where: { subjectKind: 'hold', caseId }, orderBy: { id: 'asc' } })
    expect(acts.map(({ act }) => act)).toEqual(['hold.activate', 'hold.extend', 'hold.convert'])
    const mails = await db().outbox.findMany({ where: { caseId, kind: { startsWith: 'hold_' } } })
    expect(mails.map(({ kind }) => kind).sort()).toEqual(['hold_activated', 'hold_converted', 'hold_extended'])
    expect(mails.every(({ text }) => text.includes('DB-A1'))).toBe(true)
  })

  it('ends by itself at its last instant, is told once, and can neither be extended nor converted after', async () => {
    const number = await line.submitted('DB-A2', '2026-11-16', LATE)
    await line.inAssessment(number)
    expect(codeOf(await activateHold(await line.as('officer', '2026-11-18'), await of(number)))).toBe('ok')
    const end = endOfDay(day('2027-01-17'))
    expect(await commercial('DB-A2', new Date(end.getTime() - 1))).toBe('held')
    expect(await commercial('DB-A2', end)).toBe('offered')
    const after = { ...(await line.as('officer', '2027-01-18')), now: end }
    expect(codeOf(await extendHold(after, { ...(await of(number)), reason: 'x' }))).toBe('state-forbids')
    expect((await holdOfCase(after, number))?.hold?.state).toBe('expired')
    await Promise.all([tendHolds(end), tendHolds(end), tendHolds(new Date(end.getTime() + 1))])
    const told = await db().outbox.findMany({ where: { kind: 'hold_expired' } })
    const mine = told.filter(({ subject }) => subject.includes(number))
    expect(new Set(mine.map(({ toEmail }) => toEmail)).size).toBe(mine.length)
    expect(mine.length).toBeGreaterThanOrEqual(2)
    expect(codeOf(await activateHold(after, await of(number)))).toBe('ok')
  })

  it('is given back with its reason, by the office or with the end of the case, whoever ends it', async () => {
    const number = await line.submitted('DB-A3', '2026-11-16', LATE)
    await line.awaitingDecision(number, 'refuse')
    expect(codeOf(await activateHold(await line.as('officer', '2026-11-18'), await of(number)))).toBe('ok')
    const reason = 'Nhà đầu tư chọn lô khác'
    expect(codeOf(await releaseHold(await line.as('head', '2026-11-19'), { ...(await of(number)), reason }))).toBe('ok')
    expect(await shown(number, '2026-11-19')).toMatchObject({ state: 'released', endReason: reason })
    expect(await commercial('DB-A3', morning('2026-11-19'))).toBe('offered')
    expect(codeOf(await activateHold(await line.as('officer', '2026-11-20'), await of(number)))).toBe('ok')
    const decline = { ...(await of(number)), reason: 'plan_conflict' as const, text: 'Không phù hợp' }
    expect(codeOf(await declineCase(await line.as('director', '2026-11-20'), decline))).toBe('ok')
    expect(await commercial('DB-A3', morning('2026-11-20'))).toBe('offered')
    expect(await shown(number, '2026-11-20')).toMatchObject({ state: 'released', endReason: 'refused' })
  })

  it('waits for the developer on private land: a request keeps nothing, and two are not approved for one plot', async () => {
    const [first, second] = [
      await line.submitted('HL-C2', '2026-11-16', LATE),
      await line.submitted('HL-C2', '2026-11-16', LATE),
    ]
    for (const number of [first, second]) await line.awaitingDecision(number)
    const officer = await line.as('officer', '2026-11-18')
    expect(codeOf(await activateHold(officer, await of(first)))).toBe('developer-offer-needed')
    const form = await caseForHold(officer, first, 'activate')
    expect(form.ok && form.value.whyNot).toBe('developer-offer-needed')
    expect(codeOf(await requestHold(await line.as('investor.cn', '2026-11-18'), await of(first)))).toBe('not-found')
    expect(codeOf(await requestHold(await line.as('investor.vn', '2026-11-18'), await of(first)))).toBe('ok')
    expect(codeOf(await requestHold(officer, await of(first)))).toBe('state-forbids')
    expect(await commercial('HL-C2', morning('2026-11-18'))).toBe('offered')
    const director = await line.as('director', '2026-11-19')
    const both = await Promise.all(
      [await of(first), await of(second)].map((input) => approveCase(director, { ...input, conditions: null })),
    )
    expect(both.map(codeOf).sort()).toEqual(['ok', 'plot-held'])
    const won = both[0]?.ok ? first : second
    // The offer begins the hold that waited for it.
    await line.offered(won)
    expect(codeOf(await activateHold(officer, await of(won)))).toBe('state-forbids')
    expect(await shown(won, '2026-11-19')).toMatchObject({ state: 'active' })
    expect(await db().hold.count({ where: { case: { number: won } } })).toBe(1)
  })
})
