import { expect, it, vi } from 'vitest'
import { addPlot } from '~/commands/land/add-plot.server'
import { askReview } from '~/commands/land/ask-review.server'
import { editPlot } from '~/commands/land/edit-plot.server'
import type { PlotInput } from '~/commands/land/plot-rows.server'
import { publishPlot } from '~/commands/land/publish-plot.server'
import { withdrawPlot } from '~/commands/land/withdraw-plot.server'
import { isPublicPlot } from '~/domain/land/catalogue'
import { type Ring, ringAreaM2 } from '~/domain/land/geometry'
import { forgetSnapshot, readCatalogueVersion, snapshot } from '~/infra/snapshot.server'
import { officePlots } from '~/queries/land/office-plots.server'
import { describeDatabases } from './database'
import { keeper, PLOT_INPUT } from './keepers'

// Starting PGlite is slow on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const ZONE = 'LS-IP-DONGBANH'
const publicCodes = async () => {
  forgetSnapshot()
  return (await snapshot()).plots.filter(isPublicPlot).map((plot) => plot.code)
}

describeDatabases('the land the office keeps', (open) => {
  it('shows an added plot to nobody, a published one to everybody, and a withdrawn one to nobody again', async () => {
    const database = await open()
    const ctx = await keeper(database, 'officer', 'officer')
    const second = await keeper(database, 'officer.second', 'officer')
    expect(await addPlot(ctx, { ...PLOT_INPUT, code: 'T-1', zoneCode: ZONE })).toEqual({
      ok: true,
      value: { code: 'T-1' },
    })
    expect(await publicCodes()).not.toContain('T-1')
    expect((await officePlots(ctx, { publication: 'draft' })).rows.map((row) => row.code)).toEqual(['T-1'])

    const before = await database.prisma.catalogue.findUniqueOrThrow({ where: { id: 1 } })
    expect(await publishPlot(ctx, { code: 'T-1', version: 1 })).toMatchObject({ refusal: { code: 'state-forbids' } })
    expect(await askReview(ctx, { code: 'T-1', version: 1 })).toMatchObject({ ok: true })
    expect(await publishPlot(ctx, { code: 'T-1', version: 2 })).toMatchObject({ refusal: { code: 'asker-publishes' } })
    expect(await publishPlot(second, { code: 'T-1', version: 2 })).toEqual({ ok: true, value: true })
    const after = await database.prisma.catalogue.findUniqueOrThrow({ where: { id: 1 } })
    expect(after.version).toBe(before.version + 2)
    await readCatalogueVersion()
    expect(await publicCodes()).toContain('T-1')

    expect(await withdrawPlot(ctx, { code: 'T-1', version: 3 })).toMatchObject({ ok: true })
    expect(await publicCodes()).not.toContain('T-1')
    const acts = await database.prisma.auditEntry.findMany({ where: { subjectKind: 'plot' }, orderBy: { id: 'asc' } })
    expect(acts.map((entry) => entry.act)).toEqual(['plot.add', 'plot.ask_review', 'plot.publish', 'plot.withdraw'])
  })

  it('supersedes a price and never overwrites it; a change on an old reading is told who was faster', async () => {
    const database = await open()
    const ctx = await keeper(database, 'head', 'head')
    await addPlot(ctx, { ...PLOT_INPUT, code: 'T-2', zoneCode: ZONE })
    expect(await editPlot(ctx, { ...PLOT_INPUT, code: 'T-2', version: 1, priceUsdPerM2: 95 })).toMatchObject({
      ok: true,
    })
    const prices = await database.prisma.fact.findMany({
      where: { key: 'price_usd_per_m2' },
      orderBy: { createdAt: 'asc' },
    })
    expect(prices.map(({ value, supersededAt }) => [value, supersededAt !== null]).sort()).toEqual([
      [80, true],
      [95, false],
    ])

    const late = await editPlot(ctx, { ...PLOT_INPUT, code: 'T-2', version: 1, priceUsdPerM2: 70 })
    expect(late).toMatchObject({
      ok: false,
      refusal: { code: 'conflict', values: { by: 'head', act: 'plot.edit', state: 'draft' } },
    })
    expect(await publishPlot(ctx, { code: 'T-2', version: 1 })).toMatchObject({ refusal: { code: 'conflict' } })
    const plot = await database.prisma.plot.findUniqueOrThrow({ where: { code: 'T-2' } })
    expect([plot.version, plot.publication]).toEqual([2, 'draft'])
  })

  it('refuses a rung above the zone, a code used twice, a state no move leads to and a boundary elsewhere', async () => {
    const database = await open()
    const ctx = await keeper(database, 'officer', 'officer')
    const add = (code: string, changes: Partial<PlotInput>) =>
      addPlot(ctx, { ...PLOT_INPUT, ...changes, code, zoneCode: ZONE })
    await database.prisma.zone.update({ where: { code: ZONE }, data: { status: 'established' } })
    expect(await add('T-3', { readiness: 'levelled' })).toMatchObject({
      refusal: { code: 'rung-too-high', field: 'readiness', values: { max: 4 } },
    })
    expect(await add('T-3', { commercial: 'leased' })).toMatchObject({ refusal: { code: 'not-a-choice' } })
    expect(await add('T-3', { sectors: ['no_such_sector'] })).toMatchObject({ refusal: { field: 'sectors' } })

    const { lat, lon } = await database.prisma.zone.findUniqueOrThrow({ where: { code: ZONE } })
    const square: Ring = [
      [lon, lat],
      [lon + 0.001, lat],
      [lon + 0.001, lat + 0.001],
      [lon, lat + 0.001],
      [lon, lat],
    ]
    expect(await add('T-3', { ring: square, areaM2: 500_000 })).toMatchObject({ refusal: { code: 'geometry-area' } })
    expect(await database.prisma.plot.count()).toBe(0)
    const areaM2 = Math.round(ringAreaM2(square))
    expect(await add('T-3', { ring: square, areaM2 })).toMatchObject({ ok: true })
    expect(await add('T-4', { ring: square, areaM2 })).toMatchObject({
      refusal: { code: 'geometry-overlap', values: { code: 'T-3' } },
    })
    expect(await add('T-3', {})).toMatchObject({ refusal: { code: 'already-used', field: 'code' } })
  })

  it('lets nobody but case officers and the head write', async () => {
    const database = await open()
    const officer = await keeper(database, 'officer', 'officer')
    await addPlot(officer, { ...PLOT_INPUT, code: 'T-5', zoneCode: ZONE })
    for (const role of ['intake', 'director', 'auditor', 'admin', 'agency'] as const) {
      const ctx = await keeper(database, role, role)
      expect(await addPlot(ctx, { ...PLOT_INPUT, code: 'T-6', zoneCode: ZONE }), role).toMatchObject({
        refusal: { code: 'not-allowed' },
      })
      expect(await editPlot(ctx, { ...PLOT_INPUT, code: 'T-5', version: 1 }), role).toMatchObject({
        refusal: { code: 'not-allowed' },
      })
      expect(await publishPlot(ctx, { code: 'T-5', version: 1 }), role).toMatchObject({
        refusal: { code: 'not-allowed' },
      })
    }
    expect(await database.prisma.plot.findMany({ select: { code: true, version: true } })).toEqual([
      { code: 'T-5', version: 1 },
    ])
  })
})
