import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { insertRows, timeOrderedId } from '~/infra/bulk-rows.server'
import { type Ctx, type Transaction, transact } from '~/infra/transact.server'
import { importPages, plainColumns, type WrittenRow, writePlots } from './import-pages.server'
import { moveImport, subjectOf } from './import-record.server'
import { writeAllFacts } from './plot-rows.server'

/** A hundred thousand rows on a small machine. */
const TIMEOUT_MS = 15 * 60_000

/**
 * Writes what the preview of an import said, all of it or nothing. Refuses `conflict` when any land changed since it
 * was judged at `catalogueVersion`, `not-allowed` and `not-found` by zone as the form would, `state-forbids` where it
 * is written already.
 */
export async function writeImport(
  ctx: Ctx,
  input: { importId: string; catalogueVersion: number; report: (done: number) => void },
): Promise<Verdict<true>> {
  const { importId, catalogueVersion, report } = input
  return transact(
    ctx,
    async (t) => {
      // Every change of land moves this row: with it locked, the land stays as it was judged.
      const [catalogue] = await t.db.$queryRaw<{ version: number }[]>`
        SELECT version FROM "Catalogue" WHERE id = 1 FOR UPDATE`
      if (catalogue?.version !== catalogueVersion) return refuse('conflict')
      const row = await t.db.landImport.findUnique({ where: { id: importId } })
      if (row?.state !== 'writing') return refuse('state-forbids')
      const zones = await t.db.zone.findMany({ select: { id: true, code: true, nodes: { select: { id: true } } } })
      const zoneByCode = new Map(zones.map((zone) => [zone.code, zone]))
      let done = 0
      for (const result of ['inserted', 'updated'] as const) {
        for await (const page of importPages(t, importId, result)) {
          for (const { after } of page) {
            const own = may(t.actor, 'land.write', { zoneId: zoneByCode.get(after.zone)?.id ?? null })
            if (!own.ok) return own
          }
          const written = result === 'inserted' ? await insert(t, importId, page, zoneByCode) : await update(t, page)
          if (!written.ok) return written
          done += page.length
          report(done)
        }
      }
      const moved = await moveImport(t, row, 'writing', { state: 'confirmed', confirmedAt: t.now })
      if (!moved.ok) return moved
      await t.audit({ act: 'import.write', subject: subjectOf(row), detail: { number: row.number, rows: done } })
      await t.touchCatalogue()
      return ok(true)
    },
    TIMEOUT_MS,
  )
}

type Zones = Map<string, { id: string; nodes: { id: string }[] }>

async function insert(t: Transaction, importId: string, page: WrittenRow[], zones: Zones): Promise<Verdict<true>> {
  const rows = page.map((row) => ({ ...row, id: timeOrderedId(t.now) }))
  await insertRows(
    t.db,
    'Plot',
    rows.map(({ id, code, after }) => ({
      ...plainColumns(after.values),
      id,
      code,
      zoneId: zones.get(after.zone)?.id ?? null,
      publication: 'draft',
      createdAt: t.now,
      updatedAt: t.now,
    })),
  )
  await insertRows(
    t.db,
    'PlotNode',
    rows.flatMap(({ id, after }) =>
      (zones.get(after.zone)?.nodes ?? []).map((node) => ({ plotId: id, nodeId: node.id })),
    ),
  )
  await writeAllFacts(t, new Map(rows.map(({ id, after }) => [id, { ...after.values, source: after.source }])))
  const made = JSON.stringify(rows.map(({ rowNumber, id }) => ({ rowNumber, plotId: id })))
  await t.db.$executeRawUnsafe(
    `UPDATE "LandImportRow" i SET "plotId" = r."plotId"
     FROM jsonb_to_recordset($2::jsonb) r("rowNumber" int, "plotId" uuid)
     WHERE i."importId" = $1::uuid AND i."rowNumber" = r."rowNumber"`,
    importId,
    made,
  )
  await t.auditAll(
    rows.map(({ id, code, after }) => ({
      act: 'plot.add',
      subject: { kind: 'plot', id },
      detail: { code, zone: after.zone, areaM2: after.values.areaM2, source: after.source },
    })),
  )
  return ok(true)
}

async function update(t: Transaction, page: WrittenRow[]): Promise<Verdict<true>> {
  const rows = page.map((row) => ({ ...row, id: row.plotId ?? '', version: row.before?.version ?? 0 }))
  const written = await writePlots(
    t,
    rows.map(({ id, version, after }) => ({ id, version, values: after.values })),
  )
  if (!written.ok) return written
  const facts = await writeAllFacts(
    t,
    new Map(rows.map(({ id, after }) => [id, { ...after.values, source: after.source }])),
  )
  await t.auditAll(
    rows.map(({ id, code, after, before }) => ({
      act: 'plot.edit',
      subject: { kind: 'plot', id },
      detail: {
        code,
        areaM2: { from: before?.values.areaM2 ?? null, to: after.values.areaM2 },
        readiness: { from: before?.values.readiness ?? null, to: after.values.readiness },
        commercial: { from: before?.values.commercial ?? null, to: after.values.commercial },
        facts: facts.get(id) ?? {},
        source: after.source,
      },
    })),
  )
  return ok(true)
}
