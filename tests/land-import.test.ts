import { createHash, randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { expect, it, vi } from 'vitest'
import { confirmImport } from '~/commands/land/confirm-import.server'
import { editPlot } from '~/commands/land/edit-plot.server'
import { orderUndo } from '~/commands/land/order-undo.server'
import { startImport } from '~/commands/land/start-import.server'
import { SHEET_MEDIA_TYPES, type SheetFormat, sheetPieces } from '~/documents/report/land-sheet'
import { templatePieces } from '~/documents/report/land-template'
import { rejectedPieces } from '~/documents/report/rejected-rows'
import type { GrantedRole } from '~/domain/party/permission'
import type { Day } from '~/domain/time/day'
import type { Database } from '~/infra/db.server'
import { actorOf } from '~/infra/session.server'
import type { Ctx } from '~/infra/transact.server'
import { runJobs } from '~/jobs/run-jobs'
import { importPage, rejectedRows } from '~/queries/land/import-page.server'
import { landSheetPages } from '~/queries/land/land-sheet.server'
import { makePerson } from '../prisma/seed/factories'
import { describeDatabases } from './database'

vi.setConfig({ testTimeout: 120_000 })

const [ZONE, FOREIGN] = ['LS-IP-DONGBANH', 'LS-IP-VSIP']
const HEAD = 'code,zone,areaM2,readiness,commercial,source,priceUsdPerM2,priceConfirmedUntil,note'

async function person(database: Database, name: string, role: GrantedRole, zoneCode?: string): Promise<Ctx> {
  const fromDay = '2020-01-01' as Day
  const who = { name, fullName: name, lang: 'vi' as const, role, zoneCode, fromDay, passwordHash: 'none' }
  const actor = await actorOf(await makePerson(database.prisma, who))
  if (!actor) throw new Error('the person was just made')
  return { actor, now: new Date('2026-03-02T03:00:00Z') }
}

async function bytesOf(pieces: AsyncIterable<Uint8Array | string>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const piece of pieces) all.push(Buffer.from(piece as string))
  return Buffer.concat(all)
}

/** Sends a file as the form would and reads it. */
async function send(ctx: Ctx, content: string | Buffer, format: SheetFormat = 'csv') {
  await mkdir('.cache/test-data/incoming', { recursive: true })
  const temporaryPath = `.cache/test-data/incoming/${randomUUID()}`
  await writeFile(temporaryPath, content)
  const started = await startImport(ctx, {
    uploads: [
      {
        field: 'file',
        fileName: `plots.${format}`,
        mediaType: SHEET_MEDIA_TYPES[format],
        sizeBytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
        temporaryPath,
      },
    ],
  })
  if (!started.ok) throw new Error(started.refusal.code)
  await runJobs()
  return started.value.number
}

async function pageOf(ctx: Ctx, number: string) {
  const page = await importPage(ctx, number, {})
  if (!page.ok) throw new Error(page.refusal.code)
  return page.value
}

async function step(ctx: Ctx, number: string, what: typeof confirmImport) {
  const { version } = await pageOf(ctx, number)
  const verdict = await what(ctx, { number, version })
  await runJobs()
  return verdict
}

const plotRows = (database: Database) =>
  database.prisma.plot.findMany({
    orderBy: { code: 'asc' },
    select: { code: true, areaM2: true, publication: true, note: true, sectorSlugs: true, ring: true, readiness: true },
  })
const pricesOf = async (database: Database) =>
  (
    await database.prisma.fact.findMany({
      where: { key: 'price_usd_per_m2', supersededAt: null },
      select: { value: true, source: true, plot: { select: { code: true } } },
      orderBy: { plot: { code: 'asc' } },
    })
  ).map(({ value, source, plot }) => [plot?.code, value, source])

describeDatabases('an import of land', (open) => {
  it('writes nothing before it is confirmed, all of it then, and takes all of it back', async () => {
    const database = await open()
    const officer = await person(database, 'officer.import', 'officer')
    const first = await send(
      officer,
      `${HEAD}\nA-1,${ZONE},20000,planned,offered,QĐ 1,80.5,31/12/2026,\nA-2,${ZONE},30000,Đã quy hoạch,not_offered,QĐ 1,,,"@x"\n`,
    )
    expect(await pageOf(officer, first)).toMatchObject({ state: 'previewed', counts: { inserted: 2, rejected: 0 } })
    const refusedAs = async (content: string) => (await pageOf(officer, await send(officer, content))).refusals
    expect(await refusedAs(`${HEAD}\n`)).toEqual([{ code: 'only-head', values: { row: 1 } }])
    expect(await refusedAs('\n\n')).toEqual([{ code: 'file-empty' }])
    expect(await plotRows(database)).toEqual([])
    const { version } = await pageOf(officer, first)
    const both = await Promise.all([
      confirmImport(officer, { number: first, version }),
      confirmImport(officer, { number: first, version }),
    ])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    await runJobs()
    expect(await pageOf(officer, first)).toMatchObject({ state: 'confirmed' })
    const written = await plotRows(database)
    expect(written.map(({ code, publication, note }) => [code, publication, note])).toEqual([
      ['A-1', 'draft', null],
      ['A-2', 'draft', '@x'],
    ])
    expect(await pricesOf(database)).toEqual([['A-1', 80.5, 'QĐ 1']])
    const acts = await database.prisma.auditEntry.findMany({
      where: { subjectKind: 'plot' },
      include: { detail: true },
    })
    expect(acts.map(({ act, detail }) => [act, detail?.actorName])).toEqual(
      Array(2).fill(['plot.add', 'officer.import']),
    )

    const second = await send(
      officer,
      `${HEAD}\nA-1,${ZONE},21000,planned,offered,QĐ 2,"90,5",2026-12-31,mới\nA-2,${ZONE},30000,planned,not_offered,,,,@x\nA-3,${ZONE},5,tốt,leased,,1,,\n`,
    )
    const preview = await pageOf(officer, second)
    expect(preview.counts).toEqual({ inserted: 0, updated: 1, unchanged: 1, rejected: 1 })
    expect(preview.rows[0]?.changes).toEqual([
      { column: 'areaM2', from: 20_000, to: 21_000 },
      { column: 'priceUsdPerM2', from: 80.5, to: 90.5 },
      { column: 'note', from: null, to: 'mới' },
    ])
    expect(preview.rows[2]?.reasons.map(({ column, code }) => `${column} ${code}`).sort()).toEqual([
      'areaM2 out-of-range',
      'commercial not-a-choice',
      'priceConfirmedUntil required',
      'readiness not-a-choice',
      'source required',
    ])
    const rejected = await rejectedRows(officer, second)
    if (!rejected.ok) throw new Error(rejected.refusal.code)
    const mended = (await bytesOf(rejectedPieces(rejected.value.pages, 'vi'))).toString()
    expect(mended).toContain('A-3')
    expect((await pageOf(officer, await send(officer, mended))).counts).toMatchObject({ rejected: 1 })

    expect(await step(officer, second, confirmImport)).toMatchObject({ ok: true })
    expect(await pricesOf(database)).toEqual([['A-1', 90.5, 'QĐ 2']])
    expect(await step(officer, first, orderUndo)).toMatchObject({ ok: true })
    expect(await pageOf(officer, first)).toMatchObject({
      state: 'confirmed',
      refusals: [{ code: 'import-changed-since', values: { count: 1, codes: 'A-1' } }],
    })
    await step(officer, second, orderUndo)
    expect(await pageOf(officer, second)).toMatchObject({ state: 'undone' })
    expect(await plotRows(database)).toEqual(written)
    expect(await pricesOf(database)).toEqual([['A-1', 80.5, 'QĐ 1']])

    // What was exported reads back as unchanged, in every format.
    const exported = (format: SheetFormat) => bytesOf(sheetPieces(landSheetPages(officer, {}), { format, lang: 'zh' }))
    for (const format of ['xlsx', 'csv', 'geojson'] as const) {
      const again = await pageOf(officer, await send(officer, await exported(format), format))
      expect(again.counts, format).toEqual({ inserted: 0, updated: 0, unchanged: 2, rejected: 0 })
    }
  })

  it('keeps a developer to its zones, and gives back what changed since the preview', async () => {
    const database = await open()
    const officer = await person(database, 'officer.guard', 'officer')
    const developer = await person(database, 'developer.guard', 'developer', ZONE)
    const foreign = await person(database, 'developer.other', 'developer', FOREIGN)
    const number = await send(
      developer,
      `${HEAD}\nB-1,${ZONE},20000,planned,offered,x,,,\nB-2,${FOREIGN},20000,planned,offered,x,,,\nB-1,${ZONE},20000,planned,offered,x,,,\n`,
    )
    const page = await pageOf(developer, number)
    expect(page.rows.map(({ result, reasons }) => [result, reasons.map(({ code }) => code).join()])).toEqual([
      ['inserted', ''],
      ['rejected', 'zone-not-own'],
      ['rejected', 'row-twice'],
    ])
    expect(await confirmImport(foreign, { number, version: page.version })).toMatchObject({
      refusal: { code: 'not-found' },
    })
    expect(await importPage(foreign, number, {})).toMatchObject({ refusal: { code: 'not-found' } })
    await step(developer, number, confirmImport)
    expect((await plotRows(database)).map(({ code }) => code)).toEqual(['B-1'])

    const change = await send(
      officer,
      `${HEAD}\nB-1,${ZONE},25000,planned,offered,x,,,\nB-9,${ZONE},25000,planned,offered,x,,,\n`,
    )
    const plot = await database.prisma.plot.findUniqueOrThrow({ where: { code: 'B-1' } })
    await editPlot(developer, {
      ...{ code: 'B-1', version: plot.version, areaM2: 22_000, block: null, phase: null, readiness: 'planned' },
      ...{ readinessSince: null, readinessUntil: null, readyByEarliest: null, readyByLatest: null },
      ...{ commercial: 'offered', priceUsdPerM2: null, priceUntil: null, source: 'x', termEndYear: null },
      ...{ maxDensityPct: null, maxFloors: null, sectors: [], note: null, ring: null },
    })
    await step(officer, change, confirmImport)
    const given = await pageOf(officer, change)
    expect(given).toMatchObject({ state: 'previewed', counts: { inserted: 1, updated: 0, rejected: 1 } })
    expect(given.rows[0]).toMatchObject({ result: 'rejected', reasons: [{ code: 'conflict' }] })
    expect((await plotRows(database)).map(({ code, areaM2 }) => [code, areaM2])).toEqual([['B-1', 22_000]])
    await step(officer, change, confirmImport)
    expect((await plotRows(database)).map(({ code, areaM2 }) => [code, areaM2])).toEqual([
      ['B-1', 22_000],
      ['B-9', 25_000],
    ])
  })

  it('leaves nothing when it is broken off in the middle, however often it is begun', async () => {
    const database = await open()
    const officer = await person(database, 'officer.broken', 'officer')
    const lines = Array.from({ length: 520 }, (_, index) => `C-${index},${ZONE},20000,planned,offered,x,,,`)
    const number = await send(officer, `${HEAD}\n${lines.join('\n')}\n`)
    await database.prisma.$executeRawUnsafe(
      `CREATE FUNCTION break_off() RETURNS trigger AS $$ BEGIN IF NEW.code = 'C-510' THEN RAISE EXCEPTION 'broken off'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql`,
    )
    await database.prisma.$executeRawUnsafe(
      `CREATE TRIGGER break_off BEFORE INSERT ON "Plot" FOR EACH ROW EXECUTE FUNCTION break_off()`,
    )
    await step(officer, number, confirmImport)
    expect(await plotRows(database)).toEqual([])
    expect(await database.prisma.fact.count()).toBe(0)
    expect(await pageOf(officer, number)).toMatchObject({ state: 'previewed', refusals: [{ code: 'unavailable' }] })
    await database.prisma.$executeRawUnsafe(`DROP TRIGGER break_off ON "Plot"`)
    await step(officer, number, confirmImport)
    expect(await database.prisma.plot.count()).toBe(520)
    await step(officer, number, orderUndo)
    expect(await database.prisma.plot.count()).toBe(0)

    const template = await bytesOf(
      templatePieces({ zone: ZONE, today: '2026-03-02' as Day, format: 'xlsx', lang: 'vi' }),
    )
    expect(await pageOf(officer, await send(officer, template, 'xlsx'))).toMatchObject({ counts: { inserted: 3 } })
  })
})
