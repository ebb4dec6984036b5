import { WAIVER_REASONS, type WaiverReason } from '~/domain/case/condition'
import { LETTER_REASONS } from '~/domain/case/letter'
import { db } from '~/infra/db.server'

const REASONS = [...LETTER_REASONS.decision, ...LETTER_REASONS.dossier, ...LETTER_REASONS.return]

export interface CaseEnding {
  /** Null where the record names none of the closed list. */
  reason: (typeof REASONS)[number] | WaiverReason | null
  text: string | null
}

/** Why a case was closed although conditions were open; null where none was. */
export async function caseClosing(caseId: string): Promise<{ reason: WaiverReason; text: string } | null> {
  const last = await db().auditEntry.findFirst({ where: { caseId, act: 'case.close' }, include: { detail: true } })
  const body = (last?.detail?.body ?? {}) as { reason?: unknown; text?: unknown }
  const reason = WAIVER_REASONS.find((one) => one === body.reason)
  return reason && typeof body.text === 'string' ? { reason, text: body.text } : null
}

/**
 * Why a case was refused or given back, as the letter to the investor says it, or closed although conditions were
 * open; null where it was neither.
 */
export async function caseEnding(caseId: string): Promise<CaseEnding | null> {
  const closing = await caseClosing(caseId)
  if (closing) return closing
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
