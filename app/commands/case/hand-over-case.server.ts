import { refuse, type Verdict } from '~/domain/verdict'
import { caseForMove } from '~/infra/case-record.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { giveCase, officerById } from './give-case.server'

/**
 * The officer in charge, or the head, gives a case to another officer, with a reason. Its stage and clock stay.
 * Refuses `not-a-choice` for who is no officer or has it already.
 */
export async function handOverCase(
  ctx: Ctx,
  input: { number: string; version: number; officerId: string; reason: string },
): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'hand_over')
  if (!found.ok) return found
  const { record, next } = found.value
  if (input.officerId === record.officerId) return refuse('not-a-choice', undefined, 'officerId')
  const officer = await officerById(input.officerId)
  if (!officer.ok) return officer
  const { reason } = input
  return transact(ctx, (t) => giveCase(t, record, next, { officer: officer.value, kind: 'handed_over', reason }))
}
