import { type Day, toDay } from '~/domain/time/day'
import { db } from '~/infra/db.server'

export interface Lineage {
  kind: 'split' | 'merge' | 'realign'
  day: Day
  /** The keepers' own; none for a visitor. */
  reason: string | null
  from: string[]
  became: string[]
  /** The plot went in; otherwise it came out. */
  before: boolean
}

/** The operations a plot went through, the latest first; of the other plots only the public ones where asked. */
export async function lineageOf(plotId: string, publicOnly: boolean): Promise<Lineage[]> {
  const rows = await db().plotOperation.findMany({
    where: { plots: { some: { plotId } } },
    orderBy: { createdAt: 'desc' },
    include: { plots: { include: { plot: { select: { id: true, code: true, publication: true } } } } },
  })
  return rows.map(({ kind, day, reason, plots }) => {
    const side = (name: string) => {
      const shown = plots.filter((one) => one.side === name && (!publicOnly || one.plot.publication === 'published'))
      return shown.map(({ plot }) => plot.code).sort()
    }
    return {
      kind: kind as Lineage['kind'],
      day: toDay(day),
      reason: publicOnly ? null : reason,
      from: side('before'),
      became: side('after'),
      before: plots.some((one) => one.side === 'before' && one.plotId === plotId),
    }
  })
}
