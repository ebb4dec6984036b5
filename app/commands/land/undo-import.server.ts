import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { Prisma } from '~/infra/prisma/client'
import { type Ctx, type Transaction, transact } from '~/infra/transact.server'
import { importPages, type WrittenRow, writePlots } from './import-pages.server'
import { json, moveImport, subjectOf } from './import-record.server'

const TIMEOUT_MS = 15 * 60_000
/** Plots that stand in the way, named. */
const NAMED = 20

/**
 * Puts back what stood before an import, all of it or nothing: new plots are removed, changed ones get their figures
 * again, with the source and the days they had. Refuses `import-changed-since` naming the plots somebody changed,
 * published, asked for or held since.
 */
export async function undoImport(
  ctx: Ctx,
  input: { importId: string; report: (done: number) => void },
): Promise<Verdict<true>> {
  const { importId, report } = input
  return transact(
    ctx,
    async (t) => {
      await t.db.$queryRaw`SELECT version FROM "Catalogue" WHERE id = 1 FOR UPDATE`
      const row = await t.db.landImport.findUnique({ where: { id: importId } })
      if (row?.state !== 'undoing' || !row.confirmedAt) return refuse('state-forbids')
      const moved: string[] = []
      for (const result of ['inserted', 'updated'] as const) {
        for await (const page of importPages(t, importId, result)) moved.push(...(await movedOn(t, page)))
      }
      if (moved.length > 0) {
        const codes = moved.sort().slice(0, NAMED).join(', ')
        return refuse('import-changed-since', { count: moved.length, codes })
      }
      let done = 0
      for (const result of ['inserted', 'updated'] as const) {
        for await (const page of importPages(t, importId, result)) {
          const back = result === 'inserted' ? await remove(t, page) : await restore(t, page, row.confirmedAt)
          if (!back.ok) return back
          done += page.length
          report(done)
        }
      }
      const ended = await moveImport(t, row, 'undoing', { state: 'undone', undoneAt: t.now })
      if (!ended.ok) return ended
      await t.audit({ act: 'import.undo', subject: subjectOf(row), detail: { number: row.number, rows: done } })
      await t.touchCatalogue()
      return ok(true)
    },
    TIMEOUT_MS,
  )
}

/** The codes of a page whose plots are no more as the import left them, or no more one's own. */
async function movedOn(t: Transaction, page: WrittenRow[]): Promise<string[]> {
  const plots = await t.db.plot.findMany({
    where: { id: { in: page.map(({ plotId }) => plotId ?? '') } },
    select: {
      id: true,
      version: true,
      zoneId: true,
      retiredAt: true,
      publication: true,
      holds: { where: { untilInstant: { gt: t.now } }, take: 1, select: { plotId: true } },
      _count: {
        select: { holds: true, interests: true, enquiries: true, documents: true, dataSheets: true, lineage: true },
      },
    },
  })
  const byId = new Map(plots.map((plot) => [plot.id, plot]))
  return page
    .filter(({ plotId, before }) => {
      const plot = byId.get(plotId ?? '')
      if (!plot || plot.retiredAt || !may(t.actor, 'land.write', { zoneId: plot.zoneId }).ok) return true
      if (plot.version !== (before?.version ?? 0) + 1 || plot.holds.length > 0) return true
      return before === null && (plot.publication !== 'draft' || Object.values(plot._count).some((count) => count > 0))
    })
    .map(({ code }) => code)
}

async function remove(t: Transaction, page: WrittenRow[]): Promise<Verdict<true>> {
  const ids = page.map(({ plotId }) => plotId ?? '')
  const ofThem = { where: { plotId: { in: ids } } }
  await t.db.fact.deleteMany(ofThem)
  await t.db.readinessRecord.deleteMany(ofThem)
  await t.db.plotNode.deleteMany(ofThem)
  await t.db.plot.deleteMany({ where: { id: { in: ids } } })
  await t.auditAll(
    page.map(({ plotId, code }) => ({
      act: 'plot.remove',
      subject: { kind: 'plot', id: plotId ?? '' },
      detail: { code },
    })),
  )
  return ok(true)
}

/** Figures that expire come back as new rows with their own source and days; what the import wrote is superseded. */
async function restore(t: Transaction, page: WrittenRow[], confirmedAt: Date): Promise<Verdict<true>> {
  const ids = page.map(({ plotId }) => plotId ?? '')
  const back = page.flatMap(({ plotId, before }) =>
    plotId && before ? [{ id: plotId, version: before.version + 1, values: before.values }] : [],
  )
  const written = await writePlots(t, back)
  if (!written.ok) return written
  const before = await t.db.fact.findMany({ where: { plotId: { in: ids }, supersededAt: confirmedAt } })
  await t.db.fact.updateMany({
    where: { plotId: { in: ids }, createdAt: confirmedAt, supersededAt: null },
    data: { supersededAt: t.now },
  })
  await t.db.fact.createMany({
    data: before.map(({ id: _, supersededAt: __, createdAt: ___, value, ...fact }) => ({
      ...fact,
      value: value === null ? Prisma.JsonNull : json(value as object),
      createdAt: t.now,
    })),
  })
  const rungs = await t.db.readinessRecord.findMany({ where: { plotId: { in: ids }, supersededAt: confirmedAt } })
  await t.db.readinessRecord.updateMany({
    where: { plotId: { in: ids }, createdAt: confirmedAt, supersededAt: null },
    data: { supersededAt: t.now },
  })
  await t.db.readinessRecord.createMany({
    data: rungs.map(({ id: _, supersededAt: __, createdAt: ___, ...rung }) => ({ ...rung, createdAt: t.now })),
  })
  await t.auditAll(
    page.map(({ plotId, code }) => ({
      act: 'plot.restore',
      subject: { kind: 'plot', id: plotId ?? '' },
      detail: { code },
    })),
  )
  return ok(true)
}
