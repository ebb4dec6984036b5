import { movePlace, type PlaceState, placeStateAt } from '~/domain/land/waiting'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { endPlace, placeOf } from '~/infra/waiting-line.server'
import { caseForPlace } from './place-change.server'

/** The investor declines what was offered, or leaves the line: the next one's turn comes. Refuses `state-forbids`. */
export async function giveUpPlace(ctx: Ctx, input: { number: string }): Promise<Verdict<true>> {
  const found = await caseForPlace(ctx, input.number, 'waiting.answer')
  if (!found.ok) return found
  const record = found.value
  return transact(ctx, async (t) => {
    const place = await placeOf(t.db, record.id)
    if (!place) return refuse('state-forbids')
    const state = placeStateAt({ ...place, state: place.state as PlaceState }, t.now)
    const made = state === 'offered' ? 'decline' : 'leave'
    const next = movePlace(state, made)
    if (!next.ok) return next
    if (!(await endPlace(t, place.id, made === 'decline' ? 'declined' : 'left'))) return refuse('conflict')
    await t.audit({
      act: `waiting.${made}`,
      subject: { kind: 'waiting', id: place.id },
      caseId: record.id,
      detail: { position: place.position },
    })
    return ok(true)
  })
}
