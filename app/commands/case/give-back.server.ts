import type { LetterSays, ReturnReason } from '~/domain/case/letter'
import type { CaseState } from '~/domain/case/state'
import { hasRole } from '~/domain/party/permission'
import { close } from '~/domain/time/clock'
import { ok, type Verdict } from '~/domain/verdict'
import { type CaseRecord, turnClock, writeMove } from '~/infra/case-record.server'
import type { AuditInput, Transaction } from '~/infra/transact.server'
import { issueLetter } from './issue-letter.server'
import { tellApplicant } from './tell-applicant.server'

/** Ends a case that goes back to its applicant: the clock closes, the letter is issued, the applicant is told. */
export async function giveBack(
  t: Transaction,
  record: CaseRecord,
  next: CaseState,
  about: {
    reason: ReturnReason
    text: string
    letterCode: string | null | undefined
    missing?: LetterSays<'return_letter'>['missing']
  } & Pick<AuditInput, 'act' | 'subject' | 'detail'>,
): Promise<Verdict<true>> {
  const { reason, text } = about
  const moved = await writeMove(t, record, next, { closedAt: t.now })
  if (!moved.ok) return moved
  const turned = await turnClock(t, record, close)
  if (!turned.ok) return turned
  const letter = await issueLetter(t, record, {
    kind: 'return_letter',
    signer: record.state === 'submitted' || !hasRole(t.actor, 'officer') ? 'intake' : 'officer',
    officialCode: about.letterCode,
    says: {
      submittedAt: record.submittedAt.toISOString(),
      reasons: [{ code: reason, text }],
      missing: about.missing ?? [],
    },
  })
  const detail = { ...about.detail, text, letter }
  await t.audit({ act: about.act, subject: about.subject, caseId: record.id, detail })
  await tellApplicant(t, record, 'case_returned', { reason: text })
  return ok(true)
}
