import { expect, it, vi } from 'vitest'
import { addPlot } from '~/commands/land/add-plot.server'
import { askReview } from '~/commands/land/ask-review.server'
import { mergePlots } from '~/commands/land/merge-plots.server'
import { publishPlot } from '~/commands/land/publish-plot.server'
import { realignPlots } from '~/commands/land/realign-plots.server'
import { splitPlot } from '~/commands/land/split-plot.server'
import { isPublicPlot } from '~/domain/land/catalogue'
import { cornerAt } from '~/domain/land/cut'
import { frameAt, type Metres, type Position, type Ring, ringAreaM2 } from '~/domain/land/geometry'
import { VISITOR } from '~/domain/party/permission'
import type { Database } from '~/infra/db.server'
import { activateHold } from '~/infra/holds.server'
import { forgetSnapshot, snapshot } from '~/infra/snapshot.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { plotDetail } from '~/queries/land/plot-list.server'
import { plotOperation } from '~/queries/land/plot-operation.server'
import { plotPage } from '~/queries/land/plot-page.server'
import { DEMO_ORGANIZATIONS, makeDraft, makeForm, makeOrganization, makePerson } from '../prisma/seed/factories'
import { describeDatabases } from './database'
import { day, KEEPERS_NOW, keeper, PLOT_INPUT } from './keepers'

// Starting PGlite is slow on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const ZONE = 'LS-IP-DONGBANH'
/** Two neighbours of 200 × 100 m and 100 × 100 m, published by two persons. */
async function makeLand(database: Database) {
  const officer = await keeper(database, 'lan', 'officer')
  const second = await keeper(database, 'duc', 'officer')
  const { lon, lat } = await database.prisma.zone.findUniqueOrThrow({ where: { code: ZONE } })
  const frame = frameAt(lon, lat)
  const at = (...points: Metres[]): Position[] => points.map((p) => cornerAt(frame, p))
  const box = (x: number, width: number): Ring => at([x, 0], [x + width, 0], [x + width, 100], [x, 100], [x, 0])
  for (const [code, ring] of [
    ['T-1', box(0, 200)],
    ['T-2', box(200, 100)],
  ] as const) {
    await addPlot(officer, { ...PLOT_INPUT, ring, areaM2: Math.round(ringAreaM2(ring)), code, zoneCode: ZONE })
    await askReview(officer, { code, version: 1 })
    expect(await publishPlot(second, { code, version: 2 })).toMatchObject({ ok: true })
  }
  return { officer, second, line: (x: number) => at([x, -5], [x, 105]) }
}

const publicCodes = async () => {
  forgetSnapshot()
  return (await snapshot()).plots.filter(isPublicPlot).map(({ code }) => code)
}

describeDatabases('operations on plots', (open) => {
  it('split once however many try; the old plot stays readable, a case asks for the same land', async () => {
    const database = await open()
    const { prisma } = database
    const { officer, second, line } = await makeLand(database)
    const stranger = await keeper(database, 'hanh', 'developer', 'LS-CC-HOASON1')
    const plot = { code: 'T-1', version: 3 }
    const split = (ctx: Ctx, codes: string[]) => splitPlot(ctx, { plot, line: line(50), codes, reason: 'QĐ 12' })

    expect(await split(stranger, ['T-1-1', 'T-1-2'])).toMatchObject({ refusal: { code: 'not-found' } })
    const asked = { kind: 'split', codes: ['T-1'], cut: 'across', sharePct: 25, line: null } as const
    expect(await plotOperation(stranger, { ...asked, codes: ['T-1'] })).toMatchObject({
      refusal: { code: 'not-found' },
    })
    const preview = await plotOperation(officer, { ...asked, codes: ['T-1'] })
    expect(preview.ok && 'preview' in preview.value.outcome && preview.value.outcome.preview?.pieces).toMatchObject([
      { code: 'T-1-1' },
      { code: 'T-1-2' },
    ])
    expect(await split(officer, ['T-1-1', 'T-2'])).toMatchObject({ refusal: { code: 'already-used', field: 'codes' } })
    expect(await split(officer, ['T-1-1'])).toMatchObject({ refusal: { code: 'invalid-form' } })

    const tries = await Promise.all(
      ['A', 'B', 'C', 'D'].map((letter, i) => split(i % 2 ? officer : second, [`T-1${letter}1`, `T-1${letter}2`])),
    )
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
    for (const verdict of tries) if (!verdict.ok) expect(verdict.refusal.code).toBe('conflict')
    const old = await prisma.plot.findUniqueOrThrow({ where: { code: 'T-1' } })
    const parts = await prisma.plot.findMany({
      where: { code: { startsWith: 'T-1' }, retiredAt: null },
      orderBy: { code: 'asc' },
      include: { facts: true, nodes: true },
    })
    expect(parts).toHaveLength(2)
    expect(parts.reduce((sum, { areaM2 }) => sum + areaM2, 0)).toBe(old.areaM2)
    expect(parts.map(({ publication }) => publication)).toEqual(['in_review', 'in_review'])
    const price = parts[0]?.facts.find(({ key }) => key === 'price_usd_per_m2')
    expect([price?.value, price?.source]).toEqual([80, 'Quyết định số 1 (T-1)'])
    const nodes = await prisma.plotNode.count({ where: { plotId: old.id } })
    for (const part of parts) expect(part.nodes).toHaveLength(nodes)

    expect(await publicCodes()).toEqual(['T-2'])
    const page = await plotPage({ actor: VISITOR, lang: 'vi', now: KEEPERS_NOW, code: 'T-1' })
    expect(page.ok && [page.value.retired, page.value.offered]).toEqual([{ on: '2026-03-02', became: [] }, false])
    const codes = parts.map(({ code }) => code)
    for (const code of codes) {
      const asker = await prisma.plot.findUniqueOrThrow({ where: { code } })
      const other = asker.reviewAskedById === officer.actor.personId ? second : officer
      expect(await publishPlot(other, { code, version: 1 })).toMatchObject({ ok: true })
    }
    forgetSnapshot()
    expect(await plotDetail('T-1', KEEPERS_NOW)).toMatchObject({ value: { retired: { became: codes } } })

    // A case that asked for the plot before holds what has its land now, and nothing less.
    const caseId = await makeCase(database)
    const capacity = { power: 0, water: 0, wastewater: 0 }
    const wish = { plotIds: [old.id], until: new Date('2026-05-01T00:00:00Z') }
    const hold = () =>
      transact(second, (t) => activateHold(t, { ...wish, caseId, capacity, neededOn: day('2028-01-01') }))
    expect(await hold()).toMatchObject({ ok: true })
    const held = await prisma.holdPlot.findMany({ include: { plot: true } })
    expect(held.map((one) => one.plot.code).sort()).toEqual(codes)
    const again = { plot: { code: codes[0] ?? '', version: 2 }, line: line(25), codes: ['X-1', 'X-2'], reason: 'x' }
    expect(await splitPlot(officer, again)).toMatchObject({
      refusal: { code: 'plot-held', values: { number: 'CM-2026-000777' } },
    })
  })

  it('realigned keep their codes and their sum; merged are one plot that a case does not get by asking for a part', async () => {
    const database = await open()
    const { prisma } = database
    const { officer, line } = await makeLand(database)
    const areas = async () => {
      const plots = await prisma.plot.findMany({ orderBy: { code: 'asc' } })
      return plots.map(({ areaM2 }) => Math.round(areaM2 / 100))
    }
    expect(await areas()).toEqual([200, 100])
    const plots = ['T-1', 'T-2'].map((code) => ({ code, version: 3 }))
    expect(await realignPlots(officer, { plots, line: line(150), reason: 'Biên bản 3' })).toEqual({
      ok: true,
      value: true,
    })
    expect(await areas()).toEqual([150, 150])
    expect(await publicCodes()).toEqual(['T-1', 'T-2'])

    expect(await mergePlots(officer, { plots, code: 'T-9', reason: 'x' })).toMatchObject({
      refusal: { code: 'conflict' },
    })
    const now = plots.map(({ code }) => ({ code, version: 4 }))
    expect(await mergePlots(officer, { plots: now, code: 'T-9', reason: 'QĐ 5' })).toEqual({ ok: true, value: true })
    const merged = await prisma.plot.findUniqueOrThrow({ where: { code: 'T-9' }, include: { facts: true } })
    expect(Math.round(merged.areaM2 / 100)).toBe(300)
    expect(merged.facts.map(({ source }) => source)).toContain('Quyết định số 1 (T-1, T-2)')
    expect(await publicCodes()).toEqual([])
    const old = await prisma.plot.findUniqueOrThrow({ where: { code: 'T-2' } })
    const wish = { caseId: merged.id, plotIds: [old.id], until: KEEPERS_NOW }
    const capacity = { power: 0, water: 0, wastewater: 0 }
    const hold = await transact(officer, (t) => activateHold(t, { ...wish, capacity, neededOn: day('2028-01-01') }))
    expect(hold).toMatchObject({ refusal: { code: 'plot-retired', values: { code: 'T-2', became: 'T-9' } } })
    const acts = await prisma.auditEntry.groupBy({ by: ['act'], where: { subjectKind: 'plot' }, _count: true })
    expect(Object.fromEntries(acts.map(({ act, _count }) => [act, _count]))).toMatchObject({
      'plot.realign': 2,
      'plot.merge': 1,
      'plot.retire': 2,
    })
  })
})

async function makeCase({ prisma }: Database): Promise<string> {
  const organizationId = await makeOrganization(prisma, DEMO_ORGANIZATIONS.go)
  const person = { name: 'minh', fullName: 'Minh', lang: 'vi', fromDay: day('2020-01-01'), passwordHash: 'x' } as const
  const createdById = await makePerson(prisma, { ...person, organizationId })
  const draft = {
    organizationId,
    createdById,
    zoneCode: ZONE,
    plotCodes: ['T-1'],
    form: makeForm(day('2026-03-02')),
    at: KEEPERS_NOW,
  }
  const { id: zoneId } = await prisma.zone.findUniqueOrThrow({ where: { code: ZONE } })
  const row = await prisma.caseFile.create({
    data: {
      number: 'CM-2026-000777',
      interestId: await makeDraft(prisma, draft),
      organizationId,
      zoneId,
      state: 'in_assessment',
      submittedAt: KEEPERS_NOW,
      intakeDueDay: KEEPERS_NOW,
    },
  })
  return row.id
}
