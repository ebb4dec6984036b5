import { type HoldFacts, type HoldMove, lastDayOf, mayMoveHold, offeredHoldMoves } from '~/domain/land/hold'
import { addDays, dayInVietnam, toDay } from '~/domain/time/day'
import { ok, refuse } from '~/domain/verdict'
import { type CaseRecord, findCase, textOf } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { type HoldRow, holdFactsOf } from '~/infra/hold-record.server'
import { officeSetting } from '~/infra/reference.server'
import type { Ctx } from '~/infra/transact.server'
import { headOf } from './office-case.server'

/** A hold as both sides of the desk read it. */
async function shownHold(hold: HoldRow, facts: HoldFacts) {
  const document = hold.leaseDocumentId
    ? await db().document.findUnique({ where: { id: hold.leaseDocumentId }, select: { id: true, fileName: true } })
    : null
  return {
    state: facts.hold,
    plots: hold.plots.map(({ plot }) => plot.code),
    capacities: hold.capacities
      .filter(({ amount }) => amount > 0)
      .map(({ amount, neededOn, node }) => ({
        kind: node.kind as 'power' | 'water' | 'wastewater',
        source: textOf(node.nameText),
        amount,
        neededOn: neededOn && toDay(neededOn),
      })),
    fromDay: dayInVietnam(hold.fromInstant),
    lastDay: lastDayOf(hold.untilInstant),
    extendedOn: hold.extendedAt && dayInVietnam(hold.extendedAt),
    extensionReason: hold.extensionReason,
    endedOn: hold.endedAt && dayInVietnam(hold.endedAt),
    endReason: hold.reason,
    lease:
      hold.leaseNumber && hold.leaseFromDay && hold.leaseUntilDay
        ? {
            number: hold.leaseNumber,
            fromDay: toDay(hold.leaseFromDay),
            untilDay: toDay(hold.leaseUntilDay),
            document,
          }
        : null,
  }
}
export type ShownHold = Awaited<ReturnType<typeof shownHold>>

/** The hold of a case and what may be done with it; for whoever may see the case. */
export async function caseHold(ctx: Ctx, record: CaseRecord) {
  const { facts, hold } = await holdFactsOf(ctx, record)
  return {
    hold: hold && (await shownHold(hold, facts)),
    offer: facts.offer,
    moves: offeredHoldMoves(ctx.actor, facts),
  }
}
export type CaseHold = Awaited<ReturnType<typeof caseHold>>

/** The hold of a case by its number, for a page that has the case already. */
export async function holdOfCase(ctx: Ctx, number: string) {
  const record = await findCase(number)
  return record ? caseHold(ctx, record) : null
}

/**
 * What the form of a change of a hold shows. Whoever may never make it is refused; who may, but not now, reads why not
 * on the form.
 */
export async function caseForHold(ctx: Ctx, number: string, made: HoldMove) {
  const record = await findCase(number)
  if (!record) return refuse('not-found')
  const { facts } = await holdFactsOf(ctx, record)
  const verdict = mayMoveHold(ctx.actor, made, facts)
  if (!verdict.ok && ['not-found', 'not-allowed', 'not-signed-in'].includes(verdict.refusal.code)) return verdict
  const [head, shown, holdDays, extensionDays] = await Promise.all([
    headOf(ctx, record),
    caseHold(ctx, record),
    officeSetting('holdDays'),
    officeSetting('holdExtensionDays'),
  ])
  const today = dayInVietnam(ctx.now)
  return ok({
    head,
    hold: shown.hold,
    plots: record.interest.plots.map(({ plot }) => plot.code),
    whyNot: verdict.ok ? null : verdict.refusal.code,
    /** The last day of what the form would make. */
    lastDay: made === 'extend' && shown.hold ? addDays(shown.hold.lastDay, extensionDays) : addDays(today, holdDays),
    today,
  })
}
