import { may } from '~/domain/party/permission'
import { ok, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { figureDetail, type SaidFigure, sayFigure } from './figure-rows.server'

/**
 * The office enters what a source says of the province or of a zone; it stands beside what others say. Refuses
 * `figure-said` where the same source is cited for the figure already, and what is wrong with the figure.
 */
export async function addFigure(
  ctx: Ctx,
  input: SaidFigure & { subject: string; key: string },
): Promise<Verdict<{ id: string }>> {
  const allowed = may(ctx.actor, 'figure.write')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const { subject, key, ...said } = input
    const last = await t.db.publishedFigure.aggregate({ _max: { position: true } })
    const row = await sayFigure(t, { subject, key, position: (last._max.position ?? 0) + 1 }, said)
    if (!row.ok) return row
    await t.audit({
      act: 'figure.add',
      subject: { kind: 'figure', id: row.value.id },
      detail: { subject, key, ...figureDetail(said) },
    })
    await t.touchCatalogue()
    return ok(row.value)
  })
}
