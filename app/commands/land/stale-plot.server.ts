import { refuse, type Verdict } from '~/domain/verdict'
import type { Transaction } from '~/infra/transact.server'

/** Somebody else was faster: says who did what, when, and how the plot stands. */
export async function stalePlot(t: Transaction, plot: { id: string; publication: string }): Promise<Verdict<never>> {
  const last = await t.db.auditEntry.findFirst({
    where: { subjectKind: 'plot', subjectId: plot.id },
    orderBy: { id: 'desc' },
    include: { detail: true },
  })
  return refuse('conflict', {
    by: last?.detail?.actorName ?? '',
    act: last?.act ?? '',
    at: last?.at.toISOString() ?? '',
    state: plot.publication,
  })
}
