import type { DeclineReason } from '~/domain/land/developer-answer'
import { close } from '~/domain/time/clock'
import { ok, type Verdict } from '~/domain/verdict'
import { touchCase } from '~/infra/case-record.server'
import { requestForMove, turnDeveloperClock, writeRequest } from '~/infra/developer-request.server'
import { releaseHolds } from '~/infra/holds.server'
import { calendar } from '~/infra/reference.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { tellApplicant } from './tell-applicant.server'
import { tellOfficerOfAnswer } from './tell-officer.server'

/**
 * The developer does not offer its land, for a coded reason. The clock ends; a hold that waited for the offer is given
 * up. Refuses `conflict`, `state-forbids`.
 */
export async function declineInterest(
  ctx: Ctx,
  input: { id: string; version: number; reason: DeclineReason; text: string | null },
): Promise<Verdict<true>> {
  const found = await requestForMove(ctx, input, 'decline')
  if (!found.ok) return found
  const { request, record, next } = found.value
  const days = await calendar()
  return transact(ctx, async (t) => {
    const touched = await touchCase(t, record)
    if (!touched.ok) return touched
    const turned = await turnDeveloperClock(t, record.id, days, close)
    if (!turned.ok) return turned
    const { reason, text } = input
    const decline = { state: next, declineReason: reason, declineText: text }
    const written = await writeRequest(t, request, { ...decline, dueDay: null, answeredAt: t.now })
    if (!written.ok) return written
    await releaseHolds(t, record.id, 'developer_declined')
    await t.audit({
      act: 'desk.decline',
      subject: { kind: 'developer_request', id: request.id },
      caseId: record.id,
      detail: { reason, text: text ?? '' },
    })
    await tellApplicant(t, record, 'developer_declined', { code: reason, text })
    await tellOfficerOfAnswer(t, record, 'declined')
    return ok(true)
  })
}
