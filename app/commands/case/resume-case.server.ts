import { mailsTo } from '~/documents/notice/mails-to'
import { holderIn } from '~/domain/case/overdue'
import { resume } from '~/domain/time/clock'
import { dayInVietnam } from '~/domain/time/day'
import { ok, type Verdict } from '~/domain/verdict'
import { caseForMove, peopleOf, turnClock, writeMove } from '~/infra/case-record.server'
import { baseUrl } from '~/infra/env.server'
import { type Ctx, transact } from '~/infra/transact.server'

/** The division head lets the work go on where it stopped; the clock runs again after today. */
export async function resumeCase(
  ctx: Ctx,
  input: { number: string; version: number; text: string },
): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'resume')
  if (!found.ok) return found
  const { record, next } = found.value
  const people = await peopleOf(record.organizationId, dayInVietnam(ctx.now))
  return transact(ctx, async (t) => {
    const moved = await writeMove(t, record, next)
    if (!moved.ok) return moved
    const turned = await turnClock(t, record, (segments, on) =>
      resume(segments, { on, holder: holderIn(next), reason: 'resumed', answers: 'suspended' }),
    )
    if (!turned.ok) return turned
    await t.audit({
      act: 'case.resume',
      subject: { kind: 'case', id: record.id },
      caseId: record.id,
      detail: { text: input.text },
    })
    const about = { number: record.number, path: `/my/cases/${record.number}`, baseUrl: baseUrl() }
    for (const mail of mailsTo(people, 'case_resumed', about, record.id)) await t.mail(mail)
    return ok(true)
  })
}
