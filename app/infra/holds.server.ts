import { promisableFrom, type UtilityKind } from '~/domain/land/capacity'
import { type CommercialState, canRegisterInterest, type PublicationState } from '~/domain/land/readiness'
import { mayTake } from '~/domain/land/waiting'
import { type Day, dayToDate, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { ledgerOf } from './node-ledger.server'
import { lockLand, plotsOfLand } from './plot-land.server'
import type { Transaction } from './transact.server'
import { endPlace, leaveLine, lineOf } from './waiting-line.server'

export interface HoldWish {
  caseId: string
  plotIds: string[]
  until: Date
  /** What the project needs, in each node's unit, and the day from which it needs it. */
  capacity: Record<UtilityKind, number>
  neededOn: Day
}

/**
 * Holds plots and capacity together, inside the caller's transaction. Plots and nodes are locked in one order,
 * so that two holds wait for each other and never deadlock. Two holds of one plot are made impossible by the
 * exclusion constraint on HoldPlot, whatever is checked here.
 * Where a plot was split or merged meanwhile, the hold takes the plots that are the same land today. Refuses
 * `plot-retired` for one that was merged with more, since the hold would take more than was asked, `plot-not-offered`, `plot-held`, `plot-waited-for`
 * while another place in the line goes before, `capacity-exceeded` (of the node that falls short). A requested hold of
 * the case becomes this one; its own place in the line is taken.
 */
export async function activateHold(t: Transaction, asked: HoldWish): Promise<Verdict<{ id: string }>> {
  const land = await lockLand(t, asked.plotIds)
  if (!land.ok) return land
  const wish = { ...asked, plotIds: land.value }
  const plots = await t.db.$queryRaw<{ id: string; code: string; publication: string; commercial: string }[]>`
    SELECT id, code, publication, commercial FROM "Plot" WHERE id = ANY(${wish.plotIds}::uuid[]) ORDER BY id FOR UPDATE`
  for (const plot of plots) {
    const offered = canRegisterInterest({
      code: plot.code,
      publication: plot.publication as PublicationState,
      commercial: plot.commercial as CommercialState,
    })
    if (!offered.ok) return offered
  }
  const taken = await t.db.holdPlot.findFirst({
    where: { plotId: { in: wish.plotIds }, fromInstant: { lte: t.now }, untilInstant: { gt: t.now } },
    include: { plot: { select: { code: true } } },
  })
  if (taken) return refuse('plot-held', { code: taken.plot.code, until: toDay(taken.untilInstant) })
  const { places, held } = await lineOf(t, 'all')
  const turn = mayTake(wish, places, held, t.now)
  if (!turn.ok) return turn
  const nodes = await lockNodes(t, wish)
  if (!nodes.ok) return nodes
  const range = { fromInstant: t.now, untilInstant: wish.until }
  await t.db.holdPlot.deleteMany({ where: { hold: { caseId: wish.caseId, state: 'requested' } } })
  const requested = await t.db.hold.findFirst({ where: { caseId: wish.caseId, state: 'requested' } })
  const { id } = requested
    ? await t.db.hold.update({
        where: { id: requested.id },
        data: { state: 'active', subjectToDeveloperOffer: false, ...range, version: { increment: 1 } },
      })
    : await t.db.hold.create({ data: { caseId: wish.caseId, state: 'active', createdAt: t.now, ...range } })
  await t.db.holdPlot.createMany({ data: wish.plotIds.map((plotId) => ({ holdId: id, plotId, ...range })) })
  const neededOn = dayToDate(wish.neededOn)
  await t.db.holdCapacity.createMany({
    data: nodes.value.map(({ nodeId, amount }) => ({ holdId: id, nodeId, amount, neededOn, ...range })),
  })
  const mine = places.find(({ caseId }) => caseId === wish.caseId)
  if (mine) await endPlace(t, mine.id, 'accepted')
  return ok({ id })
}

/**
 * Puts a hold on request: it names the plots and keeps nothing, until it is activated. A second request of a case is
 * refused by the database.
 */
export async function requestHold(
  t: Transaction,
  wish: Pick<HoldWish, 'caseId' | 'plotIds'> & { subjectToDeveloperOffer: boolean },
): Promise<{ id: string }> {
  const range = { fromInstant: t.now, untilInstant: t.now }
  const { caseId, plotIds, subjectToDeveloperOffer } = wish
  return t.db.hold.create({
    data: {
      caseId,
      subjectToDeveloperOffer,
      state: 'requested',
      createdAt: t.now,
      ...range,
      plots: { create: plotIds.map((plotId) => ({ plotId, ...range })) },
    },
    select: { id: true },
  })
}

/**
 * Whether land may be approved for a case where nothing can be held before its developer's offer: nobody holds it, and
 * no other case was approved for it and waits for that offer. Plots are locked, so that of many at once one is first.
 * Refuses `plot-held`, `plot-retired` as `activateHold` does.
 */
export async function checkApprovedOnce(
  t: Transaction,
  wish: Pick<HoldWish, 'caseId' | 'plotIds'>,
): Promise<Verdict<true>> {
  const land = await lockLand(t, wish.plotIds)
  if (!land.ok) return land
  const another = await t.db.holdPlot.findFirst({
    where: {
      plotId: { in: await plotsOfLand(t.db, wish.plotIds) },
      hold: { caseId: { not: wish.caseId } },
      OR: [
        { untilInstant: { gt: t.now } },
        { hold: { state: 'requested', case: { state: { in: ['approved', 'in_fulfilment'] } } } },
      ],
    },
    include: { plot: { select: { code: true } } },
  })
  return another ? refuse('plot-held', { code: another.plot.code }) : ok(true)
}

/** For each utility the best single node that serves every plot, with its row locked while the promise is made. */
async function lockNodes(t: Transaction, wish: HoldWish): Promise<Verdict<{ nodeId: string; amount: number }[]>> {
  const locked = await t.db.$queryRaw<{ id: string; kind: UtilityKind }[]>`
    SELECT n.id, n.kind FROM "UtilityNode" n
    WHERE (SELECT count(*) FROM "PlotNode" p WHERE p."nodeId" = n.id AND p."plotId" = ANY(${wish.plotIds}::uuid[]))
          = ${wish.plotIds.length}::int
    ORDER BY n.id FOR UPDATE OF n`
  const promised: { nodeId: string; amount: number }[] = []
  for (const kind of ['power', 'water', 'wastewater'] as const) {
    const amount = wish.capacity[kind]
    const candidates = locked.filter((node) => node.kind === kind)
    if (amount <= 0 || candidates.length === 0) continue
    let best: { nodeId: string; remaining: number } | undefined
    for (const node of candidates) {
      const { entries, holds } = await ledgerOf(t, node.id)
      const remaining = promisableFrom(wish.neededOn, entries, holds)
      if (!best || remaining > best.remaining) best = { nodeId: node.id, remaining }
    }
    if (best && best.remaining < amount) {
      return refuse('capacity-exceeded', { utility: kind, required: amount, remaining: Math.max(0, best.remaining) })
    }
    if (best) promised.push({ nodeId: best.nodeId, amount })
  }
  return ok(promised)
}

/**
 * Ends what a case has of land now, its live or requested holds: ranges are shortened, nothing is deleted, each is on
 * record with the reason. Gives how many had been holding land.
 */
export async function releaseHolds(t: Transaction, caseId: string, reason: string): Promise<number> {
  const ended = await t.db.hold.findMany({
    where: {
      caseId,
      OR: [{ state: 'requested' }, { state: { in: ['active', 'extended'] }, untilInstant: { gt: t.now } }],
    },
  })
  for (const hold of ended) {
    const untilInstant = new Date(Math.max(hold.fromInstant.getTime(), t.now.getTime()))
    const range = hold.state === 'requested' ? {} : { untilInstant }
    await t.db.holdPlot.updateMany({ where: { holdId: hold.id }, data: range })
    await t.db.holdCapacity.updateMany({ where: { holdId: hold.id }, data: range })
    await t.db.hold.update({
      where: { id: hold.id },
      data: { state: 'released', reason, endedAt: t.now, version: { increment: 1 }, ...range },
    })
    await t.audit({ act: 'hold.release', subject: { kind: 'hold', id: hold.id }, caseId, detail: { reason } })
  }
  return ended.filter(({ state }) => state !== 'requested').length
}

/** The same where the case itself ends: it leaves the line for land too, and the catalogue hears of it. */
export async function endClaims(t: Transaction, caseId: string, reason: string): Promise<number> {
  await leaveLine(t, caseId)
  const released = await releaseHolds(t, caseId, reason)
  if (released > 0) await t.touchCatalogue()
  return released
}
