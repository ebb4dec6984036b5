import type { ReturnReason } from '~/domain/case/letter'
import type { Verdict } from '~/domain/verdict'
import { caseForMove } from '~/infra/case-record.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { giveBack } from './give-back.server'

/** Intake (or the officer while checking) gives the dossier back with reasons; the investor may submit anew. */
export async function returnCase(
  ctx: Ctx,
  input: { number: string; version: number; reason: ReturnReason; text: string; letterCode?: string | null },
): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'return')
  if (!found.ok) return found
  const { record, next } = found.value
  const { reason, text, letterCode } = input
  const subject = { kind: 'case', id: record.id }
  return transact(ctx, (t) =>
    giveBack(t, record, next, { reason, text, letterCode, act: 'case.return', subject, detail: { reason } }),
  )
}
