import { refuse, type Verdict } from '~/domain/verdict'
import { db } from './db.server'
import type { Prisma } from './prisma/client'

/** Somebody else was faster with a thing: says who did what, when. Inside a transaction it is asked through that one. */
export async function staleSubject(
  subject: { kind: 'step' | 'setting' | 'division'; id: string },
  client: Pick<Prisma.TransactionClient, 'auditEntry'> = db(),
): Promise<Verdict<never>> {
  const last = await client.auditEntry.findFirst({
    where: { subjectKind: subject.kind, subjectId: subject.id },
    orderBy: { id: 'desc' },
    include: { detail: true },
  })
  return refuse('conflict', {
    by: last?.detail?.actorName ?? '',
    act: last?.act ?? '',
    at: last?.at.toISOString() ?? '',
  })
}
