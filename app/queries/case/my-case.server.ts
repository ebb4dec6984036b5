import { type CaseFacts, type Milestone, type MilestoneKey, milestones } from '~/domain/case/milestones'
import { canAskExtension } from '~/domain/case/overdue'
import { type CaseState, isOpen, movesFrom } from '~/domain/case/state'
import { inVersions } from '~/domain/interest/document-version'
import type { InterestForm } from '~/domain/interest/form'
import { type Retired, retiredAmong } from '~/domain/land/retired'
import { may } from '~/domain/party/permission'
import { textIn } from '~/domain/text'
import { type Ledger, ledger } from '~/domain/time/clock'
import { addDays, type Day, dayInVietnam, toDay } from '~/domain/time/day'
import { workingDaysBetween } from '~/domain/time/deadline'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { inCase, ofCase, USED_IN } from '~/infra/case-documents.server'
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
import { db } from '~/infra/db.server'
import { calendar } from '~/infra/reference.server'
import { snapshot } from '~/infra/snapshot.server'
import { itemsOf } from '~/infra/supplements.server'
import type { Ctx } from '~/infra/transact.server'
import { type CaseDocument, shownDocument } from './document-versions.server'

export interface SupplementAsked {
  items: string[]
  reason: string
  requestedDay: Day
  dueDay: Day
  /** Working days left; null beyond the calendar. */
  workingDaysLeft: number | null
  answer: string | null
  answeredAt: string | null
  /** A later day: may be asked for, was asked for, granted, denied; null when it is too late to ask. */
  extension: { state: 'open' | 'waiting' | 'granted' | 'denied'; day: Day } | null
}

export interface MyCasePage {
  id: string
  number: string
  version: number
  state: CaseState
  project: string
  land: string
  zone: { code: string; name: string }
  plotCodes: string[]
  role: 'tenant' | 'developer'
  /** Of the plots asked for, those that a split or merger replaced. */
  retired: (Retired & { code: string })[]
  organizationName: string
  /** Who submitted it under a mandate. */
  agent: { name: string; untilDay: Day } | null
  submittedAt: string
  position: number
  intakeDueDay: Day
  officialCode: string | null
  /** The new day of the office's apology. */
  promisedDay: Day | null
  illustrative: boolean
  milestones: Milestone[]
  /** Null before the case is received, and where the calendar does not reach. */
  time: Pick<Ledger, 'due' | 'projected' | 'overdue' | 'remaining' | 'holders' | 'provisional'> | null
  limitWorkingDays: number | null
  daysOff: Day[]
  paused: boolean
  pausedSince: Day | null
  open: SupplementAsked | null
  answered: SupplementAsked[]
  documents: (CaseDocument & { earlier: CaseDocument[] })[]
  letters: {
    id: string
    kind: string
    code: string
    number: string | null
    officialCode: string | null
    issuedDay: Day
  }[]
  form: InterestForm
  hasRoadmap: boolean
  mayAnswer: boolean
  mayWithdraw: boolean
}

/** A case as the investor sees it. Refuses `not-found` for anybody else's. */
export async function myCase(ctx: Ctx, number: string): Promise<Verdict<MyCasePage>> {
  const record = await findCase(number)
  if (!record?.receipt) return refuse('not-found')
  const allowed = may(ctx.actor, 'case.read', thingOf(record))
  if (!allowed.ok) return refuse('not-found')
  const [catalogue, documents, letters, events, days] = await Promise.all([
    snapshot(),
    db().document.findMany({
      where: { ...ofCase(record.id), visibility: 'parties' },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        supersedesId: true,
        kind: true,
        fileName: true,
        sizeBytes: true,
        createdAt: true,
        validUntil: true,
        uses: USED_IN(record.id),
      },
    }),
    db().letter.findMany({
      where: { caseId: record.id },
      orderBy: { createdAt: 'asc' },
      select: { id: true, kind: true, code: true, number: true, officialCode: true, issuedDay: true },
    }),
    db().auditEntry.findMany({
      where: { caseId: record.id, act: { startsWith: 'case.' } },
      orderBy: { id: 'asc' },
      select: { act: true, at: true },
    }),
    calendar(),
  ])
  const today = dayInVietnam(ctx.now)
  const state = stateOf(record)
  const clock = record.clocks[0] ? clockOf(record.clocks[0]) : null
  const read = clock ? ledger(days, clock, today) : null
  const time = read?.ok ? read.value : null
  const supplements = record.supplements.map((supplement): SupplementAsked => {
    const left = workingDaysBetween(days, today, toDay(supplement.dueDay))
    return {
      items: linesOf(supplement.items),
      reason: supplement.reason,
      requestedDay: dayInVietnam(supplement.requestedAt),
      dueDay: toDay(supplement.dueDay),
      workingDaysLeft: left.ok ? left.value : null,
      answer: supplement.answer,
      answeredAt: supplement.answeredAt?.toISOString() ?? null,
      extension: extensionOf(supplement, today),
    }
  })
  const open =
    state === 'awaiting_supplement' ? (supplements.find(({ answeredAt }) => answeredAt === null) ?? null) : null
  const moves = movesFrom(state)
  const thing = thingOf(record)
  const facts: CaseFacts = {
    state,
    stateLeft: record.resumeState as CaseState | null,
    on: daysOf(record, events),
    officerLabel: record.officer?.fullName ?? null,
    intakeDue: toDay(record.intakeDueDay),
    due: time?.due ?? null,
    projected: time?.projected ?? false,
    supplementDue: open?.dueDay ?? null,
    consultationDue: consultationDueOf(record),
  }
  const paused = clock?.segments.findLast((segment) => segment.to === null && !segment.counts)
  return ok({
    id: record.id,
    number: record.number,
    version: record.version,
    state,
    project: formOf(record).projectName,
    land: landOf(record, ctx),
    zone: { code: record.interest.zone.code, name: textIn(textOf(record.interest.zone.nameText), ctx.actor.lang) },
    plotCodes: record.interest.plots.map(({ plot }) => plot.code),
    role: record.interest.role === 'developer' ? 'developer' : 'tenant',
    retired: retiredAmong(
      catalogue,
      record.interest.plots.map(({ plot }) => plot.code),
      false,
    ),
    organizationName: record.organization.name,
    agent: agentOf(record),
    submittedAt: record.submittedAt.toISOString(),
    position: record.receipt.position,
    intakeDueDay: toDay(record.intakeDueDay),
    officialCode: record.officialCode,
    promisedDay: record.promisedDay && toDay(record.promisedDay),
    illustrative: record.interest.plots.some(({ plot }) => plot.illustrative),
    milestones: milestones(facts),
    time: time && {
      due: time.due,
      projected: time.projected,
      overdue: time.overdue,
      remaining: time.remaining,
      holders: time.holders,
      provisional: time.provisional,
    },
    limitWorkingDays: clock?.limit ?? null,
    daysOff: time?.days.filter(({ off }) => off).map(({ date }) => date) ?? [],
    paused: isOpen(state) && paused !== undefined,
    pausedSince: paused?.from ?? null,
    open,
    answered: supplements.filter(({ answeredAt }) => answeredAt !== null),
    documents: inVersions(documents.map(inCase)).map((latest) => ({
      ...shownDocument(latest, today),
      earlier: latest.earlier.map((earlier) => shownDocument(earlier, today)),
    })),
    letters: letters.map((letter) => ({ ...letter, issuedDay: toDay(letter.issuedDay) })),
    form: formOf(record),
    hasRoadmap: record.roadmap !== null,
    mayAnswer: moves.includes('answer_supplement') && may(ctx.actor, 'case.answer_supplement', thing).ok,
    mayWithdraw: moves.includes('withdraw') && may(ctx.actor, 'case.withdraw', thing).ok,
  })
}

const landOf = (record: CaseRecord, ctx: Ctx): string =>
  record.interest.plots.map(({ plot }) => plot.code).join(' + ') ||
  textIn(textOf(record.interest.zone.nameText), ctx.actor.lang)

const linesOf = (items: CaseRecord['supplements'][number]['items']): string[] =>
  itemsOf(items).map(({ what, why }) => (why ? `${what} (${why})` : what))

const MILESTONE_OF: Record<string, MilestoneKey> = {
  'case.check': 'checked',
  'case.answer_supplement': 'supplemented',
  'case.conclude_consultation': 'consulted',
  'case.approve': 'approved',
  'case.decline': 'refused',
  'case.refuse': 'dossier_refused',
  'case.return': 'returned',
  'case.lapse': 'returned',
  'case.resume': 'resumed',
  'case.withdraw': 'withdrawn',
  'case.close': 'closed',
}

/** What became of a later day: still to be asked for, asked, granted or not; null once it is too late to ask. */
function extensionOf(supplement: CaseRecord['supplements'][number], today: Day): SupplementAsked['extension'] {
  const facts = extensionFactsOf(supplement)
  const { asked, granted } = facts
  if (asked !== null) return { state: granted === null ? 'waiting' : granted ? 'granted' : 'denied', day: asked }
  return canAskExtension(facts, addDays(facts.dueDay, 1), today).ok ? { state: 'open', day: facts.dueDay } : null
}

/** The last day by which an agency that has not answered may answer. */
function consultationDueOf(record: CaseRecord): Day | null {
  const waiting = record.consultations.filter(({ answeredAt }) => answeredAt === null)
  return (
    waiting
      .map(({ dueDay }) => toDay(dueDay))
      .sort()
      .at(-1) ?? null
  )
}

/** The last day on which each event happened, from the record and the case's own rows. */
function daysOf(record: CaseRecord, events: { act: string; at: Date }[]): Partial<Record<MilestoneKey, Day>> {
  const on: Partial<Record<MilestoneKey, Day>> = { submitted: dayInVietnam(record.submittedAt) }
  for (const { act, at } of events) {
    const key = MILESTONE_OF[act]
    if (key) on[key] = dayInVietnam(at)
    if (act === 'case.receive') on.received = dayInVietnam(at)
  }
  const recommendation = record.recommendations[0]
  if (recommendation) on.assessed = dayInVietnam(recommendation.proposedAt)
  if (recommendation?.review && recommendation.review !== 'challenged' && recommendation.reviewedAt) {
    on.reviewed = dayInVietnam(recommendation.reviewedAt)
  }
  if (on.approved && on.closed) on.fulfilled = on.closed
  return on
}
