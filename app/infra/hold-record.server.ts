import { type HoldFacts, type HoldMove, type HoldState, holdStateAt, isHolding, mayMoveHold } from '~/domain/land/hold'
import { addDays, type Day, dayInVietnam, endOfDay, parseDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type CaseRecord, findCase, formOf, stale, stateOf, thingOf, touchCase } from './case-record.server'
import { db } from './db.server'
import { developerOffer } from './developer-offer.server'
import type { HoldWish } from './holds.server'
import { officeSetting } from './reference.server'
import type { Ctx, Transaction } from './transact.server'

/** The hold of a case that counts: the one that lives or is requested, else the last one that was. */
export async function holdOf(caseId: string, now: Date) {
  const holds = await db().hold.findMany({
    where: { caseId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    include: {
      plots: { include: { plot: { select: { code: true } } }, orderBy: { plot: { code: 'asc' } } },
      capacities: { include: { node: { select: { kind: true, nameText: true } } } },
    },
  })
  const states = holds.map((hold) => holdStateAt(hold, now))
  const counts = states.findIndex((state) => isHolding(state) || state === 'requested' || state === 'converted')
  return holds[counts === -1 ? 0 : counts] ?? null
}
export type HoldRow = NonNullable<Awaited<ReturnType<typeof holdOf>>>

/** What the moves of a case's hold are judged by. */
export async function holdFactsOf(ctx: Ctx, record: CaseRecord): Promise<{ facts: HoldFacts; hold: HoldRow | null }> {
  const [hold, request] = await Promise.all([
    holdOf(record.id, ctx.now),
    db().developerRequest.findUnique({ where: { caseId: record.id } }),
  ])
  const facts = {
    hold: holdStateAt(hold, ctx.now),
    case: stateOf(record),
    hasPlots: record.interest.plots.length > 0,
    offer: developerOffer(record.interest, request, dayInVietnam(ctx.now)),
    thing: thingOf(record),
  }
  return { facts, hold }
}

/** The plots a case names, with all it asks of their sources, until the end of a day so many days ahead. */
export async function holdWishOf(record: CaseRecord, today: Day): Promise<HoldWish & { lastDay: Day }> {
  const form = formOf(record)
  const landBy = parseDay(form.landBy)
  const lastDay = addDays(today, await officeSetting('holdDays'))
  return {
    caseId: record.id,
    plotIds: record.interest.plots.map(({ plotId }) => plotId),
    lastDay,
    until: endOfDay(lastDay),
    capacity: { power: form.powerKva, water: form.waterM3PerDay, wastewater: form.wastewaterM3PerDay },
    neededOn: landBy.ok && landBy.value > today ? landBy.value : today,
  }
}

export interface HoldChange {
  record: CaseRecord
  hold: HoldRow | null
  next: HoldState
}

/** What a change of a case's hold names: the case, as the person read it. */
export interface OfCase {
  number: string
  version: number
}

/** The hold a change is made of, for whoever may make it. Refuses as `mayMoveHold` does, `not-found`, `conflict`. */
export async function holdForMove(ctx: Ctx, input: OfCase, made: HoldMove): Promise<Verdict<HoldChange>> {
  const record = await findCase(input.number)
  if (!record) return refuse('not-found')
  const { facts, hold } = await holdFactsOf(ctx, record)
  const next = mayMoveHold(ctx.actor, made, facts)
  if (!next.ok) return next
  if (record.version !== input.version) return stale(db(), record)
  return ok({ record, hold, next: next.value })
}

/**
 * Takes the hold for a change inside the transaction: the case's row is locked by its version, and the hold is as it
 * was read. Refuses `conflict`.
 */
export async function takeHold(t: Transaction, { record, hold }: HoldChange): Promise<Verdict<HoldRow>> {
  const touched = await touchCase(t, record)
  if (!touched.ok) return touched
  if (!hold) return refuse('state-forbids')
  const written = await t.db.hold.updateMany({
    where: { id: hold.id, version: hold.version },
    data: { version: { increment: 1 } },
  })
  return written.count === 1 ? ok(hold) : stale(t.db, record)
}

export const codesOf = (hold: Pick<HoldRow, 'plots'>): string[] => hold.plots.map(({ plot }) => plot.code)
