import type { DossierReason } from '~/domain/case/letter'
import { ok, type Verdict } from '~/domain/verdict'
import { caseForMove, writeMove } from '~/infra/case-record.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { issueLetter } from './issue-letter.server'
import { tellApplicant } from './tell-applicant.server'

/** Intake refuses to take a dossier that is not for this office or not in order (form 03), with its reason. */
export async function refuseDossier(
  ctx: Ctx,
  input: { number: string; version: number; reason: DossierReason; text: string; letterCode?: string | null },
): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'refuse')
  if (!found.ok) return found
  const { record, next } = found.value
  const { reason, text } = input
  return transact(ctx, async (t) => {
    const moved = await writeMove(t, record, next, { closedAt: t.now })
    if (!moved.ok) return moved
    const letter = await issueLetter(t, record, {
      kind: 'refusal_of_dossier',
      signer: 'intake',
      officialCode: input.letterCode,
      says: { submittedAt: record.submittedAt.toISOString(), reason: { code: reason, text } },
    })
    await t.audit({
      act: 'case.refuse',
      subject: { kind: 'case', id: record.id },
      caseId: record.id,
      detail: { reason, text, letter },
    })
    await tellApplicant(t, record, 'dossier_refused', { reason: text })
    return ok(true)
  })
}
