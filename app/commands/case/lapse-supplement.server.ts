import { dayInVietnam, toDay } from '~/domain/time/day'
import { refuse, type Verdict } from '~/domain/verdict'
import { caseForMove } from '~/infra/case-record.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { giveBack } from './give-back.server'

/**
 * The dossier goes back because its supplement did not come in time; somebody signs the letter, so no timer does it.
 * Refuses `not-yet-due` while it can still come.
 */
export async function lapseSupplement(
  ctx: Ctx,
  input: { number: string; version: number; text: string; letterCode?: string | null },
): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'lapse')
  if (!found.ok) return found
  const { record, next } = found.value
  const open = record.supplements.find(({ answeredAt }) => answeredAt === null)
  if (!open) return refuse('state-forbids')
  const dueDay = toDay(open.dueDay)
  if (dayInVietnam(ctx.now) <= dueDay) return refuse('not-yet-due', { day: dueDay })
  const { text, letterCode } = input
  const about = { reason: 'supplement_lapsed' as const, text, letterCode, act: 'case.lapse', detail: { dueDay } }
  return transact(ctx, (t) => giveBack(t, record, next, { ...about, subject: { kind: 'supplement', id: open.id } }))
}
