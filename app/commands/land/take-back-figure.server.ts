import { may } from '~/domain/party/permission'
import { ok, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { endFigure, figureDetail } from './figure-rows.server'

/** A figure that its source does not say is shown no more; it stays readable with the reason. */
export async function takeBackFigure(ctx: Ctx, input: { id: string; reason: string }): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'figure.write')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const ended = await endFigure(t, input.id, input.reason)
    if (!ended.ok) return ended
    const { subject, key } = ended.value
    await t.audit({
      act: 'figure.take_back',
      subject: { kind: 'figure', id: input.id },
      detail: { subject, key, ...figureDetail(ended.value), reason: input.reason },
    })
    await t.touchCatalogue()
    return ok(true)
  })
}
