import { expect, it, vi } from 'vitest'
import { addPlot } from '~/commands/land/add-plot.server'
import { askReview } from '~/commands/land/ask-review.server'
import { editPlots } from '~/commands/land/edit-plots.server'
import { schedulePublication } from '~/commands/land/schedule-publication.server'
import type { BulkChange } from '~/domain/land/bulk-change'
import { dayToDate } from '~/domain/time/day'
import type { Ctx } from '~/infra/transact.server'
import { publishDue } from '~/jobs/publish-due'
import { bulkPlots } from '~/queries/land/bulk-plots.server'
import { describeDatabases } from './database'
import { day, keeper, PLOT_INPUT } from './keepers'

// Starting PGlite is slow on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const ZONE = 'LS-IP-DONGBANH'

const add = (ctx: Ctx, code: string) =>
  addPlot(ctx, {
    ...PLOT_INPUT,
    readinessUntil: day('2026-06-01'),
    readyByEarliest: null,
    readyByLatest: null,
    commercial: 'not_offered',
    priceUntil: day('2026-06-01'),
    code,
    zoneCode: ZONE,
  })

describeDatabases('many plots at once', (open) => {
  it('change all that were shown, or none; a due publication happens once, and asks everything again', async () => {
    const database = await open()
    const { prisma } = database
    const officer = await keeper(database, 'lan', 'officer')
    const second = await keeper(database, 'duc', 'officer')
    const stranger = await keeper(database, 'hanh', 'developer', 'LS-CC-HOASON1')
    for (const code of ['T-1', 'T-2', 'T-3']) expect(await add(officer, code)).toMatchObject({ ok: true })
    const plots = ['T-1', 'T-2', 'T-3'].map((code) => ({ code, version: 1 }))
    const price: BulkChange = { kind: 'price', usdPerM2: 95, until: day('2027-03-01'), source: 'QĐ 9' }
    const edit = (change: BulkChange, confirmed: boolean, of = plots, ctx = officer) =>
      editPlots(ctx, { plots: of, change, confirmed })
    const prices = async () =>
      (await prisma.fact.findMany({ where: { key: 'price_usd_per_m2', supersededAt: null } })).map(({ value }) => value)

    expect(await bulkPlots(stranger, { codes: ['T-1'] })).toEqual({ ok: true, value: [] })
    const foreign = await edit(price, true, plots, stranger)
    expect(foreign).toMatchObject({ refusal: { code: 'nothing-to-change' } })
    const shown = await edit(price, false)
    expect(shown.ok && shown.value.lines.map(({ outcome }) => outcome.result)).toEqual(Array(3).fill('changes'))
    expect(await prices()).toEqual([80, 80, 80])

    const stale = plots.map((plot, i) => (i === 2 ? { ...plot, version: 7 } : plot))
    expect(await edit(price, true, stale)).toMatchObject({ refusal: { code: 'conflict' } })
    expect(await prices()).toEqual([80, 80, 80])
    expect(await edit(price, true)).toMatchObject({ ok: true })
    expect(await prices()).toEqual([95, 95, 95])
    const confirmed: BulkChange = { kind: 'confirmed', until: day('2027-01-01'), source: 'Biên bản 2' }
    const next = plots.map(({ code }) => ({ code, version: 2 }))
    expect(await edit(confirmed, true, next)).toMatchObject({ ok: true })
    const until = await prisma.fact.groupBy({ by: ['confirmedUntil'], where: { supersededAt: null } })
    expect(until).toEqual([{ confirmedUntil: dayToDate(day('2027-01-01')) }])

    for (const { code } of plots) expect(await askReview(officer, { code, version: 3 })).toMatchObject({ ok: true })
    const asked = plots.map(({ code }) => ({ code, version: 4 }))
    const own = await edit({ kind: 'publication', step: 'publish' }, false, asked)
    expect(own.ok && own.value.lines[0]?.outcome).toEqual({ result: 'refused', code: 'asker-publishes' })
    const [first, , last] = asked
    expect(await edit({ kind: 'publication', step: 'publish' }, true, first ? [first] : [], second)).toMatchObject({
      ok: true,
    })

    for (const { code } of asked.slice(1)) {
      const at = { code, version: 4, day: day('2026-03-03'), time: '08:00' }
      expect(await schedulePublication(second, at)).toMatchObject({ ok: true })
    }
    expect(await publishDue(new Date('2026-03-03T00:59:00Z'))).toBe(0)
    await prisma.fact.updateMany({
      where: { plot: { code: last?.code }, key: 'readiness' },
      data: { confirmedUntil: dayToDate(day('2026-03-02')) },
    })
    const due = new Date('2026-03-03T01:00:00Z')
    const counts = await Promise.all([publishDue(due), publishDue(due), publishDue(due)])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1)
    const rows = await prisma.plot.findMany({ orderBy: { code: 'asc' } })
    expect(rows.map(({ publication, publishAt }) => [publication, publishAt])).toEqual([
      ['published', null],
      ['published', null],
      ['in_review', null],
    ])
    const acts = await prisma.auditEntry.findMany({
      where: { act: { startsWith: 'plot.publish' } },
      orderBy: { id: 'asc' },
    })
    expect(acts.map(({ act }) => act).sort()).toEqual(['plot.publish', 'plot.publish', 'plot.publish_missed'])
  })
})
