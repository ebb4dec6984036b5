import { standingOf } from '~/domain/case/consultation'
import { caseDue } from '~/domain/case/due'
import type { DecisionReason } from '~/domain/case/letter'
import { type ActionFacts, mayAct, type OfficeAction, offeredActions, SIGNS } from '~/domain/case/office-action'
import { canApologise, canDecideExtension } from '~/domain/case/overdue'
import type { CaseState } from '~/domain/case/state'
import { may } from '~/domain/party/permission'
import { isStepDone, type StepState } from '~/domain/procedure/step-state'
import { ledger } from '~/domain/time/clock'
import { type Day, dayInVietnam, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { papersOf } from '~/infra/case-documents.server'
import {
  agentOf,
  type CaseRecord,
  clockOf,
  extensionFactsOf,
  findCase,
  formOf,
  stateOf,
  textOf,
  thingOf,
} from '~/infra/case-record.server'
import { conditionsOf, editionOf } from '~/infra/conditions.server'
import { consultationFactsOf } from '~/infra/consultation.server'
import { db } from '~/infra/db.server'
import { calendar, officeSetting, sectors } from '~/infra/reference.server'
import { signingOf } from '~/infra/signing.server'
import { proposedSupplement } from '~/infra/supplements.server'
import type { Ctx } from '~/infra/transact.server'
import { caseHistory } from './case-history.server'
import { caseHold } from './case-hold.server'
import { caseLand } from './case-land.server'
import { lineOfCase } from './case-line.server'
import { extraOf, signingShown, triageOf } from './case-papers.server'
import { consultationsOf } from './consultations.server'
import { developerOfCase } from './developer-desk.server'
import { casePapers } from './document-versions.server'

export const actionFactsOf = async (record: CaseRecord, today: Day): Promise<ActionFacts> => ({
  state: stateOf(record),
  stateLeft: record.resumeState as CaseState | null,
  thing: thingOf(record),
  supplementProposed: (await proposedSupplement(db(), record)) !== null,
  supplementDue: openSupplementOf(record)?.dueDay ?? null,
  today,
  openConsultations: record.consultations.filter((asked) => standingOf(consultationFactsOf(asked), today) === 'waiting')
    .length,
  openSteps: record.roadmap?.steps.filter((step) => !step.optional && !isStepDone(step.state as StepState)).length ?? 0,
})

/** The request for a supplement nobody has answered, with the later day the investor asked for. */
export function openSupplementOf(record: CaseRecord) {
  const open = record.supplements.find(({ answeredAt }) => answeredAt === null)
  if (!open) return null
  const waiting = canDecideExtension(extensionFactsOf(open)).ok
  return {
    dueDay: toDay(open.dueDay),
    extension:
      waiting && open.extensionDay ? { day: toDay(open.extensionDay), reason: open.extensionReason ?? '' } : null,
  }
}

/** The lines every page of a case begins with: number, who, what, where it stands, what is due. */
export async function headOf(ctx: Ctx, record: CaseRecord) {
  const clock = record.clocks[0] ? clockOf(record.clocks[0]) : null
  const [days, intakeLimit] = await Promise.all([calendar(), officeSetting('intakeLimitWorkingDays')])
  const state = stateOf(record)
  const facts = { state, intakeDue: toDay(record.intakeDueDay), intakeLimit, clock }
  const today = dayInVietnam(ctx.now)
  const due = caseDue(days, facts, today)
  const promisedDay = record.promisedDay && toDay(record.promisedDay)
  return {
    number: record.number,
    version: record.version,
    state,
    organization: record.organization.name,
    country: record.organization.country,
    project: formOf(record).projectName,
    plots: record.interest.plots.map(({ plot }) => plot.code),
    zone: textOf(record.interest.zone.nameText),
    officer: record.officer?.fullName ?? null,
    due,
    promisedDay,
    mayApologise:
      may(ctx.actor, 'case.apologise', thingOf(record)).ok && canApologise({ state, due, promisedDay }, null, today).ok,
  }
}

/** Everything of one case, for those of the office who may see it. Refuses `not-found`, `not-allowed`. */
export async function officeCase(ctx: Ctx, number: string) {
  const record = await findCase(number)
  if (!record) return refuse('not-found')
  const allowed = may(ctx.actor, 'case.list', thingOf(record))
  if (!allowed.ok) return allowed
  const today = dayInVietnam(ctx.now)
  const facts = await actionFactsOf(record, today)
  const [head, held, line, developer, land, history, extra, papers, sectorRows, consultations] = await Promise.all([
    headOf(ctx, record),
    caseHold(ctx, record),
    lineOfCase(ctx, record.number),
    developerOfCase(ctx, record.number),
    caseLand(ctx, record),
    caseHistory(record.id),
    extraOf(record.id),
    casePapers(record, today),
    sectors(),
    consultationsOf(record.id, today),
  ])
  const form = formOf(record)
  const row = record.clocks[0]
  const read = row ? ledger(await calendar(), clockOf(row), today) : null
  const { zone } = record.interest
  return ok({
    head,
    held,
    line,
    developer,
    land,
    history,
    ...extra,
    ...papers,
    consultations,
    form: { ...form, sectorName: sectorRows.find((sector) => sector.slug === form.sector)?.name ?? null },
    role: record.interest.role,
    agent: agentOf(record),
    organization: {
      kind: record.organization.kind,
      registration: record.organization.taxCode ?? record.organization.registrationNumber,
      address: record.organization.address,
    },
    zone: { code: zone.code, name: textOf(zone.nameText), developerOfferNeeded: zone.developerOfferNeeded },
    submittedAt: record.submittedAt.toISOString(),
    intakeDueDay: toDay(record.intakeDueDay),
    receivedDay: record.receivedDay && toDay(record.receivedDay),
    officialCode: record.officialCode,
    ledger: read?.ok
      ? { due: read.value.due, asOf: read.value.asOf, holders: read.value.holders, days: read.value.days }
      : null,
    actions: offeredActions(ctx.actor, facts),
    extension: may(ctx.actor, 'case.request_supplement', facts.thing).ok
      ? (openSupplementOf(record)?.extension ?? null)
      : null,
    mayConsult: may(ctx.actor, 'case.check', facts.thing).ok,
    mayNote: may(ctx.actor, 'case.note', facts.thing).ok,
    decided: record.roadmap !== null,
    caseId: record.id,
  })
}

/**
 * What the form of an action shows. A person who may never act on this case is refused; one who may, but not in
 * the case's present state, sees the form with the reason why it cannot be sent.
 */
export async function caseForm(ctx: Ctx, number: string, action: OfficeAction) {
  const record = await findCase(number)
  if (!record) return refuse('not-found')
  const today = dayInVietnam(ctx.now)
  const verdict = mayAct(ctx.actor, action, await actionFactsOf(record, today))
  if (!verdict.ok && ['not-found', 'not-allowed', 'not-signed-in'].includes(verdict.refusal.code)) return verdict
  const latest = record.recommendations[0]
  return ok({
    head: await headOf(ctx, record),
    whyNot: verdict.ok ? null : verdict.refusal.code,
    officerId: record.officerId,
    documents: papersOf(record.interest).map(({ id, kind, fileName }) => ({ id, kind, fileName })),
    recommendation: latest
      ? {
          outcome: latest.outcome as 'approve' | 'refuse',
          reason: latest.reasonCode as DecisionReason | null,
          text: latest.text,
          conditions: conditionsOf(latest.conditions),
          edition: editionOf(latest),
          triage: triageOf(latest),
        }
      : null,
    land: await caseLand(ctx, record),
    consultations: await consultationsOf(record.id, today),
    developerOfferNeeded: record.interest.zone.developerOfferNeeded && record.interest.role === 'tenant',
    signing: await signingFor(ctx, record, action),
  })
}

/** In whose name the reader would sign this; null: in their own, or not at all. */
async function signingFor(ctx: Ctx, record: CaseRecord, action: OfficeAction) {
  const outcome = SIGNS[action]
  const signing = outcome && signingOf(ctx, record, outcome)
  if (!signing?.ok || !signing.value) return null
  return signingShown(await db().signingDelegation.findUniqueOrThrow({ where: { id: signing.value.id } }))
}

/** What the form of a note shows; any person of the office may write one. */
export async function caseForNote(ctx: Ctx, number: string) {
  const record = await findCase(number)
  if (!record) return refuse('not-found')
  const allowed = may(ctx.actor, 'case.note', thingOf(record))
  return allowed.ok ? ok({ head: await headOf(ctx, record) }) : allowed
}

type Value<V> = V extends Verdict<infer T> ? T : never
export type OfficeCase = Exclude<Value<Awaited<ReturnType<typeof officeCase>>>, true>
export type CaseFormPage = Value<Awaited<ReturnType<typeof caseForm>>>

/** What the apology's form shows. Refuses whoever may not send one; why it cannot be sent yet is said on the form. */
export async function caseForApology(ctx: Ctx, number: string) {
  const record = await findCase(number)
  if (!record) return refuse('not-found')
  const allowed = may(ctx.actor, 'case.apologise', thingOf(record))
  return allowed.ok ? ok({ head: await headOf(ctx, record) }) : allowed
}

/** What the officer decides on: the later day asked for. */
export async function caseForExtension(ctx: Ctx, number: string) {
  const record = await findCase(number)
  if (!record) return refuse('not-found')
  const allowed = may(ctx.actor, 'case.request_supplement', thingOf(record))
  return allowed.ok ? ok({ head: await headOf(ctx, record), open: openSupplementOf(record) }) : allowed
}
