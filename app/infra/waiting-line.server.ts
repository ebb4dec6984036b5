import { caseAdmitsHold } from '~/domain/land/hold'
import type { LinePlace, PlaceState } from '~/domain/land/waiting'
import { dayInVietnam } from '~/domain/time/day'
import { developerOffer } from './developer-offer.server'
import type { Prisma } from './prisma/client'
import type { Transaction } from './transact.server'

export interface KeptPlace extends LinePlace {
  id: string
}

const OPEN = ['waiting', 'offered']
const INCLUDE = {
  plots: { select: { plotId: true } },
  case: {
    select: {
      state: true,
      developerRequest: { select: { state: true, offerUntilDay: true } },
      interest: { select: { role: true, zone: { select: { developerOfferNeeded: true } } } },
    },
  },
} satisfies Prisma.WaitingEntryInclude

/**
 * The open places that touch any of these plots, or all of them, with the plots that are held now of all they name. A
 * caller that acts on it has locked the plots asked for, so that no turn is given meanwhile.
 */
export async function lineOf(
  t: Pick<Transaction, 'now'> & { db: Pick<Prisma.TransactionClient, 'waitingEntry' | 'holdPlot'> },
  plotIds: readonly string[] | 'all',
): Promise<{ places: KeptPlace[]; held: ReadonlySet<string> }> {
  const rows = await t.db.waitingEntry.findMany({
    where: {
      state: { in: OPEN },
      ...(plotIds !== 'all' && { plots: { some: { plotId: { in: [...plotIds] } } } }),
    },
    orderBy: { position: 'asc' },
    include: INCLUDE,
  })
  const today = dayInVietnam(t.now)
  const places = rows.map(({ id, caseId, position, state, offerUntil, plots, case: of }) => ({
    id,
    caseId,
    position,
    state: state as PlaceState,
    offerUntil,
    plotIds: plots.map(({ plotId }) => plotId),
    ready: caseAdmitsHold(of.state) && developerOffer(of.interest, of.developerRequest, today) !== 'missing',
  }))
  const named = [...(plotIds === 'all' ? [] : plotIds), ...places.flatMap((place) => place.plotIds)]
  const held = await t.db.holdPlot.findMany({
    where: {
      plotId: { in: [...new Set(named)] },
      untilInstant: { gt: t.now },
      hold: { state: { in: ['active', 'extended'] } },
    },
    select: { plotId: true },
  })
  return { places, held: new Set(held.map(({ plotId }) => plotId)) }
}

/** Writes what became of a place that was read open; gives whether it still was. */
export async function endPlace(t: Transaction, id: string, state: 'accepted' | 'declined' | 'lapsed' | 'left') {
  const written = await t.db.waitingEntry.updateMany({
    where: { id, state: { in: OPEN } },
    data: { state, endedAt: t.now, version: { increment: 1 } },
  })
  return written.count === 1
}

/** A case that ends leaves the line. */
export async function leaveLine(t: Transaction, caseId: string): Promise<void> {
  const mine = await t.db.waitingEntry.findMany({ where: { caseId, state: { in: OPEN } } })
  for (const { id } of mine) {
    await endPlace(t, id, 'left')
    await t.audit({ act: 'waiting.leave', subject: { kind: 'waiting', id }, caseId, detail: {} })
  }
}

/** The last place of a case, open or not. */
export const placeOf = (db: Pick<Prisma.TransactionClient, 'waitingEntry'>, caseId: string) =>
  db.waitingEntry.findFirst({ where: { caseId }, orderBy: { position: 'desc' }, include: { plots: true } })
