import { moveHold } from '~/domain/land/hold'
import { movePlace, type PlaceState, placeStateAt } from '~/domain/land/waiting'
import { dayInVietnam } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { touchCase } from '~/infra/case-record.server'
import { holdFactsOf, holdWishOf } from '~/infra/hold-record.server'
import { activateHold } from '~/infra/holds.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { placeOf } from '~/infra/waiting-line.server'
import { issueHoldNotice } from './hold-letters.server'
import { caseForPlace } from './place-change.server'
import { tellApplicant } from './tell-applicant.server'

/**
 * The investor takes the land that was offered to its place in the line: it is held as any other. Refuses
 * `state-forbids` once the offer has run out, and what `activateHold` does.
 */
export async function acceptPlace(ctx: Ctx, input: { number: string }): Promise<Verdict<{ lastDay: string }>> {
  const found = await caseForPlace(ctx, input.number, 'waiting.answer')
  if (!found.ok) return found
  const record = found.value
  const [{ facts }, { lastDay, ...wish }] = await Promise.all([
    holdFactsOf(ctx, record),
    holdWishOf(record, dayInVietnam(ctx.now)),
  ])
  const holds = moveHold(facts, 'activate')
  if (!holds.ok) return holds
  return transact(ctx, async (t) => {
    const touched = await touchCase(t, record)
    if (!touched.ok) return touched
    const place = await placeOf(t.db, record.id)
    if (!place) return refuse('state-forbids')
    const state = placeStateAt({ ...place, state: place.state as PlaceState }, t.now)
    const accepted = movePlace(state, 'accept')
    if (!accepted.ok || state !== 'offered') return refuse('state-forbids', { state, move: 'accept' })
    const held = await activateHold(t, wish)
    if (!held.ok) return held
    const plots = record.interest.plots.map(({ plot }) => plot.code)
    await t.audit({
      act: 'waiting.accept',
      subject: { kind: 'waiting', id: place.id },
      caseId: record.id,
      detail: { plots, position: place.position },
    })
    await t.audit({
      act: 'hold.activate',
      subject: { kind: 'hold', id: held.value.id },
      caseId: record.id,
      detail: { plots, heldThroughDay: lastDay, position: place.position },
    })
    await issueHoldNotice(t, record, held.value.id, { signer: 'system' })
    await t.touchCatalogue()
    await tellApplicant(t, record, 'hold_activated', { plots: plots.join(', '), day: lastDay, reason: null })
    return ok({ lastDay })
  })
}
