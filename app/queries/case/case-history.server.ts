import { db } from '~/infra/db.server'
import { behalfIn } from '~/infra/on-behalf.server'

/** What a line of the history says besides its verb: a reason, a text, a day. Values are as they were recorded. */
export interface HistoryEntry {
  id: string
  at: string
  act: string
  role: string
  /** Null where the personal part was erased. */
  by: string | null
  /** The organisation an agent acted for. */
  behalf: string | null
  detail: Record<string, string>
}

const SAID = [
  'text',
  'reason',
  'reasonCode',
  'note',
  'answer',
  'officer',
  'deputizedFor',
  'dueDay',
  'answerByDay',
  'letter',
  'signingForm',
  'signingPaper',
  'signingPaperDay',
  'outcome',
  'verdict',
  'conditions',
  'procedure',
] as const

/** Every change of a case in the order of the record, newest first: who, in which role, what. */
export async function caseHistory(caseId: string): Promise<HistoryEntry[]> {
  const rows = await db().auditEntry.findMany({
    where: { caseId },
    orderBy: { id: 'desc' },
    include: { detail: true },
  })
  return rows.map((row) => ({
    id: String(row.id),
    at: row.at.toISOString(),
    act: row.act,
    role: row.actorRole,
    by: row.detail?.actorName ?? null,
    behalf: behalfIn(row.detail?.body),
    detail: saidOf(row.detail?.body),
  }))
}

function saidOf(body: unknown): Record<string, string> {
  if (typeof body !== 'object' || body === null) return {}
  const values = body as Record<string, unknown>
  return Object.fromEntries(
    SAID.flatMap((key) => {
      const value = values[key]
      return typeof value === 'string' && value !== '' ? [[key, value] as const] : []
    }),
  )
}
