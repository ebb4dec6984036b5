import type { FactSubject } from '~/domain/land/fact'
import { may } from '~/domain/party/permission'
import { type Day, dayToDate } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import type { Prisma } from '~/infra/prisma/client'
import type { Transaction } from '~/infra/transact.server'

/** The plot or zone whose figures are kept, read in the transaction that changes them. */
export interface KeptSubject {
  kind: FactSubject
  id: string
  code: string
  zoneId: string
}

/**
 * A plot or zone whose figures the actor may write. Refuses `not-found` to everybody else, `state-forbids` for a plot
 * that another took the place of.
 */
export async function subjectToWrite(
  t: Transaction,
  asked: { kind: FactSubject; where: { id: string } | { code: string } },
): Promise<Verdict<KeptSubject>> {
  const plot = asked.kind === 'plot' ? await t.db.plot.findUnique({ where: asked.where }) : null
  // Before the timer that withdraws plots, or after it: never while it looks at their figures.
  if (plot) await t.db.$queryRaw`SELECT id FROM "Plot" WHERE id = ${plot.id}::uuid FOR UPDATE`
  const zone = asked.kind === 'zone' ? await t.db.zone.findUnique({ where: asked.where }) : null
  const row = plot ?? zone
  if (!row) return refuse('not-found')
  const zoneId = plot?.zoneId ?? row.id
  const allowed = may(t.actor, 'land.write', { zoneId })
  if (!allowed.ok) return allowed
  if (plot?.retiredAt) return refuse('state-forbids', { state: 'retired' })
  return ok({ kind: asked.kind, id: row.id, code: row.code, zoneId })
}

export const ofSubject = ({ kind, id }: Pick<KeptSubject, 'kind' | 'id'>) =>
  kind === 'plot' ? { plotId: id } : { zoneId: id }

/** Another figure is in force than the one its keeper saw: who put it there, and when. */
export const outrun = (inForce: { confirmedBy: string; createdAt: Date } | null, act: string): Verdict<never> =>
  refuse('conflict', { by: inForce?.confirmedBy ?? '', act, at: inForce?.createdAt.toISOString() ?? '', state: '' })

interface NewFact {
  key: string
  value: Prisma.InputJsonValue
  source: string
  confirmedUntil: Day | null
  illustrative: boolean
}

/** Puts a figure in force in the place of the one that was read; refuses `conflict` where another stands there. */
export async function putFact(
  t: Transaction,
  subject: Pick<KeptSubject, 'kind' | 'id'>,
  inForce: { id: string } | null,
  fact: NewFact,
): Promise<Verdict<{ id: string }>> {
  if (inForce) {
    const ended = await t.db.fact.updateMany({
      where: { id: inForce.id, supersededAt: null },
      data: { supersededAt: t.now },
    })
    if (ended.count !== 1) return refuse('conflict')
  }
  const { confirmedUntil, ...same } = fact
  const today = dayToDate(t.today)
  const row = await t.db.fact.create({
    data: {
      ...ofSubject(subject),
      ...same,
      confirmedBy: t.actor.fullName,
      confirmedOn: today,
      confirmedUntil: confirmedUntil && dayToDate(confirmedUntil),
      validFrom: today,
      createdAt: t.now,
    },
    select: { id: true },
  })
  return ok(row)
}

/** Figures that stand in a column of their zone too, where maps and totals read them. */
const ZONE_COLUMNS: Record<string, 'areaM2' | 'industrialLandM2' | 'termEndYear'> = {
  area_m2: 'areaM2',
  industrial_land_m2: 'industrialLandM2',
  term_end_year: 'termEndYear',
}

/** The plot or zone was changed: whoever has its form open is told. A zone's column follows its figure. */
export async function moveSubject(
  t: Transaction,
  subject: KeptSubject,
  change?: { key: string; value: number | string },
): Promise<void> {
  const version = { increment: 1 }
  if (subject.kind === 'plot') {
    await t.db.plot.update({ where: { id: subject.id }, data: { version } })
  } else {
    const column = change && ZONE_COLUMNS[change.key]
    await t.db.zone.update({
      where: { id: subject.id },
      data: { version, ...(column && { [column]: change.value }) },
    })
  }
  await t.touchCatalogue()
}
