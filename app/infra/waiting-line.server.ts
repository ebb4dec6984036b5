import { caseAdmitsHold } from '~/domain/land/hold'
import { sameLand } from '~/domain/land/same-land'
import { type LinePlace, type PlaceState, placeStateAt } from '~/domain/land/waiting'
import { dayInVietnam } from '~/domain/time/day'
import type { Verdict } from '~/domain/verdict'
import { developerOffer } from './developer-offer.server'
import { changesOf, plotsOfLand } from './plot-land.server'
import type { Prisma } from './prisma/client'
import type { Transaction } from './transact.server'

/** A place with the plots its land is today; none where the land was merged with more than was asked. */
export interface KeptPlace extends LinePlace {
  id: string
  /** The number of its case. */
  number: string
  lost: { code: string; became: string } | null
  /** A plot of its land that is leased today: its turn comes only if that is offered again. */
  leased: string | null
}

const OPEN = ['waiting', 'offered']
const INCLUDE = {
  plots: { select: { plotId: true } },
  case: {
    select: {
      number: true,
      state: true,
      developerRequest: { select: { state: true, offerUntilDay: true } },
      interest: { select: { role: true, zone: { select: { developerOfferNeeded: true } } } },
    },
  },
} satisfies Prisma.WaitingEntryInclude

/**
 * The open places for the land of any of these plots, or all of them, with the plots that are held now of all that land.
 * A place is for the land it was given for, whatever was split or merged since; one whose land is part of more today is
 * nobody's turn and holds up nobody. A caller that acts on it has locked the land asked for, so that no turn is given
 * meanwhile.
 */
export async function lineOf(
  t: Pick<Transaction, 'now'> & {
    db: Pick<Prisma.TransactionClient, 'waitingEntry' | 'holdPlot' | 'plot' | 'plotLineage' | 'plotOperation'>
  },
  plotIds: readonly string[] | 'all',
): Promise<{ places: KeptPlace[]; held: ReadonlySet<string> }> {
  const family = plotIds === 'all' ? null : await plotsOfLand(t.db, plotIds)
  const rows = await t.db.waitingEntry.findMany({
    where: {
      state: { in: OPEN },
      ...(family && { plots: { some: { plotId: { in: family } } } }),
    },
    orderBy: { position: 'asc' },
    include: INCLUDE,
  })
  const today = dayInVietnam(t.now)
  const idsOf = (plots: { plotId: string }[]) => plots.map(({ plotId }) => plotId)
  const changes = await changesOf(
    t.db,
    rows.flatMap(({ plots }) => idsOf(plots)),
  )
  const lands = rows.map(({ plots }) => sameLand(idsOf(plots), changes))
  const plots = await t.db.plot.findMany({
    where: { id: { in: lands.flatMap((land) => (land.ok ? land.value : [])) } },
    select: { id: true, code: true, publication: true, commercial: true },
  })
  const plotOf = new Map(plots.map((plot) => [plot.id, plot]))
  const isOffered = (plotId: string) => {
    const plot = plotOf.get(plotId)
    return plot?.publication === 'published' && plot.commercial === 'offered'
  }
  const leasedAmong = (ids: readonly string[]) =>
    ids.flatMap((id) => plotOf.get(id) ?? []).find(({ commercial }) => commercial === 'leased')?.code
  const places = rows.map(({ id, caseId, position, state, offerUntil, case: of }, index): KeptPlace => {
    const land = lands[index] as Verdict<string[]>
    const offer = developerOffer(of.interest, of.developerRequest, today)
    return {
      id,
      caseId,
      number: of.number,
      position,
      state: state as PlaceState,
      offerUntil,
      plotIds: land.ok ? land.value : [],
      lost: land.ok ? null : (land.refusal.values as KeptPlace['lost']),
      leased: (land.ok && leasedAmong(land.value)) || null,
      ready: land.ok && land.value.every(isOffered) && caseAdmitsHold(of.state) && offer !== 'missing',
    }
  })
  const named = [...(family ?? []), ...places.flatMap((place) => place.plotIds)]
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

/** Cases to which some plots are offered in the line now, by the id of the plot. */
export async function offeredTo(t: Parameters<typeof lineOf>[0], plotIds: readonly string[]) {
  const { places } = await lineOf(t, plotIds)
  const standing = places.filter((place) => placeStateAt(place, t.now) === 'offered')
  return new Map(standing.flatMap((place) => place.plotIds.map((id) => [id, place.number] as const)))
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
