import type { Verdict } from '~/domain/verdict'
import { staleBy } from '~/infra/stale-subject.server'
import type { Transaction } from '~/infra/transact.server'

/** Somebody else was faster: says who did what, when, and how the plot stands. */
export const stalePlot = (t: Transaction, plot: { id: string; publication: string }): Promise<Verdict<never>> =>
  staleBy(t.db, { subjectKind: 'plot', subjectId: plot.id }, plot.publication)
