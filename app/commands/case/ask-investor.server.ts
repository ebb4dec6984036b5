import { pause } from '~/domain/time/clock'
import { ok, type Verdict } from '~/domain/verdict'
import { lockCase } from '~/infra/case-record.server'
import { requestForMove, turnDeveloperClock, writeRequest } from '~/infra/developer-request.server'
import { calendar } from '~/infra/reference.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { tellApplicant } from './tell-applicant.server'

/** The developer needs to know something of the investor, who stays unnamed; its clock stands still until the answer. */
export async function askInvestor(
  ctx: Ctx,
  input: { id: string; version: number; question: string },
): Promise<Verdict<true>> {
  const found = await requestForMove(ctx, input, 'ask')
  if (!found.ok) return found
  const { request, record, next } = found.value
  const days = await calendar()
  return transact(ctx, async (t) => {
    const open = await lockCase(t, record)
    if (!open.ok) return open
    const turned = await turnDeveloperClock(t, record.id, days, (segments, on) =>
      pause(segments, { on, holder: 'applicant', reason: 'developer_question' }),
    )
    if (!turned.ok) return turned
    const written = await writeRequest(t, request, { state: next, dueDay: turned.value })
    if (!written.ok) return written
    const { question } = input
    await t.db.developerQuestion.create({ data: { requestId: request.id, question, askedAt: t.now } })
    await t.audit({
      act: 'desk.ask',
      subject: { kind: 'developer_request', id: request.id },
      caseId: record.id,
      detail: { question },
    })
    await tellApplicant(t, record, 'developer_question', { question })
    return ok(true)
  })
}
