import { type Answered, mayReturn, missingPapers, type PaperAnswer } from '~/domain/case/checklist'
import type { ReturnReason } from '~/domain/case/letter'
import type { Verdict } from '~/domain/verdict'
import { dossierOfCase, keepPaperChecks } from '~/infra/case-checks.server'
import { caseForMove } from '~/infra/case-record.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { giveBack } from './give-back.server'

/**
 * Intake (or the officer while checking) gives the dossier back with reasons, and with the papers its checklist found
 * missing; the investor may submit anew. Refuses as `mayReturn` does.
 */
export async function returnCase(
  ctx: Ctx,
  input: {
    number: string
    version: number
    reason: ReturnReason
    text: string
    letterCode?: string | null
    checks?: Answered<PaperAnswer>[]
  },
): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'return')
  if (!found.ok) return found
  const { record, next } = found.value
  const { reason, text, letterCode, checks = [] } = input
  const dossier = await dossierOfCase(ctx, record)
  if (!dossier.ok) return dossier
  const checked = mayReturn(dossier.value, checks, reason === 'incomplete')
  if (!checked.ok) return checked
  const missing = missingPapers(dossier.value, checks).map(({ text: name, note }) => ({ name, note }))
  const subject = { kind: 'case', id: record.id }
  return transact(ctx, async (t) => {
    await keepPaperChecks(t, record.id, dossier.value, checks)
    const detail = { reason, checks: checks.map((one) => ({ ...one })) }
    return giveBack(t, record, next, { reason, text, letterCode, missing, act: 'case.return', subject, detail })
  })
}
