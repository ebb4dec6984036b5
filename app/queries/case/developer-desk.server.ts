import type { CaseState } from '~/domain/case/state'
import { ENDED, isOpen } from '~/domain/case/state'
import {
  CONSENT_SCOPES,
  type ConsentScope,
  type DeclineReason,
  type RequestState,
  requestMoves,
  seenOf,
} from '~/domain/land/developer-answer'
import { may } from '~/domain/party/permission'
import { developerZones } from '~/domain/party/zone-scope'
import { type Day, dayInVietnam, toDay } from '~/domain/time/day'
import { isOverdue } from '~/domain/time/deadline'
import { ok, refuse } from '~/domain/verdict'
import { findCase, formOf, stateOf, textOf, thingOf } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { idKey } from '~/infra/key-page.server'
import type { Prisma } from '~/infra/prisma/client'
import { sectors } from '~/infra/reference.server'
import type { Ctx } from '~/infra/transact.server'

type Row = Prisma.DeveloperRequestGetPayload<{ include: { questions: true } }>

/** How a request stands on a day: what was answered, and what is due. */
function standingOf(row: Omit<Row, 'questions'>, of: CaseState, today: Day) {
  const dueDay = row.dueDay && isOpen(of) ? toDay(row.dueDay) : null
  const untilDay = row.offerUntilDay && toDay(row.offerUntilDay)
  return {
    state: row.state as RequestState,
    askedDay: dayInVietnam(row.askedAt),
    dueDay,
    overdue: dueDay !== null && isOverdue(today, dueDay),
    escalatedOn: row.escalatedAt && dayInVietnam(row.escalatedAt),
    answeredOn: row.answeredAt && dayInVietnam(row.answeredAt),
    offer: untilDay
      ? {
          untilDay,
          over: isOverdue(today, untilDay),
          price: row.priceText ?? '',
          conditions: row.conditions,
        }
      : null,
    decline: row.declineReason ? { reason: row.declineReason as DeclineReason, text: row.declineText } : null,
    caseEnded: !isOpen(of),
  }
}
export type RequestStanding = ReturnType<typeof standingOf>

const questionsOf = (rows: Row['questions']) =>
  [...rows]
    .sort((one, other) => one.askedAt.getTime() - other.askedAt.getTime())
    .map(({ id, question, askedAt, answer, answeredAt }) => ({
      id,
      question,
      askedOn: dayInVietnam(askedAt),
      answer,
      answeredOn: answeredAt && dayInVietnam(answeredAt),
    }))

const MOST = 200

/** The desk of a developer: interest in its own zones, what is due first on top. */
export async function deskRequests(ctx: Ctx) {
  const rows = await db().developerRequest.findMany({
    where: { zoneId: { in: developerZones(ctx.actor) } },
    include: {
      case: {
        select: {
          number: true,
          state: true,
          interest: { select: { form: true, plots: { select: { plot: { select: { code: true } } } } } },
        },
      },
    },
    orderBy: [{ dueDay: { sort: 'asc', nulls: 'last' } }, { askedAt: 'desc' }],
    take: MOST,
  })
  const today = dayInVietnam(ctx.now)
  const sectorRows = await sectors()
  return rows.map(({ case: of, ...row }) => {
    const form = of.interest.form as { sector?: string; areaM2?: number; landBy?: string }
    return {
      id: row.id,
      number: of.number,
      plots: of.interest.plots.map(({ plot }) => plot.code).sort(),
      sector: sectorRows.find(({ slug }) => slug === form.sector)?.name ?? null,
      areaM2: form.areaM2 ?? null,
      landBy: form.landBy ?? null,
      ...standingOf(row, of.state as CaseState, today),
    }
  })
}

/** How many requests wait for the developer. */
export const deskRequestsWaiting = (ctx: Ctx): Promise<number> =>
  db().developerRequest.count({
    where: {
      zoneId: { in: developerZones(ctx.actor) },
      state: 'asked',
      case: { state: { notIn: [...ENDED] } },
    },
  })

/**
 * One request as its developer sees it: what is to be made of which land and with what, and of who asks only what the
 * investor agreed to. Refuses `not-found` to the developer of another zone.
 */
export async function deskRequest(ctx: Ctx, id: string) {
  const row = idKey(id)
    ? await db().developerRequest.findUnique({
        where: { id },
        include: { questions: true, case: { select: { number: true } } },
      })
    : null
  if (!row || !may(ctx.actor, 'desk.read', { zoneId: row.zoneId }).ok) return refuse('not-found')
  const record = await findCase(row.case.number)
  if (!record) return refuse('not-found')
  const { form, interest } = { form: formOf(record), interest: record.interest }
  const scope = interest.consentScope as ConsentScope
  const sector = (await sectors()).find(({ slug }) => slug === form.sector)
  const of = stateOf(record)
  return ok({
    id: row.id,
    version: row.version,
    number: record.number,
    zone: { code: interest.zone.code, name: textOf(interest.zone.nameText) },
    plots: interest.plots.map(({ plot }) => plot.code),
    scope,
    asker: seenOf(
      {
        organization: record.organization.name,
        country: record.organization.country,
        project: form.projectName,
        summary: form.summary,
        contactName: form.contactName,
        contactPhone: form.contactPhone,
        contactEmail: form.contactEmail,
      },
      scope,
    ),
    wants: {
      sector: sector?.name ?? null,
      areaM2: form.areaM2,
      landBy: form.landBy,
      operationBy: form.operationBy,
      powerKva: form.powerKva,
      waterM3PerDay: form.waterM3PerDay,
      wastewaterM3PerDay: form.wastewaterM3PerDay,
      workers: form.workers,
      capital: { amount: form.capitalAmount, currency: form.capitalCurrency },
    },
    ...standingOf(row, of, dayInVietnam(ctx.now)),
    questions: questionsOf(row.questions),
    moves: requestMoves(row.state as RequestState, of).filter((made) => made !== 'reply'),
  })
}

/** The same from the other side: what the investor was asked and answered, and what it may do. Null: nobody was asked. */
export async function developerOfCase(ctx: Ctx, number: string) {
  const record = await findCase(number)
  if (!record) return null
  const row = await db().developerRequest.findUnique({ where: { caseId: record.id }, include: { questions: true } })
  if (!row) return null
  const of = stateOf(record)
  const thing = thingOf(record)
  const scope = record.interest.consentScope as ConsentScope
  const questions = questionsOf(row.questions)
  const replies = requestMoves(row.state as RequestState, of).includes('reply')
  return {
    number: record.number,
    developer: record.interest.zone.developerName,
    ...standingOf(row, of, dayInVietnam(ctx.now)),
    questions,
    scope,
    wider:
      isOpen(of) && may(ctx.actor, 'desk.consent', thing).ok
        ? CONSENT_SCOPES.filter((one) => CONSENT_SCOPES.indexOf(one) > CONSENT_SCOPES.indexOf(scope))
        : [],
    mayReply: replies && may(ctx.actor, 'desk.reply', thing).ok,
  }
}
export type DeveloperOfCase = NonNullable<Awaited<ReturnType<typeof developerOfCase>>>

/** The investor's forms about the developer. Refuses `not-found` to a stranger and where nobody was asked. */
export async function developerForInvestor(ctx: Ctx, number: string) {
  const record = await findCase(number)
  if (!record || !may(ctx.actor, 'desk.reply', thingOf(record)).ok) return refuse('not-found')
  const shown = await developerOfCase(ctx, number)
  if (!shown) return refuse('not-found')
  return ok({ ...shown, project: formOf(record).projectName })
}

/** Requests whose day is over and that nobody was told of, oldest first. */
export async function silentRequests(now: Date): Promise<string[]> {
  const rows = await db().developerRequest.findMany({
    where: {
      state: 'asked',
      escalatedAt: null,
      dueDay: { lt: new Date(`${dayInVietnam(now)}T00:00:00Z`) },
      case: { state: { notIn: [...ENDED] } },
    },
    orderBy: { dueDay: 'asc' },
    take: 100,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
