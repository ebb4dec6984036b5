import { isHolding } from '~/domain/land/hold'
import { mayJoin, type PlaceState, placeStateAt, placesBefore } from '~/domain/land/waiting'
import { may } from '~/domain/party/permission'
import { ok, refuse } from '~/domain/verdict'
import { findCase, formOf, thingOf } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { holdFactsOf } from '~/infra/hold-record.server'
import { landToday } from '~/infra/plot-land.server'
import { officeSetting } from '~/infra/reference.server'
import type { Ctx } from '~/infra/transact.server'
import { lineOf, placeOf } from '~/infra/waiting-line.server'

/** The place of the investor's case in the line, without a word of the others but how many go before. */
export async function myPlace(ctx: Ctx, number: string) {
  const record = await findCase(number)
  if (!record || !may(ctx.actor, 'case.read', thingOf(record)).ok) return refuse('not-found')
  const plotIds = record.interest.plots.map(({ plotId }) => plotId)
  const [{ facts }, line, land, mine, offerDays] = await Promise.all([
    holdFactsOf(ctx, record),
    lineOf({ db: db(), now: ctx.now }, plotIds),
    landToday(db(), plotIds),
    placeOf(db(), record.id),
    officeSetting('waitingOfferWorkingDays'),
  ])
  const { places, held } = line
  const others = places.filter(({ caseId }) => caseId !== record.id)
  const taken = others.length > 0 || (!isHolding(facts.hold) && land.ok && land.value.some((id) => held.has(id)))
  const state = mine && placeStateAt({ ...mine, state: mine.state as PlaceState }, ctx.now)
  const open = state === 'waiting' || state === 'offered'
  const kept = places.find((place) => place.id === mine?.id)
  const mayAnswer = may(ctx.actor, 'waiting.answer', thingOf(record)).ok
  return ok({
    number: record.number,
    project: formOf(record).projectName,
    plots: record.interest.plots.map(({ plot }) => plot.code),
    place: mine &&
      state && {
        state,
        position: mine.position,
        hash: mine.hash,
        askedAt: mine.askedAt.toISOString(),
        before: kept && open ? placesBefore(kept, places, ctx.now) : null,
        offerUntil: state === 'offered' ? (mine.offerUntil?.toISOString() ?? null) : null,
        /** Its turn does not come before the case is assessed and, on private land, the developer has made an offer. */
        ready: kept?.ready ?? true,
        /** Its land is part of more today: its turn does not come. */
        lost: kept?.lost ?? null,
        /** Somebody leased it meanwhile. */
        leased: kept?.leased ?? null,
      },
    offerDays,
    mayJoin: !open && land.ok && may(ctx.actor, 'waiting.join', thingOf(record)).ok && mayJoin({ ...facts, taken }).ok,
    mayAccept: state === 'offered' && mayAnswer,
    mayGiveUp: open && mayAnswer,
  })
}

/** Everybody in line for any of a case's plots, in order: for the office. */
export async function lineOfCase(ctx: Ctx, number: string) {
  const record = await findCase(number)
  if (!record) return []
  const { places } = await lineOf(
    { db: db(), now: ctx.now },
    record.interest.plots.map(({ plotId }) => plotId),
  )
  const placeById = new Map(places.map((place) => [place.id, place]))
  const rows = await db().waitingEntry.findMany({
    where: { id: { in: places.map(({ id }) => id) } },
    orderBy: { position: 'asc' },
    include: {
      plots: { include: { plot: { select: { code: true } } } },
      case: { select: { number: true, state: true, organization: { select: { name: true } } } },
    },
  })
  return rows
    .map((row) => ({
      number: row.case.number,
      organization: row.case.organization.name,
      position: row.position,
      plots: row.plots.map(({ plot }) => plot.code).sort(),
      askedAt: row.askedAt.toISOString(),
      state: placeStateAt({ state: row.state as PlaceState, offerUntil: row.offerUntil }, ctx.now),
      offerUntil: row.offerUntil?.toISOString() ?? null,
      own: row.caseId === record.id,
      lost: placeById.get(row.id)?.lost ?? null,
      leased: placeById.get(row.id)?.leased ?? null,
    }))
    .filter(({ state }) => state === 'waiting' || state === 'offered')
}
export type LineShown = Awaited<ReturnType<typeof lineOfCase>>[number]
