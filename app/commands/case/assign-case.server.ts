import type { Verdict } from '~/domain/verdict'
import { caseForMove } from '~/infra/case-record.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { giveCase, officerById } from './give-case.server'

/** Intake or the division head gives a received case to a case officer; the check begins. Refuses `not-a-choice`. */
export async function assignCase(
  ctx: Ctx,
  input: { number: string; version: number; officerId: string },
): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'assign')
  if (!found.ok) return found
  const officer = await officerById(input.officerId)
  if (!officer.ok) return officer
  const { record, next } = found.value
  return transact(ctx, (t) => giveCase(t, record, next, { officer: officer.value, kind: 'assigned' }))
}
