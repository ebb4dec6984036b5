import { sideOf } from '~/domain/case/message'
import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { findCase, thingOf } from '~/infra/case-record.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { markRead } from './read-marks.server'

/** Says that the other side's messages of a case were read. Gives how many. Refuses `not-found`, `not-allowed`. */
export async function readMessages(ctx: Ctx, input: { number: string }): Promise<Verdict<number>> {
  const record = await findCase(input.number)
  if (!record) return refuse('not-found')
  const allowed = may(ctx.actor, 'case.message', thingOf(record))
  if (!allowed.ok) return allowed
  const side = sideOf(ctx.actor, record.organizationId)
  if (side === null) return refuse('not-allowed')
  return transact(ctx, async (t) => {
    const count = await markRead(t, record.id, side)
    if (count > 0) {
      const subject = { kind: 'case', id: record.id }
      await t.audit({ act: 'case.read_messages', subject, caseId: record.id, detail: { side, count } })
    }
    return ok(count)
  })
}
