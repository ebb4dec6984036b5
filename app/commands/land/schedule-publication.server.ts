import { publishInstant, weighStep } from '~/domain/land/publication'
import { may } from '~/domain/party/permission'
import { type Day, dayInVietnam } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { publicationSubject, withPublication } from './plot-publication.server'
import { stalePlot } from './stale-plot.server'

/**
 * A reviewer accepts a plot and sets the day and hour in Vietnam at which it goes public. Refuses what publishing on
 * that day would, `out-of-range` for an instant that is past or further than a year, `conflict`.
 */
export async function schedulePublication(
  ctx: Ctx,
  input: { code: string; version: number; day: Day; time: string },
): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'land.publish')
  if (!allowed.ok) return allowed
  const at = publishInstant(input.day, input.time, ctx.now)
  if (!at.ok) return at
  return transact(ctx, async (t) => {
    const plot = await t.db.plot.findUnique({ where: { code: input.code }, include: withPublication(t.now) })
    if (!plot) return refuse('not-found')
    if (plot.version !== input.version) return stalePlot(t, plot)
    const next = weighStep(t.actor, publicationSubject(plot), 'publish', dayInVietnam(at.value))
    if (!next.ok) return next
    const written = await t.db.plot.updateMany({
      where: { id: plot.id, version: input.version },
      data: { publishAt: at.value, publishById: t.actor.personId, version: { increment: 1 } },
    })
    if (written.count !== 1) return stalePlot(t, plot)
    await t.audit({
      act: 'plot.schedule',
      subject: { kind: 'plot', id: plot.id },
      detail: { code: plot.code, publishAt: at.value.toISOString() },
    })
    return ok(true)
  })
}
