// The line for held plots: its order, its offers and their end, on both databases.
import { createHash } from 'node:crypto'
import { beforeAll, expect, it, vi } from 'vitest'
import { acceptPlace } from '~/commands/case/accept-place.server'
import { activateHold } from '~/commands/case/activate-hold.server'
import { giveUpPlace } from '~/commands/case/give-up-place.server'
import { joinLine } from '~/commands/case/join-line.server'
import { releaseHold } from '~/commands/case/release-hold.server'
import { withdrawCase } from '~/commands/case/withdraw-case.server'
import { mergePlots } from '~/commands/land/merge-plots.server'
import { splitPlot } from '~/commands/land/split-plot.server'
import { verifyChain } from '~/domain/interest/receipt'
import { endOfDay } from '~/domain/time/day'
import { db } from '~/infra/db.server'
import { plotsOfLand } from '~/infra/plot-land.server'
import { tendHolds } from '~/jobs/tend-holds'
import { lineOfCase, myPlace } from '~/queries/case/case-line.server'
import { myHome } from '~/queries/interest/my-home.server'
import { demoEmail } from '../prisma/seed/factories'
import { buildSources, type CaseLine, caseLine, codeOf, day, morning, versionOf } from './case-line'
import { describeDatabases } from './database'

// What letters look like is tested elsewhere; here drawing them would be nearly all of the time.
vi.mock('~/documents/case/render-letter.server', () => ({ renderLetter: async () => new Uint8Array([37, 80, 68, 70]) }))

const LATE = { landBy: day('2030-01-01'), operationBy: day('2031-01-01') }

describeDatabases('the line for held plots', (open) => {
  let line: CaseLine
  const numbers: string[] = []
  beforeAll(async () => {
    await open('demo')
    line = await caseLine()
    await buildSources('DB-B1')
    for (const who of ['investor.vn', 'investor.cn', 'investor.vn', 'investor.cn', 'investor.cn']) {
      const number = await line.submitted('DB-B1', '2026-11-16', LATE, who)
      if (numbers.length < 4) await line.inAssessment(number)
      numbers.push(number)
    }
  }, 240_000)

  const of = async (number: string) => ({ number, version: await versionOf(number) })
  const place = async (who: string, number: string, on: string) => {
    const found = await myPlace(await line.as(who, on), number)
    return found.ok ? found.value.place : found.refusal.code
  }

  it('gives places in order, offers what becomes free to the next one, and passes it on when nobody answers', async () => {
    const [holder = '', second = '', third = '', fourth = '', early = ''] = numbers
    const vn = await line.as('investor.vn', '2026-11-18')
    const cn = await line.as('investor.cn', '2026-11-18')
    const officer = await line.as('officer', '2026-11-18')
    expect(codeOf(await joinLine(cn, { number: second }))).toBe('plot-free')
    expect(codeOf(await activateHold(officer, await of(holder)))).toBe('ok')
    expect(codeOf(await joinLine(vn, { number: holder }))).toBe('state-forbids')
    expect(codeOf(await joinLine(vn, { number: second }))).toBe('not-found')
    expect(codeOf(await joinLine(officer, { number: second }))).toBe('not-allowed')
    expect(codeOf(await joinLine(cn, { number: early }))).toBe('state-forbids')
    for (const [ctx, number] of [
      [cn, second],
      [vn, third],
      [cn, fourth],
    ] as const) {
      expect(codeOf(await joinLine(ctx, { number }))).toBe('ok')
    }
    expect(codeOf(await joinLine(cn, { number: second }))).toBe('already-used')
    expect(await place('investor.cn', fourth, '2026-11-18')).toMatchObject({ state: 'waiting', before: 2 })
    expect(await place('investor.vn', fourth, '2026-11-18')).toBe('not-found')
    const rows = await lineOfCase(officer, holder)
    expect(rows.map(({ number }) => number)).toEqual([second, third, fourth])

    await tendHolds(morning('2026-11-18'))
    expect(await place('investor.cn', second, '2026-11-18')).toMatchObject({ state: 'waiting', before: 0 })
    // Land that is leased is nobody's turn, and all who look at the line are told.
    const lease = (commercial: 'leased' | 'offered') =>
      db().plot.update({ where: { code: 'DB-B1' }, data: { commercial } })
    await lease('leased')
    expect(await place('investor.cn', second, '2026-11-18')).toMatchObject({ ready: false, leased: 'DB-B1' })
    expect((await lineOfCase(officer, holder))[0]?.leased).toBe('DB-B1')
    await lease('offered')
    expect(await place('investor.cn', second, '2026-11-18')).toMatchObject({ ready: true, leased: null })
    const reason = 'Nhà đầu tư đổi lô'
    expect(codeOf(await releaseHold(await line.as('officer', '2026-11-19'), { ...(await of(holder)), reason }))).toBe(
      'ok',
    )
    // Free to be read, but the turn is the second one's, offered or not.
    const later = await line.as('officer', '2026-11-19')
    expect(codeOf(await activateHold(later, await of(holder)))).toBe('plot-waited-for')
    expect(codeOf(await activateHold(later, await of(third)))).toBe('plot-waited-for')
    await Promise.all([tendHolds(morning('2026-11-19')), tendHolds(morning('2026-11-19'))])
    const mine = await place('investor.cn', second, '2026-11-19')
    // five working days from Thursday 19: 24 is a holiday
    expect(mine).toMatchObject({ state: 'offered', offerUntil: endOfDay(day('2026-11-27')).toISOString() })
    const asked = async (on: string) => (await myHome(await line.as('investor.cn', on))).asks
    const ask = { kind: 'place', number: second, until: '2026-11-27', path: '' }
    expect(await asked('2026-11-27')).toMatchObject([ask])
    expect(await asked('2026-11-28')).toEqual([])
    expect(codeOf(await acceptPlace(await line.as('investor.vn', '2026-11-19'), { number: second }))).toBe('not-found')
    expect(codeOf(await acceptPlace(await line.as('investor.vn', '2026-11-19'), { number: third }))).toBe(
      'state-forbids',
    )

    const end = endOfDay(day('2026-11-27'))
    const late = { ...(await line.as('investor.cn', '2026-11-27')), now: end }
    expect(codeOf(await acceptPlace(late, { number: second }))).toBe('state-forbids')
    await tendHolds(end)
    expect(await place('investor.cn', second, '2026-11-28')).toMatchObject({ state: 'lapsed' })
    await tendHolds(end)
    expect(await place('investor.vn', third, '2026-11-28')).toMatchObject({ state: 'offered' })
    expect(codeOf(await giveUpPlace(await line.as('investor.vn', '2026-11-30'), { number: third }))).toBe('ok')
    await tendHolds(morning('2026-11-30'))
    expect(codeOf(await acceptPlace(await line.as('investor.cn', '2026-12-01'), { number: fourth }))).toBe('ok')
    const held = await db().hold.findFirstOrThrow({ where: { case: { number: fourth }, state: 'active' } })
    expect(held.fromInstant).toEqual(morning('2026-12-01'))
    expect(await place('investor.cn', fourth, '2026-12-01')).toMatchObject({ state: 'accepted' })

    const offers = await db().outbox.findMany({ where: { kind: 'waiting_offered' }, orderBy: { createdAt: 'asc' } })
    const told = offers.map(({ subject }) => numbers.find((number) => subject.includes(number)))
    expect([...new Set(told)]).toEqual([second, third, fourth])
    const acts = await db().auditEntry.findMany({ where: { subjectKind: 'waiting' }, orderBy: { id: 'asc' } })
    expect(acts.map(({ act }) => act.replace('waiting.', '')).join(' ')).toBe(
      'join join join offer lapse offer decline offer accept',
    )
  })

  it('is left by a case that ends, proves its order, and keeps its places as they were given', async () => {
    const [holder = '', second = ''] = numbers
    const cn = await line.as('investor.cn', '2026-12-02')
    expect(codeOf(await joinLine(cn, { number: second }))).toBe('ok')
    expect(codeOf(await joinLine(await line.as('investor.vn', '2026-12-02'), { number: holder }))).toBe('ok')
    expect(codeOf(await withdrawCase(cn, { number: second, reason: null }))).toBe('ok')
    expect(await place('investor.vn', holder, '2026-12-02')).toMatchObject({ state: 'waiting', before: 0 })
    const rows = await db().waitingEntry.findMany({
      orderBy: { position: 'asc' },
      include: { case: { select: { number: true } } },
    })
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
    const plots = sha256('{"plots":["DB-B1"]}')
    const links = rows.map((row) => {
      const { position, previousHash, hash } = row
      return {
        number: row.case.number,
        submittedAt: row.askedAt.toISOString(),
        payloadDigest: plots,
        position,
        previousHash,
        hash,
      }
    })
    expect(verifyChain(sha256, links)).toEqual({ valid: true })
    const [first] = rows
    await expect(
      db().waitingEntry.update({ where: { id: first?.id }, data: { askedAt: morning('2026-01-01') } }),
    ).rejects.toThrow()
    await expect(db().waitingEntry.delete({ where: { id: first?.id } })).rejects.toThrow()
  })

  it('is for the land it was given for: all that a split left, a merger of nothing else, and nothing of more', async () => {
    const on = '2026-12-03'
    const [vn, cn, officer] = [
      await line.as('investor.vn', on),
      await line.as('investor.cn', on),
      await line.as('officer', on),
    ]
    const holder = await line.submitted('DB-B2', '2026-11-16', LATE, 'investor.vn')
    const next = await line.submitted('DB-B2', '2026-11-16', LATE, 'investor.cn')
    for (const number of [holder, next]) await line.inAssessment(number)
    const read = async (...codes: string[]) =>
      db().plot.findMany({
        where: { code: { in: codes } },
        orderBy: { code: 'asc' },
        select: { code: true, version: true },
      })
    const publish = (...codes: string[]) =>
      db().plot.updateMany({ where: { code: { in: codes } }, data: { publication: 'published' } })
    const heldBy = async (number: string) => {
      const rows = await db().holdPlot.findMany({
        where: { hold: { case: { number } }, untilInstant: { gt: officer.now } },
        select: { plot: { select: { code: true } } },
        orderBy: { plot: { code: 'asc' } },
      })
      return rows.map(({ plot }) => plot.code)
    }
    expect(codeOf(await activateHold(officer, await of(holder)))).toBe('ok')
    expect(codeOf(await joinLine(cn, { number: next }))).toBe('ok')

    const { ring } = await db().plot.findUniqueOrThrow({ where: { code: 'DB-B2' } })
    const corners = ring as [number, number][]
    const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)]
    const middle = (Math.min(...lons) + Math.max(...lons)) / 2
    const cut: [number, number][] = [
      [middle, Math.min(...lats) - 0.001],
      [middle, Math.max(...lats) + 0.001],
    ]
    const pieces = ['DB-B2-1', 'DB-B2-2']
    const split = async () => {
      const [plot = { code: '', version: 0 }] = await read('DB-B2')
      return splitPlot(officer, { plot, line: cut, codes: pieces, reason: 'QĐ 12' })
    }
    expect(codeOf(await split())).toBe('plot-held')
    expect(codeOf(await releaseHold(officer, { ...(await of(holder)), reason: 'Đổi lô' }))).toBe('ok')
    expect(codeOf(await split())).toBe('ok')
    // Whoever has the one half has nothing of the other: only what both came from stands in both their ways.
    const [half, sibling, parent] = await Promise.all(
      [...pieces, 'DB-B2'].map(async (code) => (await db().plot.findUniqueOrThrow({ where: { code } })).id),
    )
    expect((await plotsOfLand(db(), [half ?? ''])).sort()).toEqual([half, parent].sort())
    expect((await plotsOfLand(db(), [parent ?? ''])).sort()).toEqual([half, sibling, parent].sort())
    // What came out is in review: kept for the next in line, offered once it is published.
    await tendHolds(morning(on))
    expect(await place('investor.cn', next, on)).toMatchObject({
      state: 'waiting',
      before: 0,
      ready: false,
      lost: null,
    })
    await publish(...pieces)
    expect(codeOf(await activateHold(officer, await of(holder)))).toBe('plot-waited-for')
    await tendHolds(morning(on))
    expect(await place('investor.cn', next, on)).toMatchObject({ state: 'offered' })
    const merge = async (...codes: string[]) =>
      mergePlots(officer, { plots: await read(...codes), code: 'DB-B2-3', reason: 'QĐ 13' })
    expect(await merge(...pieces)).toMatchObject({ refusal: { code: 'plot-held', values: { number: next } } })
    expect(codeOf(await acceptPlace(cn, { number: next }))).toBe('ok')
    expect(await heldBy(next)).toEqual(pieces)

    expect(codeOf(await joinLine(vn, { number: holder }))).toBe('ok')
    expect(codeOf(await releaseHold(officer, { ...(await of(next)), reason: 'Đổi lô' }))).toBe('ok')
    expect(codeOf(await merge(...pieces))).toBe('ok')
    await publish('DB-B2-3')
    expect(await place('investor.vn', holder, on)).toMatchObject({
      state: 'waiting',
      before: 0,
      ready: true,
      lost: null,
    })
    const waiting = await lineOfCase(officer, next)
    expect(waiting.map(({ number, lost }) => [number, lost])).toEqual([[holder, null]])

    // Merged with a neighbour nobody here asked for: who waits is told, once, and nobody was told before.
    const told = () =>
      db().outbox.findMany({ where: { kind: 'waiting_lost' }, select: { toEmail: true, subject: true } })
    expect(await told()).toEqual([])
    const later = { ...officer, now: new Date(officer.now.getTime() + 1000) }
    const more = await mergePlots(later, {
      plots: await read('DB-A2', 'DB-B2-3'),
      code: 'DB-B9',
      reason: 'QĐ 14',
    })
    expect(codeOf(more)).toBe('ok')
    const [mail, ...others] = await told()
    expect(others).toEqual([])
    expect(mail?.toEmail).toBe(demoEmail('investor.vn'))
    for (const word of [holder, 'DB-B2-3', 'DB-B9']) expect(mail?.subject).toContain(word)
    const { id: placeId } = await db().waitingEntry.findFirstOrThrow({ where: { case: { number: holder } } })
    expect(await db().auditEntry.count({ where: { act: 'waiting.lose', subjectId: placeId } })).toBe(1)
    const lost = { code: 'DB-B2-3', became: 'DB-B9' }
    expect(await place('investor.vn', holder, on)).toMatchObject({ state: 'waiting', lost })
    expect(codeOf(await activateHold(officer, await of(next)))).toBe('plot-retired')
    expect(codeOf(await joinLine(cn, { number: next }))).toBe('plot-retired')
    await tendHolds(morning(on))
    expect(await place('investor.vn', holder, on)).toMatchObject({ state: 'waiting' })
    expect(await told()).toHaveLength(1)
  })
})
