import { renderLetter } from '~/documents/case/render-letter.server'
import type { ReturnLetterData, ReturnReason } from '~/domain/case/letter'
import { dayInVietnam } from '~/domain/time/day'
import type { CaseRecord } from '~/infra/case-record.server'
import { courtesyLangOf, letterHead, newLetterCode, type ReadyLetter } from '~/infra/letters.server'
import type { Ctx } from '~/infra/transact.server'

/** The letter that gives a dossier back, in the name of whoever does. */
export async function readyReturnLetter(
  ctx: Ctx,
  record: CaseRecord,
  { reason, text, lang }: { reason: ReturnReason; text: string; lang: string },
): Promise<ReadyLetter> {
  const issuedDay = dayInVietnam(ctx.now)
  const code = newLetterCode()
  const role = record.state === 'submitted' ? 'intake' : 'officer'
  const data: ReturnLetterData = {
    ...letterHead(record, { code, issuedDay, signer: { name: ctx.actor.fullName, role } }),
    submittedAt: record.submittedAt.toISOString(),
    reasons: [{ code: reason, text }],
  }
  const bytes = await renderLetter('return_letter', data, courtesyLangOf(lang))
  return { caseId: record.id, kind: 'return_letter', code, issuedDay, data, bytes }
}
