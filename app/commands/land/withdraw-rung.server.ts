import { rungAfterWithdrawal } from '~/domain/land/ladder'
import type { Rung } from '~/domain/land/readiness'
import { may } from '~/domain/party/permission'
import { toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { putFact } from './fact-rows.server'
import { stalePlot } from './stale-plot.server'

/**
 * A rung was recorded wrongly: its record ends, with the reason in the plot's history, and a plot that stood on it
 * moves down to the highest rung still on record. That rung has to be answered for at once: it holds for today.
 * Refuses `not-found` where the land is somebody else's or the record is not in force, `conflict`.
 */
export async function withdrawRung(
  ctx: Ctx,
  input: { code: string; recordId: string; version: number; reason: string },
): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'land.write')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const plot = await t.db.plot.findUnique({
      where: { code: input.code },
      include: {
        readinessRecords: { where: { supersededAt: null } },
        facts: { where: { key: 'readiness', supersededAt: null } },
      },
    })
    if (!plot) return refuse('not-found')
    const own = may(ctx.actor, 'land.write', { zoneId: plot.zoneId })
    if (!own.ok) return own
    if (plot.version !== input.version) return stalePlot(t, plot)
    const record = plot.readinessRecords.find(({ id }) => id === input.recordId)
    if (!record) return refuse('not-found')
    const remaining = plot.readinessRecords.filter((one) => one !== record)
    const from = plot.readiness as Rung
    const to = rungAfterWithdrawal(
      from,
      record.rung as Rung,
      remaining.map((one) => ({ rung: one.rung as Rung })),
    )
    const standing = remaining.find((one) => one.rung === to)
    const written = await t.db.plot.updateMany({
      where: { id: plot.id, version: input.version },
      data: {
        version: { increment: 1 },
        ...(to !== from && { readiness: to, readinessSince: standing?.reachedOn ?? null }),
      },
    })
    if (written.count !== 1) return stalePlot(t, plot)
    await t.db.readinessRecord.update({ where: { id: record.id }, data: { supersededAt: t.now } })
    if (to !== from) {
      const put = await putFact(t, { kind: 'plot', id: plot.id }, plot.facts[0] ?? null, {
        key: 'readiness',
        value: to,
        source: standing?.source ?? input.reason,
        confirmedUntil: t.today,
        illustrative: plot.illustrative,
      })
      if (!put.ok) return put
    }
    await t.audit({
      act: 'plot.withdraw_rung',
      subject: { kind: 'plot', id: plot.id },
      detail: {
        code: plot.code,
        rung: record.rung,
        reachedOn: toDay(record.reachedOn),
        reason: input.reason,
        readiness: { from, to },
      },
    })
    await t.touchCatalogue()
    return ok(true)
  })
}
