import { type Answered, type Dossier, dossierOn, type PaperAnswer, type TriageAnswer } from '~/domain/case/checklist'
import type { Text } from '~/domain/text'
import { dayInVietnam, toDay } from '~/domain/time/day'
import type { Verdict } from '~/domain/verdict'
import type { CaseRecord } from './case-record.server'
import type { Prisma } from './prisma/client'
import { procedureVersions } from './reference.server'
import type { Ctx, Transaction } from './transact.server'

export type CheckStage = 'intake' | 'triage'

/** The papers a case is checked by: of the version in force when it was received, until then of today's. */
export const dossierOfCase = async (ctx: Ctx, record: CaseRecord): Promise<Verdict<Dossier>> =>
  dossierOn(await procedureVersions(), record.receivedDay ? toDay(record.receivedDay) : dayInVietnam(ctx.now))

/** The answers in force of a stage: the latest of each line. */
export async function checksOf(reader: Pick<Prisma.TransactionClient, 'caseCheck'>, caseId: string, stage: CheckStage) {
  const rows = await reader.caseCheck.findMany({
    where: { caseId, stage },
    orderBy: [{ answeredAt: 'desc' }, { id: 'desc' }],
    distinct: ['key'],
  })
  return rows.map(({ key, label, required, answer, note, answeredById, answeredAt }) => ({
    key,
    label: label as unknown as Text | null,
    required,
    answer: answer as PaperAnswer | TriageAnswer,
    note,
    answeredById,
    answeredAt,
  }))
}

/** Keeps the answers to the papers of a dossier; earlier ones stay. */
export const keepPaperChecks = (
  t: Transaction,
  caseId: string,
  dossier: Dossier,
  answers: readonly Answered<PaperAnswer>[],
): Promise<void> =>
  keep(
    t,
    caseId,
    'intake',
    answers.flatMap((one) => {
      const paper = dossier.papers.find(({ key }) => key === one.key)
      return paper ? [{ ...one, label: { ...paper.text }, required: paper.required }] : []
    }),
  )

/** Keeps the answers of the triage; earlier ones stay. */
export const keepTriage = (t: Transaction, caseId: string, answers: readonly Answered<TriageAnswer>[]): Promise<void> =>
  keep(
    t,
    caseId,
    'triage',
    answers.map((one) => ({ ...one, required: true })),
  )

interface Row extends Answered<string> {
  label?: Prisma.InputJsonObject
  required: boolean
}

async function keep(t: Transaction, caseId: string, stage: CheckStage, rows: readonly Row[]): Promise<void> {
  await t.db.caseCheck.createMany({
    data: rows.map((row) => ({ ...row, caseId, stage, answeredById: t.actor.personId ?? '', answeredAt: t.now })),
  })
}
