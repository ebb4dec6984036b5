import { expect, it, vi } from 'vitest'
import { addPlot } from '~/commands/land/add-plot.server'
import { askReview } from '~/commands/land/ask-review.server'
import { editPlot } from '~/commands/land/edit-plot.server'
import { issueSheet } from '~/commands/land/issue-sheet.server'
import { mergePlots } from '~/commands/land/merge-plots.server'
import { publishPlot } from '~/commands/land/publish-plot.server'
import { realignPlots } from '~/commands/land/realign-plots.server'
import { setVertices } from '~/commands/land/set-vertices.server'
import { splitPlot } from '~/commands/land/split-plot.server'
import { withdrawPlot } from '~/commands/land/withdraw-plot.server'
import { cornerAt } from '~/domain/land/cut'
import { frameAt, type Metres, type Position, type Ring, ringAreaM2 } from '~/domain/land/geometry'
import { PLANE_ZONES } from '~/domain/land/vn2000'
import { VISITOR } from '~/domain/party/permission'
import type { Database } from '~/infra/db.server'
import { forgetSnapshot } from '~/infra/snapshot.server'
import type { Ctx } from '~/infra/transact.server'
import { toVn2000 } from '~/infra/vn2000.server'
import { judgeFile } from '~/jobs/judge-file'
import { plotPage } from '~/queries/land/plot-page.server'
import { sheetCheck } from '~/queries/land/sheet-check.server'
import { describeDatabases } from './database'
import { KEEPERS_NOW, keeper, PLOT_INPUT } from './keepers'

// Starting PGlite is slow on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const ZONE = 'LS-IP-DONGBANH'
const TM3 = 'tm3-107-15'

/** Two published neighbours of 200 × 100 m and 100 × 100 m. */
async function makeLand(database: Database) {
  const officer = await keeper(database, 'lan', 'officer')
  const second = await keeper(database, 'duc', 'officer')
  const { lon, lat } = await database.prisma.zone.findUniqueOrThrow({ where: { code: ZONE } })
  const frame = frameAt(lon, lat)
  const at = (...points: Metres[]): Position[] => points.map((p) => cornerAt(frame, p))
  const box = (x: number, width: number): Ring => at([x, 0], [x + width, 0], [x + width, 100], [x, 100], [x, 0])
  const rings = { 'T-1': box(0, 200), 'T-2': box(200, 100) }
  for (const [code, ring] of Object.entries(rings)) {
    await addPlot(officer, { ...PLOT_INPUT, ring, areaM2: Math.round(ringAreaM2(ring)), code, zoneCode: ZONE })
    await askReview(officer, { code, version: 1 })
    expect(await publishPlot(second, { code, version: 2 })).toMatchObject({ ok: true })
  }
  const verticesOf = (ring: Ring) => toVn2000(PLANE_ZONES[TM3], ring.slice(0, -1))
  return { officer, second, rings, verticesOf, line: (x: number) => at([x, -5], [x, 105]) }
}
/** Why a row of a file would be rejected, beside its readiness and source. */
async function importedRow(ctx: Ctx, cells: Record<string, string | number>) {
  const head = ['code', 'zone', 'areaM2', 'readiness', 'commercial', 'source', 'ring']
  const row = { readiness: 'planned', commercial: 'offered', source: 'QĐ 9', ...cells } as Record<
    string,
    string | number
  >
  const line = head.map((name) => `"${String(row[name]).replaceAll('"', '""')}"`).join()
  const work = { ctx, report: () => undefined, signal: new AbortController().signal }
  const { pages } = await judgeFile(Buffer.from(`${head.join()}\n${line}\n`), 'csv', work)
  for await (const [first] of pages) return first?.reasons.filter(({ column }) => column === 'ring') ?? []
  return []
}

const table = (vertices: readonly { x: number; y: number }[]) => vertices.map(({ x, y }) => `${x};${y}`).join('\n')

describeDatabases('legal vertices and the sheets that show them', (open) => {
  it('are drawn from the paper or refused by name, and never outlive their boundary', async () => {
    const database = await open()
    const { prisma } = database
    const { officer, rings, verticesOf, line } = await makeLand(database)
    const stranger = await keeper(database, 'hanh', 'developer', 'LS-CC-HOASON1')
    const set = (vertices: string, own: object = {}) =>
      setVertices(officer, { code: 'T-1', version: 3, zone: TM3, vertices, source: 'Trích đo 12', ...own })
    const right = verticesOf(rings['T-1'])

    expect(
      await setVertices(stranger, { ...{ code: 'T-1', version: 3, zone: TM3 }, vertices: table(right), source: 'x' }),
    ).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await set(`${table(right)}\nM5;abc;1`)).toMatchObject({
      refusal: { code: 'vertices-line', field: 'vertices', values: { line: 5 } },
    })
    expect(await set(table(right.slice(0, 2)))).toMatchObject({ refusal: { code: 'vertices-few' } })
    expect(await set(table(right.map(({ x, y }) => ({ x: y, y: x }))))).toMatchObject({
      refusal: { code: 'vertices-swapped' },
    })
    expect(await set(table(right), { zone: 'tm3-106-30' })).toMatchObject({
      refusal: { code: 'vertices-zone', values: { zone: '107°15′ (3°)', typed: '106°30′ (3°)' } },
    })
    expect(await set(table(right.map(({ x, y }) => ({ x: x + 60_000, y }))))).toMatchObject({
      refusal: { code: 'vertices-elsewhere' },
    })
    const [first, second] = [right[0] ?? { x: 0, y: 0 }, right[1] ?? { x: 0, y: 0 }]
    expect(await set(table([second, first, ...right.slice(2)]))).toMatchObject({ ok: false })
    expect(await set(table([first, second, ...right.slice(2).map(({ x, y }) => ({ x: x + 30, y }))]))).toMatchObject({
      refusal: { code: 'geometry-area', field: 'vertices' },
    })
    const overlapping = verticesOf(rings['T-1']).map(({ x, y }) => ({ x, y: y + 20 }))
    expect(await set(table(overlapping))).toMatchObject({
      refusal: { code: 'geometry-overlap', field: 'vertices', values: { code: 'T-2' } },
    })
    const untouched = await prisma.plot.findUniqueOrThrow({ where: { code: 'T-1' } })
    expect([untouched.version, untouched.vn2000]).toEqual([3, null])

    const both = await Promise.all([set(table(right)), set(table(right))])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: 'conflict', values: { act: 'plot.set_vertices' } },
    })
    const surveyed = await prisma.plot.findUniqueOrThrow({ where: { code: 'T-1' } })
    expect(surveyed.vn2000).toMatchObject({ zone: TM3, source: 'Trích đo 12', vertices: right })
    const offM = (surveyed.ring as unknown as Ring).map(([lon, lat], i) => {
      const was = rings['T-1'][i] ?? [0, 0]
      return Math.hypot((lon - was[0]) * 103_000, (lat - was[1]) * 111_000)
    })
    expect(Math.max(...offM)).toBeLessThan(0.002)
    forgetSnapshot()
    const page = await plotPage({ actor: VISITOR, lang: 'en', now: KEEPERS_NOW, code: 'T-1' })
    expect(page.ok && [page.value.vertices?.rows.length, page.value.area?.from]).toEqual([4, 'vertices'])

    // A drawing does not go over the vertices; what cuts or moves the boundary takes them away.
    const moved = rings['T-1'].map(([lon, lat]): Position => [lon, lat + 0.00001])
    expect(
      await editPlot(officer, { ...PLOT_INPUT, areaM2: surveyed.areaM2, code: 'T-1', version: 4, ring: moved }),
    ).toMatchObject({ refusal: { code: 'boundary-from-vertices' } })
    const versions = [
      { code: 'T-1', version: 4 },
      { code: 'T-2', version: 3 },
    ]
    expect(await realignPlots(officer, { plots: versions, line: line(180), reason: 'QĐ 5' })).toMatchObject({
      ok: true,
    })
    const realigned = await prisma.plot.findMany({ where: { code: { in: ['T-1', 'T-2'] } } })
    expect(realigned.map(({ vn2000 }) => vn2000)).toEqual([null, null])

    const small = await prisma.plot.findUniqueOrThrow({ where: { code: 'T-2' } })
    const again = { code: 'T-2', version: 4, vertices: table(verticesOf(small.ring as unknown as Ring)) }
    expect(await set('', again)).toMatchObject({ ok: true })
    const split = { plot: { code: 'T-2', version: 5 }, line: line(250), codes: ['T-2-1', 'T-2-2'], reason: 'QĐ 6' }
    expect(await splitPlot(officer, split)).toMatchObject({ ok: true })
    const parts = await prisma.plot.findMany({ where: { code: { startsWith: 'T-2-' } } })
    expect(parts.map(({ vn2000 }) => vn2000)).toEqual([null, null])
    // The plot that is readable as it was keeps the vertices it had.
    const old = await prisma.plot.findUniqueOrThrow({ where: { code: 'T-2' } })
    expect(old.vn2000).not.toBeNull()
    expect(await set('', { code: 'T-2', version: old.version })).toMatchObject({ refusal: { code: 'state-forbids' } })

    const part = parts.find(({ code }) => code === 'T-2-1')
    const paper = { code: 'T-2-1', version: 1, vertices: table(verticesOf(part?.ring as unknown as Ring)) }
    expect(await set('', paper)).toMatchObject({ ok: true })
    const plots = [
      { code: 'T-2-1', version: 2 },
      { code: 'T-2-2', version: 1 },
    ]
    // A file says another boundary: refused as the form refuses it, and so is not half written.
    const judged = (ring: unknown) =>
      importedRow(officer, { code: 'T-2-1', zone: ZONE, areaM2: part?.areaM2 ?? 0, ring: JSON.stringify(ring) })
    const surveyedPart = await prisma.plot.findUniqueOrThrow({ where: { code: 'T-2-1' } })
    const other = (surveyedPart.ring as unknown as Ring).map(([lon, lat]) => [lon, lat + 0.00001])
    expect(await judged(other)).toMatchObject([{ column: 'ring', code: 'boundary-from-vertices' }])
    expect(await judged(surveyedPart.ring)).toEqual([])

    expect(await mergePlots(officer, { plots, code: 'T-7', reason: 'QĐ 7' })).toEqual({ ok: true, value: true })
    const merged = await prisma.plot.findMany({ where: { code: { in: ['T-7', 'T-2-1'] } }, orderBy: { code: 'asc' } })
    expect(merged.map(({ code, vn2000 }) => [code, vn2000 !== null])).toEqual([
      ['T-2-1', true],
      ['T-7', false],
    ])
  })

  it('a sheet is one however often it is asked for, and its code tells what changed since', async () => {
    const database = await open()
    const { officer, second } = await makeLand(database)
    const visitor = { actor: VISITOR, now: KEEPERS_NOW }
    const issue = (lang: 'vi' | 'en' = 'vi', code = 'T-1') => {
      forgetSnapshot()
      return issueSheet(visitor, { code, lang })
    }
    const check = (code: string, now = KEEPERS_NOW) => {
      forgetSnapshot()
      return sheetCheck(code, now)
    }
    expect(await issue('vi', 'NO-SUCH')).toMatchObject({ refusal: { code: 'not-found' } })
    const many = await Promise.all([issue(), issue(), issue(), issue()])
    const codes = new Set(many.map((one) => (one.ok ? one.value.code : one.refusal.code)))
    expect(codes.size).toBe(1)
    const [code = ''] = codes
    const english = await issue('en')
    expect(english.ok && english.value.code).not.toBe(code)
    expect(await database.prisma.dataSheet.count()).toBe(2)
    expect(await database.prisma.auditEntry.count({ where: { act: 'sheet.issue' } })).toBe(2)

    expect(await check(code.toLowerCase())).toMatchObject({
      value: { standing: 'holds', plotCode: 'T-1', lang: 'vi', changes: [], runOut: [] },
    })
    expect(await check('AAAA-AAAA-AAAA')).toMatchObject({ ok: false })
    expect(await check('')).toMatchObject({ ok: false })
    expect(await check(code, new Date('2027-02-01T03:00:00Z'))).toMatchObject({
      value: { standing: 'holds', runOut: ['rung', 'priceUsdPerM2'] },
    })

    const plot = await database.prisma.plot.findUniqueOrThrow({ where: { code: 'T-1' } })
    const edited = { ...PLOT_INPUT, areaM2: plot.areaM2, ring: plot.ring as unknown as Ring, priceUsdPerM2: 95 }
    expect(await editPlot(officer, { ...edited, code: 'T-1', version: 3 })).toMatchObject({ ok: true })
    expect(await check(code)).toMatchObject({
      value: { standing: 'changed', changes: [{ key: 'priceUsdPerM2', before: 80, now: 95 }] },
    })
    const later = await issue()
    expect(later.ok && later.value.code).not.toBe(code)
    expect(await withdrawPlot(second, { code: 'T-1', version: 4 })).toMatchObject({ ok: true })
    expect(await check(code)).toMatchObject({ value: { standing: 'gone', changes: [] } })
    expect(await issue()).toMatchObject({ refusal: { code: 'not-found' } })
  })
})
