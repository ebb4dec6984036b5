import { renderLetter } from '~/documents/case/render-letter.server'
import { mailsTo } from '~/documents/notice/mails-to'
import type { DossierReason, RefusalOfDossierData } from '~/domain/case/letter'
import { dayInVietnam } from '~/domain/time/day'
import { ok, type Verdict } from '~/domain/verdict'
import { caseForMove, peopleOf, writeMove } from '~/infra/case-record.server'
import { baseUrl } from '~/infra/env.server'
import { courtesyLangOf, letterHead, newLetterCode, withLetter } from '~/infra/letters.server'
import { type Ctx, transact } from '~/infra/transact.server'

/** Intake refuses to take a dossier that is not for this office or not in order (form 03), with its reason. */
export async function refuseDossier(
  ctx: Ctx,
  input: { number: string; version: number; reason: DossierReason; text: string },
): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'refuse')
  if (!found.ok) return found
  const { record, next } = found.value
  const today = dayInVietnam(ctx.now)
  const people = await peopleOf(record.organizationId, today)
  const code = newLetterCode()
  const data: RefusalOfDossierData = {
    ...letterHead(record, { code, issuedDay: today, signer: { name: ctx.actor.fullName, role: 'intake' } }),
    submittedAt: record.submittedAt.toISOString(),
    reason: { code: input.reason, text: input.text },
  }
  const bytes = await renderLetter('refusal_of_dossier', data, courtesyLangOf(people[0]?.lang ?? 'en'))
  return withLetter(
    { caseId: record.id, kind: 'refusal_of_dossier', code, issuedDay: today, data, bytes },
    (writeLetter) =>
      transact(ctx, async (t) => {
        const moved = await writeMove(t, record, next, { closedAt: t.now })
        if (!moved.ok) return moved
        await writeLetter(t)
        await t.audit({
          act: 'case.refuse',
          subject: { kind: 'case', id: record.id },
          caseId: record.id,
          detail: { reason: input.reason, text: input.text, letter: code },
        })
        const about = {
          number: record.number,
          reason: input.text,
          path: `/my/cases/${record.number}`,
          baseUrl: baseUrl(),
        }
        for (const mail of mailsTo(people, 'decision_refused', about, record.id)) await t.mail(mail)
        return ok(true)
      }),
  )
}
