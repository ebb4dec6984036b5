import type { SheetRecord } from '~/domain/land/data-sheet'
import type { Vn2000Boundary } from '~/domain/land/vn2000'
import { toDay } from '~/domain/time/day'
import type { Prisma } from './prisma/client'
import { settingValue } from './reference.server'

/** What a data sheet says of a plot beside the snapshot: its figures in force, its legal vertices, the grace period. */
export async function sheetRecord(db: Prisma.TransactionClient, plotId: string): Promise<SheetRecord> {
  const plot = await db.plot.findUniqueOrThrow({
    where: { id: plotId },
    select: { vn2000: true, facts: { where: { supersededAt: null }, orderBy: { key: 'asc' } } },
  })
  const key = 'land.staleGraceDays'
  const grace = await db.officeSetting.findUnique({ where: { key } })
  return {
    graceDays: settingValue(key, grace),
    vertices: plot.vn2000 as unknown as Vn2000Boundary | null,
    facts: plot.facts.map((fact) => ({
      key: fact.key,
      value: fact.value,
      source: fact.source,
      confirmedBy: fact.confirmedBy,
      confirmedOn: toDay(fact.confirmedOn),
      confirmedUntil: fact.confirmedUntil && toDay(fact.confirmedUntil),
      illustrative: fact.illustrative,
    })),
  }
}
