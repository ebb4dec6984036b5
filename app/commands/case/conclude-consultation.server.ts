import { canConclude, standingOf } from '~/domain/case/consultation'
import { open } from '~/domain/time/clock'
import { ok, type Verdict } from '~/domain/verdict'
import { caseForMove, turnClock, writeMove } from '~/infra/case-record.server'
import { consultationFactsOf } from '~/infra/consultation.server'
import { type Ctx, transact } from '~/infra/transact.server'

/**
 * The officer goes on with the assessment, with the answers there are; silence is recorded as what it means.
 * Refuses `consultation-open` while an agency is still in time to answer.
 */
export async function concludeConsultation(
  ctx: Ctx,
  input: { number: string; version: number },
): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'conclude_consultation')
  if (!found.ok) return found
  const { record, next } = found.value
  return transact(ctx, async (t) => {
    const moved = await writeMove(t, record, next)
    if (!moved.ok) return moved
    const rows = await t.db.consultation.findMany({ where: { caseId: record.id }, orderBy: { askedAt: 'asc' } })
    const ready = canConclude(rows.map(consultationFactsOf), t.today)
    if (!ready.ok) return ready
    const turned = await turnClock(t, record, (segments, on) =>
      open(segments, { on, holder: 'officer', reason: 'consultation_concluded' }),
    )
    if (!turned.ok) return turned
    await t.audit({
      act: 'case.conclude_consultation',
      subject: { kind: 'case', id: record.id },
      caseId: record.id,
      detail: {
        opinions: rows.map((row) => ({
          agency: row.agencyName,
          standing: standingOf(consultationFactsOf(row), t.today),
          opinion: row.opinion,
        })),
      },
    })
    return ok(true)
  })
}
