import { type Answered, mayReceive, type PaperAnswer, presentPapers } from '~/domain/case/checklist'
import { dayToDate } from '~/domain/time/day'
import { countsFrom, deadline } from '~/domain/time/deadline'
import { ok, type Verdict } from '~/domain/verdict'
import { dossierOfCase, keepPaperChecks } from '~/infra/case-checks.server'
import { papersOf } from '~/infra/case-documents.server'
import { caseForMove, startClock, writeMove } from '~/infra/case-record.server'
import { calendar, officeSetting } from '~/infra/reference.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { askDeveloper, developerAsked } from './ask-developer.server'
import { issueLetter } from './issue-letter.server'
import { tellApplicant } from './tell-applicant.server'

/**
 * Intake receives a submitted case: the clock starts by its own rule (after 15:00 or on a day off, as of the
 * next working day), form 01 is issued with the due day, the investor is told. On a private developer's land that
 * developer is asked, without a name. Refuses a dossier that is not looked through or lacks a required paper, as
 * `mayReceive` does.
 */
export async function receiveCase(
  ctx: Ctx,
  input: {
    number: string
    version: number
    officialCode: string | null
    letterCode?: string | null
    checks: Answered<PaperAnswer>[]
  },
): Promise<Verdict<{ dueDay: string }>> {
  const found = await caseForMove(ctx, input, 'receive')
  if (!found.ok) return found
  const { record, next } = found.value
  const dossier = await dossierOfCase(ctx, record)
  if (!dossier.ok) return dossier
  const complete = mayReceive(dossier.value, input.checks)
  if (!complete.ok) return complete
  const days = await calendar()
  const counts = countsFrom(days, ctx.now)
  if (!counts.ok) return counts
  const limit = await officeSetting('caseLimitWorkingDays')
  const due = deadline(days, { received: counts.value, limit, unit: 'working_day' })
  if (!due.ok) return due
  const developer = await developerAsked(record, counts.value)
  if (!developer.ok) return developer
  const { officialCode } = input
  return transact(ctx, async (t) => {
    const moved = await writeMove(t, record, next, { receivedDay: dayToDate(counts.value), officialCode })
    if (!moved.ok) return moved
    const started = await startClock(t, record, { limit, startDay: counts.value })
    if (!started.ok) return started
    await keepPaperChecks(t, record.id, dossier.value, input.checks)
    const letter = await issueLetter(
      t,
      { ...record, officialCode },
      {
        kind: 'official_receipt',
        signer: 'intake',
        officialCode: input.letterCode,
        says: {
          papers: presentPapers(dossier.value, input.checks).map(({ text }) => text),
          documents: papersOf(record.interest).map(({ kind, fileName }) => ({ kind, fileName })),
          receivedAt: ctx.now.toISOString(),
          countsFromDay: counts.value,
          limit: { amount: limit, unit: 'working_day', officeStandard: true },
          dueDay: due.value.due,
        },
      },
    )
    await t.audit({
      act: 'case.receive',
      subject: { kind: 'case', id: record.id },
      caseId: record.id,
      detail: {
        countsFromDay: counts.value,
        dueDay: due.value.due,
        letter,
        checks: input.checks.map((one) => ({ ...one })),
      },
    })
    await tellApplicant(t, record, 'case_received', { dueDay: due.value.due })
    if (developer.value) await askDeveloper(t, record, developer.value)
    return ok({ dueDay: due.value.due })
  })
}
