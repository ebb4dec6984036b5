import { type ConditionTyped, conditionsMark } from '~/domain/case/condition'
import { type CheckStage, checksOf } from '~/infra/case-checks.server'
import { conditionsOf } from '~/infra/conditions.server'
import { db } from '~/infra/db.server'
import type { Prisma } from '~/infra/prisma/client'
import { itemsOf } from '~/infra/supplements.server'

type Values = Record<string, string>
type Typed = Readonly<Record<string, string | string[]>>

const INCLUDE = {
  recommendations: { orderBy: { proposedAt: 'desc' }, take: 1 },
  decisions: { orderBy: { decidedAt: 'desc' }, take: 1 },
  supplements: { where: { answeredAt: null, refusedAt: null }, orderBy: { requestedAt: 'desc' }, take: 1 },
  conditions: { orderBy: { position: 'asc' } },
} satisfies Prisma.CaseFileInclude
type Row = Prisma.CaseFileGetPayload<{ include: typeof INCLUDE }>

/** What stands of each form about a case; forms about what is not kept as fields have the case's version alone. */
const STANDING: Record<string, (row: Row, typed: Typed) => Values | Promise<Values>> = {
  receive: async (row, typed) => ({ officialCode: row.officialCode ?? '', ...(await answers(row, 'intake', typed)) }),
  return: async (row, typed) => ({ ...(await written(row, 'case.return')), ...(await answers(row, 'intake', typed)) }),
  refuse: (row) => written(row, 'case.refuse'),
  check: (row, typed) => answers(row, 'triage', typed),
  assign: (row) => ({ officerId: row.officerId ?? '' }),
  'hand-over': (row) => ({ officerId: row.officerId ?? '' }),
  supplement: ({ supplements: [asked] }): Values =>
    asked ? { reason: asked.reason ?? '', ...items(asked.items) } : {},
  suspend: (row) => written(row, 'case.suspend'),
  resume: (row) => written(row, 'case.resume'),
  apologise: async (row) => ({
    ...(await written(row, 'case.apologise')),
    newDay: row.promisedDay?.toISOString().slice(0, 10) ?? '',
  }),
  recommend: ({ recommendations: [proposal] }): Values =>
    proposal
      ? {
          outcome: proposal.outcome,
          text: proposal.text,
          ...conditionFields(conditionsOf(proposal.conditions)),
          reason: proposal.reasonCode ?? '',
        }
      : {},
  review: ({ recommendations: [proposal] }): Values =>
    proposal?.review
      ? {
          verdict: proposal.review,
          text: proposal.reviewText ?? '',
          ...(proposal.editedText === null
            ? {}
            : {
                editedText: proposal.editedText,
                ...conditionFields(conditionsOf(proposal.editedConditions)),
              }),
        }
      : {},
  decline: ({ decisions: [decision] }): Values =>
    decision ? { reason: decision.reasonCode ?? '', text: decision.text ?? '' } : {},
  'send-back': (row) => written(row, 'case.send_back'),
  close: ({ conditions }) => ({ seenConditions: conditionsMark(conditions) }),
}

/** What stands in a case where a form about it has fields: what a form that came too late is compared with. */
export async function standingForm(number: string, form: string, typed: Typed = {}): Promise<Values | null> {
  const row = await db().caseFile.findUnique({ where: { number }, include: INCLUDE })
  return row && { version: String(row.version), ...(await STANDING[form]?.(row, typed)) }
}

/** The answers in force of a checklist, by the rows of the form that was filled in. */
async function answers(row: Row, stage: CheckStage, typed: Typed): Promise<Values> {
  const checks = await checksOf(db(), row.id, stage)
  const fields = Object.entries(typed).flatMap(([name, key]) => {
    const place = /^key(\d+)$/.exec(name)?.[1]
    const found = checks.find((one) => one.key === key)
    return place && found
      ? [
          [`answer${place}`, found.answer],
          [`note${place}`, found.note ?? ''],
        ]
      : []
  })
  return Object.fromEntries(fields)
}

/** The reason and the words of the last change of a case, where it was this act. */
async function written({ id }: Row, act: string): Promise<Values> {
  const last = await db().auditEntry.findFirst({
    where: { caseId: id },
    orderBy: { id: 'desc' },
    include: { detail: true },
  })
  const body = (last?.act === act ? last.detail?.body : null) as { reason?: unknown; text?: unknown } | null
  const values: Values = {}
  if (typeof body?.reason === 'string') values.reason = body.reason
  if (typeof body?.text === 'string') values.text = body.text
  return values
}

const conditionFields = (conditions: readonly ConditionTyped[]): Values =>
  Object.fromEntries(
    conditions.flatMap(({ text, dueDay, proof }, index) => [
      [`condition${index + 1}`, text],
      [`conditionDue${index + 1}`, dueDay ?? ''],
      [`conditionProof${index + 1}`, proof ?? ''],
    ]),
  )

const items = (kept: Prisma.JsonValue): Values =>
  Object.fromEntries(
    itemsOf(kept).flatMap(({ type, what, why }, index) => [
      [`type${index + 1}`, type],
      [`what${index + 1}`, String(what)],
      [`why${index + 1}`, String(why ?? '')],
    ]),
  )
