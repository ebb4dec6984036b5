import { refuse, type Verdict } from '~/domain/verdict'
import { db } from './db.server'
import type { Prisma } from './prisma/client'

type Reader = Pick<Prisma.TransactionClient, 'auditEntry'>

/** Somebody else was faster: says who did what last of the entries chosen, when, and how the thing stands. */
export async function staleBy(
  reader: Reader,
  entries: Prisma.AuditEntryWhereInput,
  state?: string,
): Promise<Verdict<never>> {
  const last = await reader.auditEntry.findFirst({ where: entries, orderBy: { id: 'desc' }, include: { detail: true } })
  return refuse('conflict', {
    by: last?.detail?.actorName ?? '',
    act: last?.act ?? '',
    at: last?.at.toISOString() ?? '',
    ...(state !== undefined && { state }),
  })
}

/** Of a thing without a state of its own. Inside a transaction it is asked through that one. */
export const staleSubject = (
  subject: { kind: 'step' | 'setting' | 'division'; id: string },
  client: Reader = db(),
): Promise<Verdict<never>> => staleBy(client, { subjectKind: subject.kind, subjectId: subject.id })
