import { may } from '~/domain/party/permission'
import { ok, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { endFigure, figureDetail, type SaidFigure, sayFigure } from './figure-rows.server'

/**
 * A figure was entered otherwise than its source says: a corrected one takes its place, the former stays readable with
 * the reason. Refuses `not-found`, `conflict` where somebody corrected it before, and what `addFigure` does.
 */
export async function correctFigure(
  ctx: Ctx,
  input: SaidFigure & { id: string; reason: string },
): Promise<Verdict<{ id: string }>> {
  const allowed = may(ctx.actor, 'figure.write')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const { id, reason, ...said } = input
    const ended = await endFigure(t, id, reason)
    if (!ended.ok) return ended
    const { subject, key, position } = ended.value
    const row = await sayFigure(t, { subject, key, position }, said)
    if (!row.ok) return row
    await t.audit({
      act: 'figure.correct',
      subject: { kind: 'figure', id: row.value.id },
      detail: { subject, key, from: figureDetail(ended.value), to: figureDetail(said), reason },
    })
    await t.touchCatalogue()
    return ok(row.value)
  })
}
