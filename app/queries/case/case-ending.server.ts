import { LETTER_REASONS } from '~/domain/case/letter'
import { db } from '~/infra/db.server'

const REASONS = [...LETTER_REASONS.decision, ...LETTER_REASONS.dossier, ...LETTER_REASONS.return]

export interface CaseEnding {
  /** Null where the record names none of the closed list. */
  reason: (typeof REASONS)[number] | null
  text: string | null
}

/** Why a case was refused or given back, as the letter to the investor says it; null where it was not. */
export async function caseEnding(caseId: string): Promise<CaseEnding | null> {
  const last = await db().auditEntry.findFirst({
    where: { caseId, act: { in: ['case.decline', 'case.refuse', 'case.return', 'case.lapse'] } },
    orderBy: { id: 'desc' },
    include: { detail: true },
  })
  if (!last) return null
  const body = (last.detail?.body ?? {}) as { reason?: unknown; text?: unknown }
  return {
    reason: REASONS.find((one) => one === body.reason) ?? null,
    text: typeof body.text === 'string' && body.text !== '' ? body.text : null,
  }
}
