import { weighStep } from '~/domain/land/publication'
import { ok, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { publicationSubject, withPublication } from './plot-publication.server'

/**
 * Publishes a plot whose hour has come, for the person who set it: `ctx.actor` is that person as of now. Everything is
 * asked again; what forbids it is recorded and the plot stays in review. A plot another process has taken, or that is
 * not due any more, is left alone: `taken`.
 */
export async function publishDuePlot(
  ctx: Ctx,
  input: { id: string },
): Promise<Verdict<'published' | 'missed' | 'taken'>> {
  return transact(ctx, async (t) => {
    const [due] = await t.db.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Plot" WHERE id = ${input.id}::uuid AND "publishAt" <= ${t.now} FOR UPDATE SKIP LOCKED`
    const plot = due && (await t.db.plot.findUnique({ where: { id: due.id }, include: withPublication(t.now) }))
    if (!plot) return ok('taken')
    const next = weighStep(t.actor, publicationSubject(plot), 'publish', t.today)
    await t.db.plot.update({
      where: { id: plot.id },
      data: {
        publishAt: null,
        publishById: null,
        ...(next.ok && { publication: next.value, reviewAskedById: null, reviewReturn: null }),
        version: { increment: 1 },
      },
    })
    await t.audit({
      act: next.ok ? 'plot.publish' : 'plot.publish_missed',
      subject: { kind: 'plot', id: plot.id },
      detail: {
        code: plot.code,
        publishAt: plot.publishAt?.toISOString() ?? '',
        ...(next.ok ? { from: plot.publication, to: next.value } : { refusal: next.refusal.code }),
      },
    })
    if (next.ok) await t.touchCatalogue()
    return ok(next.ok ? 'published' : 'missed')
  })
}
