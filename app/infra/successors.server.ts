import type { Prisma } from './prisma/client'

/** The plots that took the place of retired ones, by the id of each; a realignment replaces nothing. */
export async function successorsOf(
  client: Pick<Prisma.TransactionClient, 'plotLineage'>,
  plotIds: string[],
): Promise<Map<string, string[]>> {
  if (plotIds.length === 0) return new Map()
  const steps = await client.plotLineage.findMany({
    where: { side: 'before', plotId: { in: plotIds }, operation: { kind: { not: 'realign' } } },
    select: {
      plotId: true,
      operation: { select: { plots: { where: { side: 'after' }, select: { plot: { select: { code: true } } } } } },
    },
  })
  return new Map(
    steps.map(({ plotId, operation }) => [plotId, operation.plots.map(({ plot }) => plot.code).sort()] as const),
  )
}
