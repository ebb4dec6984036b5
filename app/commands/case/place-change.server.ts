import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type CaseRecord, findCase, thingOf } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import type { Ctx } from '~/infra/transact.server'

/** The case of a place in the line, for those of its investor who may act. Refuses `not-found`, `not-allowed`. */
export async function caseForPlace(
  ctx: Ctx,
  number: string,
  act: 'waiting.join' | 'waiting.answer',
): Promise<Verdict<CaseRecord>> {
  const record = await findCase(number)
  if (!record) return refuse('not-found')
  const allowed = may(ctx.actor, act, thingOf(record))
  return allowed.ok ? ok(record) : allowed
}

/** A place by its id with its case, for the house itself. Refuses `not-allowed`, `not-found`. */
export async function placeForTimer(ctx: Ctx, id: string) {
  const allowed = may(ctx.actor, 'hold.tend')
  if (!allowed.ok) return allowed
  const place = await db().waitingEntry.findUnique({
    where: { id },
    include: { plots: { include: { plot: { select: { code: true } } } }, case: { select: { number: true } } },
  })
  const record = place && (await findCase(place.case.number))
  if (!record) return refuse('not-found')
  return ok({ place, record, codes: place.plots.map(({ plot }) => plot.code).sort() })
}
