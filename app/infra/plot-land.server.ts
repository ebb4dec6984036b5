import { type LandChange, sameLand } from '~/domain/land/same-land'
import type { Verdict } from '~/domain/verdict'
import type { Prisma } from './prisma/client'
import type { Transaction } from './transact.server'

type Reader = Pick<Prisma.TransactionClient, 'plotLineage' | 'plotOperation'>

const PLOTS = {
  kind: true,
  createdAt: true,
  plots: { select: { side: true, plot: { select: { id: true, code: true } } }, orderBy: { plot: { code: 'asc' } } },
} satisfies Prisma.PlotOperationSelect
type Operation = Prisma.PlotOperationGetPayload<{ select: typeof PLOTS }>

const sideOf = ({ plots }: Operation, side: 'before' | 'after') =>
  plots.filter((one) => one.side === side).map(({ plot }) => plot)

/** The splits and mergers that plots went into, or came out of. A realignment replaces nothing. */
const stepsOf = (reader: Pick<Reader, 'plotLineage'>, plotIds: string[], side: 'before' | 'after') =>
  reader.plotLineage.findMany({
    where: { side, plotId: { in: plotIds }, operation: { kind: { not: 'realign' } } },
    select: { plotId: true, operationId: true, operation: { select: PLOTS } },
  })

/** The same, step by step. */
async function walk(reader: Reader, plotIds: readonly string[], from: 'before' | 'after'): Promise<Operation[]> {
  const found = new Map<string, Operation>()
  let open = [...plotIds]
  while (open.length > 0) {
    const steps = await stepsOf(reader, open, from)
    const fresh = steps.filter(({ operationId }) => !found.has(operationId))
    for (const { operationId, operation } of fresh) found.set(operationId, operation)
    open = fresh.flatMap(({ operation }) =>
      sideOf(operation, from === 'before' ? 'after' : 'before').map(({ id }) => id),
    )
  }
  return [...found.values()].sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime())
}

/** What became of plots: the splits and mergers that replaced them, in the order in which they were made. */
export const changesOf = async (reader: Reader, plotIds: readonly string[]): Promise<LandChange[]> =>
  (await walk(reader, plotIds, 'before')).map((operation) => ({
    before: sideOf(operation, 'before'),
    after: sideOf(operation, 'after'),
  }))

/** The plots that have the land of the plots asked for today. Refuses as `sameLand` does. */
export const landToday = async (reader: Reader, plotIds: readonly string[]): Promise<Verdict<string[]>> =>
  sameLand(plotIds, await changesOf(reader, plotIds))

/**
 * Every plot there is or was with some of the land of some plots: what became of them, and what all of that came from.
 * The other parts of a plot that was split are other land.
 */
export async function plotsOfLand(reader: Reader, plotIds: readonly string[]): Promise<string[]> {
  const idsOf = (operations: readonly Operation[], side: 'before' | 'after') =>
    operations.flatMap((operation) => sideOf(operation, side).map(({ id }) => id))
  const later = [...plotIds, ...idsOf(await walk(reader, plotIds, 'before'), 'after')]
  const earlier = [...later, ...idsOf(await walk(reader, later, 'after'), 'before')]
  return [...new Set(earlier)]
}

/** The plots that took the place of retired ones, by the id of each. */
export async function successorsOf(
  reader: Pick<Reader, 'plotLineage'>,
  plotIds: string[],
): Promise<Map<string, string[]>> {
  if (plotIds.length === 0) return new Map()
  const steps = await stepsOf(reader, plotIds, 'before')
  return new Map(
    steps.map(({ plotId, operation }) => [plotId, sideOf(operation, 'after').map(({ code }) => code)] as const),
  )
}

/**
 * The same as `landToday`, with every plot locked in the order of their ids, those asked for first: whoever splits or
 * merges them meanwhile waits, or was first and is followed.
 */
export async function lockLand(t: Transaction, plotIds: readonly string[]): Promise<Verdict<string[]>> {
  const locked = new Set<string>()
  let open = [...plotIds]
  for (;;) {
    await t.db.$queryRaw`SELECT id FROM "Plot" WHERE id = ANY(${open}::uuid[]) ORDER BY id FOR UPDATE`
    for (const id of open) locked.add(id)
    const land = await landToday(t.db, plotIds)
    if (!land.ok) return land
    open = land.value.filter((id) => !locked.has(id))
    if (open.length === 0) return land
  }
}
