import { type BulkChange, type BulkResult, MOST_AT_ONCE, weighChange } from '~/domain/land/bulk-change'
import type { CommercialState } from '~/domain/land/readiness'
import { may } from '~/domain/party/permission'
import { type Day, dayToDate, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import type { Prisma } from '~/infra/prisma/client'
import { type Ctx, type Transaction, transact } from '~/infra/transact.server'
import { putFact } from './fact-rows.server'
import { publicationSubject, turnPublication } from './plot-publication.server'
import { changedInReview } from './plot-rows.server'
import { confirmRung } from './rung-rows.server'
import { stalePlot } from './stale-plot.server'

export interface BulkLine {
  code: string
  version: number
  outcome: BulkResult
}

/**
 * One thing set for many plots: every plot that changes, or none. Unconfirmed it only says what would happen to each.
 * Refuses `too-many-plots`, `nothing-to-change`, `conflict` where a plot is not as it was shown any more.
 */
export async function editPlots(
  ctx: Ctx,
  input: { plots: { code: string; version: number }[]; change: BulkChange; confirmed: boolean },
): Promise<Verdict<{ lines: BulkLine[] }>> {
  const allowed = may(ctx.actor, 'land.write')
  if (!allowed.ok) return allowed
  if (input.plots.length === 0) return refuse('nothing-to-change')
  if (input.plots.length > MOST_AT_ONCE) return refuse('too-many-plots', { max: MOST_AT_ONCE })
  return transact(ctx, async (t) => {
    const codes = input.plots.map(({ code }) => code)
    if (input.confirmed) await t.db.$queryRaw`SELECT id FROM "Plot" WHERE code = ANY(${codes}) ORDER BY id FOR UPDATE`
    const found = await t.db.plot.findMany({ where: { code: { in: codes } }, include: includeAt(t.now) })
    const byCode = new Map(found.map((plot) => [plot.code, plot]))
    const lines: BulkLine[] = []
    for (const { code, version } of input.plots) {
      const plot = byCode.get(code)
      if (!plot) lines.push({ code, version, outcome: { result: 'refused', code: 'not-found' } })
      else {
        if (input.confirmed && plot.version !== version) return stalePlot(t, plot)
        const outcome = weighChange(t.actor, subjectOf(plot), input.change, t.today)
        lines.push({ code, version: plot.version, outcome })
      }
    }
    if (!input.confirmed) return ok({ lines })
    const changing = lines.filter(({ outcome }) => outcome.result === 'changes')
    if (changing.length === 0) return refuse('nothing-to-change')
    for (const { code } of changing) {
      const written = await write(t, byCode.get(code) as BulkPlot, input.change)
      if (!written.ok) return written
    }
    await t.touchCatalogue()
    return ok({ lines })
  })
}

const includeAt = (now: Date) =>
  ({
    zone: { select: { publication: true } },
    facts: { where: { supersededAt: null } },
    holds: { where: { fromInstant: { lte: now }, untilInstant: { gt: now } }, select: { holdId: true } },
  }) satisfies Prisma.PlotInclude
type BulkPlot = Prisma.PlotGetPayload<{ include: ReturnType<typeof includeAt> }>

const priceOf = (plot: BulkPlot) => plot.facts.find(({ key }) => key === 'price_usd_per_m2')

function subjectOf(plot: BulkPlot) {
  const price = priceOf(plot)
  return {
    ...publicationSubject(plot),
    commercial: plot.commercial as CommercialState,
    readyBy:
      plot.readyByEarliest && plot.readyByLatest
        ? { earliest: toDay(plot.readyByEarliest), latest: toDay(plot.readyByLatest) }
        : null,
    termEndYear: plot.termEndYear,
    note: plot.note,
    price:
      typeof price?.value === 'number'
        ? { usdPerM2: price.value, until: price.confirmedUntil && toDay(price.confirmedUntil) }
        : null,
  }
}

function columnsOf(change: BulkChange): Prisma.PlotUpdateManyMutationInput {
  if (change.kind === 'commercial') return { commercial: change.state }
  if (change.kind === 'ready_by') {
    return { readyByEarliest: dayToDate(change.earliest), readyByLatest: dayToDate(change.latest) }
  }
  if (change.kind === 'term') return { termEndYear: change.year }
  return change.kind === 'note' ? { note: change.note } : {}
}

async function write(t: Transaction, plot: BulkPlot, change: BulkChange): Promise<Verdict<true>> {
  const { code, version } = plot
  if (change.kind === 'publication') return turnPublication(t, { code, version }, change.step)
  const written = await t.db.plot.updateMany({
    where: { id: plot.id, version },
    data: { ...columnsOf(change), ...changedInReview(t, plot), version: { increment: 1 } },
  })
  if (written.count !== 1) return stalePlot(t, plot)
  const facts = await writeFigures(t, plot, change)
  if (!facts.ok) return facts
  await t.audit({
    act: 'plot.edit',
    subject: { kind: 'plot', id: plot.id },
    detail: { code, bulk: { ...change } as Prisma.InputJsonObject },
  })
  return ok(true)
}

async function writeFigures(t: Transaction, plot: BulkPlot, change: BulkChange): Promise<Verdict<true>> {
  const subject = { kind: 'plot', id: plot.id } as const
  if (change.kind === 'price') {
    const { usdPerM2: value, source, until: confirmedUntil } = change
    const illustrative = plot.illustrative
    const fact = { key: 'price_usd_per_m2', value, source, confirmedUntil, illustrative }
    const put = await putFact(t, subject, priceOf(plot) ?? null, fact)
    return put.ok ? ok(true) : put
  }
  if (change.kind !== 'confirmed') return ok(true)
  for (const fact of plot.facts.filter(({ confirmedUntil }) => confirmedUntil !== null)) {
    const { key, illustrative } = fact
    const value = fact.value as Prisma.InputJsonValue
    const { source, until } = change
    const put = await putFact(t, subject, fact, { key, value, source, illustrative, confirmedUntil: until as Day })
    if (!put.ok) return put
    if (key === 'readiness') await confirmRung(t, plot.id, String(fact.value), until)
  }
  return ok(true)
}
