import type { Ring } from '~/domain/land/geometry'
import {
  agreed,
  checkOperands,
  inheritedFacts,
  lowestRung,
  type Operand,
  type Piece,
  type PlotOperationKind,
  publicationAfter,
} from '~/domain/land/plot-operation'
import type { CommercialState, PublicationState, Rung } from '~/domain/land/readiness'
import { may } from '~/domain/party/permission'
import { dayToDate } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { successorsOf } from '~/infra/plot-land.server'
import { Prisma } from '~/infra/prisma/client'
import type { Transaction } from '~/infra/transact.server'
import { offeredTo } from '~/infra/waiting-line.server'
import { stalePlot } from './stale-plot.server'
import { tellingLostPlaces } from './tell-lost-places.server'

/** A plot as the keeper read it. */
export interface ReadPlot {
  code: string
  version: number
}

const INCLUDE = {
  facts: { where: { supersededAt: null } },
  readinessRecords: { where: { supersededAt: null } },
  nodes: { select: { nodeId: true } },
  holds: {
    select: { untilInstant: true, fromInstant: true, hold: { select: { case: { select: { number: true } } } } },
  },
} satisfies Prisma.PlotInclude

export type OperatedPlot = Prisma.PlotGetPayload<{ include: typeof INCLUDE }> & { ring: Prisma.JsonValue }

/** A plot of the database as a rule's operand. */
const operandOf = (plot: OperatedPlot, now: Date, became: string[], offered: string | undefined): Operand => ({
  code: plot.code,
  zoneId: plot.zoneId,
  ring: plot.ring as unknown as Ring | null,
  areaM2: plot.areaM2,
  commercial: plot.commercial as CommercialState,
  publication: plot.publication as PublicationState,
  became: plot.retiredAt === null ? null : became,
  heldFor:
    plot.holds.find((hold) => hold.fromInstant <= now && now < hold.untilInstant)?.hold.case.number ?? offered ?? null,
})

/**
 * The plots of an operation, in the order given, locked in the order of their ids, so that two operations, or an
 * operation and a hold, wait for each other. Refuses `not-found`, `conflict`, and what `checkOperands` does.
 */
export async function lockOperands(
  t: Transaction,
  read: readonly ReadPlot[],
): Promise<Verdict<{ plots: OperatedPlot[]; drawn: (Operand & { ring: Ring })[] }>> {
  const codes = read.map(({ code }) => code)
  await t.db.$queryRaw`SELECT id FROM "Plot" WHERE code = ANY(${codes}) ORDER BY id FOR UPDATE`
  const found = await t.db.plot.findMany({ where: { code: { in: codes } }, include: INCLUDE })
  const plots: OperatedPlot[] = []
  for (const { code, version } of read) {
    const plot = found.find((one) => one.code === code)
    if (!plot) return refuse('not-found')
    const own = may(t.actor, 'land.write', { zoneId: plot.zoneId })
    if (!own.ok) return own
    if (plot.version !== version) return stalePlot(t, plot)
    plots.push(plot)
  }
  const retired = plots.filter(({ retiredAt }) => retiredAt !== null).map(({ id }) => id)
  const became = await successorsOf(t.db, retired)
  const offered = await offeredTo(
    t,
    plots.map(({ id }) => id),
  )
  const drawn = checkOperands(
    plots.map((plot) => operandOf(plot, t.now, became.get(plot.id) ?? [], offered.get(plot.id))),
  )
  return drawn.ok ? ok({ plots, drawn: drawn.value }) : drawn
}

/** Writes the operation and its lineage. */
export async function recordOperation(
  t: Transaction,
  operation: { kind: PlotOperationKind; zoneId: string; reason: string; before: string[]; after: string[] },
): Promise<string> {
  const { before, after, ...row } = operation
  const { id } = await t.db.plotOperation.create({
    data: {
      ...row,
      day: dayToDate(t.today),
      actorId: t.actor.personId,
      createdAt: t.now,
      plots: {
        create: [
          ...before.map((plotId) => ({ plotId, side: 'before' })),
          ...after.map((plotId) => ({ plotId, side: 'after' })),
        ],
      },
    },
  })
  return id
}

/**
 * Puts new plots in the place of old ones: they take over what is true of all the land that went in, with the paper it
 * is known from and the code it was said of, and the old ones are retired. Refuses `already-used` for a code.
 */
export async function succeedPlots(
  t: Transaction,
  kind: PlotOperationKind,
  old: OperatedPlot[],
  pieces: (Piece & { code: string })[],
  reason: string,
): Promise<Verdict<true>> {
  const first = old[0] as OperatedPlot
  const codes = pieces.map(({ code }) => code)
  const taken = await t.db.plot.findFirst({ where: { code: { in: codes } } })
  if (taken || new Set(codes).size !== codes.length) return refuse('already-used', undefined, 'codes')
  const publication = publicationAfter(old.map((plot) => plot.publication as PublicationState))
  const said = inheritedFacts(old.map((plot) => plot.facts))
  const records = sharedRecords(old)
  const nodeIds = first.nodes.map(({ nodeId }) => nodeId).filter((id) => old.every((plot) => hasNode(plot, id)))
  const created: string[] = []
  for (const piece of pieces) {
    const { id } = await t.db.plot.create({
      data: { ...columnsOf(old, piece), publication, createdAt: t.now, reviewAskedById: askerOf(t, publication) },
    })
    created.push(id)
  }
  await t.db.fact.createMany({
    data: created.flatMap((plotId) =>
      said.map(({ id: _id, value, source, ...fact }) => ({
        ...fact,
        plotId,
        value: value as Prisma.InputJsonValue,
        source: `${source} (${old.map(({ code }) => code).join(', ')})`,
        createdAt: t.now,
      })),
    ),
  })
  await t.db.readinessRecord.createMany({
    data: created.flatMap((plotId) => records.map(({ id: _id, ...record }) => ({ ...record, plotId }))),
  })
  await t.db.plotNode.createMany({ data: created.flatMap((plotId) => nodeIds.map((nodeId) => ({ plotId, nodeId }))) })
  const zoneId = first.zoneId
  const before = old.map(({ id }) => id)
  const operationId = await tellingLostPlaces(t, before, () =>
    recordOperation(t, { kind, zoneId, reason, before, after: created }),
  )
  for (const plot of old) {
    const retired = await retire(t, plot)
    if (!retired.ok) return retired
    const areaM2 = plot.areaM2
    const detail = { code: plot.code, became: codes, commercial: plot.commercial, areaM2, operationId, reason }
    await t.audit({ act: 'plot.retire', subject: { kind: 'plot', id: plot.id }, detail })
  }
  for (const [i, plotId] of created.entries()) {
    const { code, areaM2 } = pieces[i] as Piece & { code: string }
    const detail = { code, areaM2, from: old.map((plot) => plot.code), publication, operationId, reason }
    await t.audit({ act: `plot.${kind}`, subject: { kind: 'plot', id: plotId }, detail })
  }
  await t.touchCatalogue()
  return ok(true)
}

const hasNode = (plot: OperatedPlot, id: string): boolean => plot.nodes.some(({ nodeId }) => nodeId === id)

const askerOf = (t: Transaction, publication: PublicationState): string | null =>
  publication === 'in_review' ? t.actor.personId : null

/** The rungs all the land has reached, each as it was said last. */
function sharedRecords(old: readonly OperatedPlot[]): OperatedPlot['readinessRecords'] {
  return (old[0] as OperatedPlot).readinessRecords.flatMap(({ rung }) => {
    const same = old.flatMap((plot) => plot.readinessRecords.find((record) => record.rung === rung) ?? [])
    const last = [...same].sort((a, b) => b.reachedOn.getTime() - a.reachedOn.getTime())[0]
    return last && same.length === old.length ? [last] : []
  })
}

const latest = (dates: readonly (Date | null)[]): Date | null =>
  dates.every((date) => date !== null) ? new Date(Math.max(...dates.map((date) => (date as Date).getTime()))) : null

function columnsOf(old: readonly OperatedPlot[], piece: Piece & { code: string }) {
  const of = <T>(pick: (plot: OperatedPlot) => T): T[] => old.map(pick)
  const least = (numbers: (number | null)[]) => {
    const known = numbers.filter((one): one is number => one !== null)
    return known.length > 0 ? Math.min(...known) : null
  }
  const own = of(({ sectorSlugs }) => sectorSlugs.join())
  return {
    code: piece.code,
    zoneId: (old[0] as OperatedPlot).zoneId,
    ring: piece.ring as unknown as Prisma.InputJsonValue,
    // The legal vertices are those of the old boundary: the new one is to be surveyed.
    vn2000: Prisma.DbNull,
    areaM2: piece.areaM2,
    block: agreed(
      of((plot) => plot.block),
      null,
    ),
    phase: agreed(
      of((plot) => plot.phase),
      null,
    ),
    readiness: lowestRung(of((plot) => plot.readiness as Rung)),
    readinessSince: latest(of((plot) => plot.readinessSince)),
    readyByEarliest: latest(of((plot) => plot.readyByEarliest)),
    readyByLatest: latest(of((plot) => plot.readyByLatest)),
    commercial: agreed(
      of((plot) => plot.commercial),
      'not_offered',
    ),
    illustrative: old.some(({ illustrative }) => illustrative),
    termEndYear: least(of((plot) => plot.termEndYear)),
    maxDensityPct: least(of((plot) => plot.maxDensityPct)),
    maxFloors: least(of((plot) => plot.maxFloors)),
    sectorSlugs: own.every((list) => list === own[0]) ? (old[0] as OperatedPlot).sectorSlugs : [],
    note: agreed(
      of((plot) => plot.note),
      null,
    ),
  }
}

async function retire(t: Transaction, plot: OperatedPlot): Promise<Verdict<true>> {
  const written = await t.db.plot.updateMany({
    where: { id: plot.id, version: plot.version, retiredAt: null },
    data: {
      retiredAt: t.now,
      // Whoever holds its code finds what it was; nobody is offered it again.
      commercial: 'not_offered',
      ...(plot.publication === 'in_review' && { publication: 'draft' }),
      reviewAskedById: null,
      publishAt: null,
      publishById: null,
      version: { increment: 1 },
    },
  })
  return written.count === 1 ? ok(true) : stalePlot(t, plot)
}
