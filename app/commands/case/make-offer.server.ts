import { checkOffer } from '~/domain/land/developer-answer'
import { caseAdmitsHold, holdStateAt } from '~/domain/land/hold'
import { close } from '~/domain/time/clock'
import { type Day, dayInVietnam, dayToDate } from '~/domain/time/day'
import { ok, type Verdict } from '~/domain/verdict'
import { type CaseRecord, touchCase } from '~/infra/case-record.server'
import { requestForMove, turnDeveloperClock, writeRequest } from '~/infra/developer-request.server'
import { holdOf, holdWishOf } from '~/infra/hold-record.server'
import { activateHold, type HoldWish } from '~/infra/holds.server'
import { calendar } from '~/infra/reference.server'
import { type Ctx, type Transaction, transact } from '~/infra/transact.server'
import { issueHoldNotice } from './hold-letters.server'
import { tellApplicant } from './tell-applicant.server'
import { tellOfficerOfAnswer } from './tell-officer.server'

export interface OfferInput {
  id: string
  version: number
  untilDay: Day
  priceText: string
  conditions: string | null
}

/**
 * The developer offers its land until a day, at a price and on conditions. The clock ends; a hold that was put on
 * request for this land begins with it, in the same transaction. Refuses `day-past`, `out-of-range`, `conflict`,
 * `state-forbids`, and what `activateHold` does where the land cannot be held.
 */
export async function makeOffer(ctx: Ctx, input: OfferInput): Promise<Verdict<{ held: boolean }>> {
  const found = await requestForMove(ctx, input, 'offer')
  if (!found.ok) return found
  const { request, record, next } = found.value
  const today = dayInVietnam(ctx.now)
  const until = checkOffer(input.untilDay, today)
  if (!until.ok) return until
  const [days, hold, { lastDay, ...wish }] = await Promise.all([
    calendar(),
    holdOf(record.id, ctx.now),
    holdWishOf(record, today),
  ])
  const follows = holdStateAt(hold, ctx.now) === 'requested' && caseAdmitsHold(record.state)
  return transact(ctx, async (t) => {
    const touched = await touchCase(t, record)
    if (!touched.ok) return touched
    const turned = await turnDeveloperClock(t, record.id, days, close)
    if (!turned.ok) return turned
    const { untilDay, priceText, conditions } = input
    const offer = { state: next, offerUntilDay: dayToDate(untilDay), priceText, conditions }
    const written = await writeRequest(t, request, { ...offer, dueDay: null, answeredAt: t.now })
    if (!written.ok) return written
    await t.audit({
      act: 'desk.offer',
      subject: { kind: 'developer_request', id: request.id },
      caseId: record.id,
      detail: { untilDay, priceText, conditions: conditions ?? '' },
    })
    await tellApplicant(t, record, 'developer_offered', { day: untilDay, price: priceText, conditions })
    await tellOfficerOfAnswer(t, record, 'offered')
    const began = follows ? await beginHold(t, record, wish, lastDay) : ok(true as const)
    return began.ok ? ok({ held: follows }) : began
  })
}

async function beginHold(t: Transaction, record: CaseRecord, wish: HoldWish, lastDay: Day): Promise<Verdict<true>> {
  const held = await activateHold(t, wish)
  if (!held.ok) return held
  const plots = record.interest.plots.map(({ plot }) => plot.code)
  await t.audit({
    act: 'hold.activate',
    subject: { kind: 'hold', id: held.value.id },
    caseId: record.id,
    detail: { plots, heldThroughDay: lastDay },
  })
  await issueHoldNotice(t, record, held.value.id, { signer: 'system' })
  await t.touchCatalogue()
  await tellApplicant(t, record, 'hold_activated', { plots: plots.join(', '), day: lastDay, reason: null })
  return ok(true)
}
