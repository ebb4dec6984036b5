import { movePlace, type PlaceState, placeStateAt } from '~/domain/land/waiting'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { endPlace } from '~/infra/waiting-line.server'
import { placeForTimer } from './place-change.server'
import { tellApplicant } from './tell-applicant.server'

/**
 * An offer nobody answered in time is told to have lapsed; the land was the next one's at that instant already.
 * Refuses `state-forbids` while it can be answered, `conflict` where another process was first.
 */
export async function lapsePlace(ctx: Ctx, { id }: { id: string }): Promise<Verdict<true>> {
  const found = await placeForTimer(ctx, id)
  if (!found.ok) return found
  const { place, record, codes } = found.value
  const state = place.state as PlaceState
  const lapsed = placeStateAt({ ...place, state }, ctx.now) === 'lapsed' && movePlace(state, 'lapse').ok
  if (!lapsed) return refuse('state-forbids')
  return transact(ctx, async (t) => {
    if (!(await endPlace(t, id, 'lapsed'))) return refuse('conflict')
    await t.audit({
      act: 'waiting.lapse',
      subject: { kind: 'waiting', id },
      caseId: record.id,
      detail: { position: place.position },
    })
    await tellApplicant(t, record, 'waiting_lapsed', { plots: codes.join(', ') })
    return ok(true)
  })
}
