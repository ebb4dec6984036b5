import { type PublicationStep, type PublicationSubject, weighStep } from '~/domain/land/publication'
import type { PublicationState } from '~/domain/land/readiness'
import { toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import type { Prisma } from '~/infra/prisma/client'
import type { Transaction } from '~/infra/transact.server'
import { stalePlot } from './stale-plot.server'

/** What a step of publication is weighed by, read with the plot. */
export const withPublication = (now: Date) =>
  ({
    zone: { select: { publication: true } },
    facts: { where: { supersededAt: null }, select: { key: true, confirmedUntil: true } },
    holds: { where: { fromInstant: { lte: now }, untilInstant: { gt: now } }, select: { holdId: true } },
  }) satisfies Prisma.PlotInclude

type PlotToPublish = Prisma.PlotGetPayload<{ include: ReturnType<typeof withPublication> }>

export const publicationSubject = (plot: PlotToPublish): PublicationSubject => ({
  code: plot.code,
  zoneId: plot.zoneId,
  publication: plot.publication as PublicationState,
  reviewAskedById: plot.reviewAskedById,
  retired: plot.retiredAt !== null,
  zonePublication: plot.zone.publication,
  facts: plot.facts.map(({ key, confirmedUntil }) => ({
    key,
    confirmedUntil: confirmedUntil && toDay(confirmedUntil),
  })),
  held: plot.holds.length > 0,
})

const ACTS: Record<PublicationStep, string> = {
  ask_review: 'plot.ask_review',
  take_back: 'plot.take_back',
  return: 'plot.return',
  publish: 'plot.publish',
  withdraw: 'plot.withdraw',
}

export interface StepInput {
  code: string
  version: number
  /** Why a plot is returned. */
  reason?: string | null
}

/** Takes one step of a plot's publication inside the caller's transaction: guarded, recorded, shown. */
export async function turnPublication(t: Transaction, input: StepInput, step: PublicationStep): Promise<Verdict<true>> {
  const plot = await t.db.plot.findUnique({ where: { code: input.code }, include: withPublication(t.now) })
  if (!plot) return refuse('not-found')
  const next = weighStep(t.actor, publicationSubject(plot), step, t.today)
  // Who was faster is told before what their change forbids now; a stranger is told neither.
  if (plot.version !== input.version && (next.ok || next.refusal.code === 'state-forbids')) return stalePlot(t, plot)
  if (!next.ok) return next
  const written = await t.db.plot.updateMany({
    where: { id: plot.id, version: input.version },
    data: {
      publication: next.value,
      reviewAskedById: step === 'ask_review' ? t.actor.personId : null,
      reviewReturn: step === 'return' ? (input.reason ?? null) : null,
      publishAt: null,
      publishById: null,
      version: { increment: 1 },
    },
  })
  if (written.count !== 1) return stalePlot(t, plot)
  await t.audit({
    act: ACTS[step],
    subject: { kind: 'plot', id: plot.id },
    detail: { code: plot.code, from: plot.publication, to: next.value, ...(input.reason && { reason: input.reason }) },
  })
  await t.touchCatalogue()
  return ok(true)
}
