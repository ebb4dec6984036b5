import type { Place, PlaceState } from '~/domain/land/waiting'
import type { Transaction } from './transact.server'

export interface KeptPlace extends Place {
  id: string
}

/**
 * The open places that touch any of these plots, with the plots that are held now of all they name. The caller has
 * locked the plots asked for, so that no turn is given meanwhile.
 */
export async function lineOf(
  t: Pick<Transaction, 'db' | 'now'>,
  plotIds: readonly string[],
): Promise<{ places: KeptPlace[]; held: ReadonlySet<string> }> {
  const rows = await t.db.waitingEntry.findMany({
    where: { state: { in: ['waiting', 'offered'] }, plots: { some: { plotId: { in: [...plotIds] } } } },
    orderBy: { position: 'asc' },
    include: { plots: { select: { plotId: true } } },
  })
  const places = rows.map(({ id, caseId, position, state, offerUntil, plots }) => ({
    id,
    caseId,
    position,
    state: state as PlaceState,
    offerUntil,
    plotIds: plots.map(({ plotId }) => plotId),
  }))
  const named = [...new Set([...plotIds, ...places.flatMap((place) => place.plotIds)])]
  const held = await t.db.holdPlot.findMany({
    where: { plotId: { in: named }, untilInstant: { gt: t.now }, hold: { state: { in: ['active', 'extended'] } } },
    select: { plotId: true },
  })
  return { places, held: new Set(held.map(({ plotId }) => plotId)) }
}

/** Writes what became of a place that was read open; gives whether it still was. */
export async function endPlace(t: Transaction, id: string, state: 'accepted' | 'declined' | 'lapsed' | 'left') {
  const written = await t.db.waitingEntry.updateMany({
    where: { id, state: { in: ['waiting', 'offered'] } },
    data: { state, endedAt: t.now, version: { increment: 1 } },
  })
  return written.count === 1
}

/** A case that ends leaves the line. */
export async function leaveLine(t: Transaction, caseId: string): Promise<void> {
  const mine = await t.db.waitingEntry.findMany({ where: { caseId, state: { in: ['waiting', 'offered'] } } })
  for (const { id } of mine) {
    await endPlace(t, id, 'left')
    await t.audit({ act: 'waiting.leave', subject: { kind: 'waiting', id }, caseId, detail: {} })
  }
}
