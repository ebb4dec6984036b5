import { ok, refuse, type Verdict } from '../verdict'
import { type Calendar, describeDay } from './calendar'
import { addDays, type Day, daysBetween } from './day'
import { type CountReason, type Deadline, deadline, isOverdue, remaining, type TimeUnit } from './deadline'

/**
 * A stretch of a clock: who had the matter, from the day of one event to the day of the next, both included;
 * `to` is null while it lasts. The clock stands still where `counts` is false.
 * Two segments may share a day: on it a pause goes before a counting segment, else the later one holds.
 */
export interface Segment {
  from: Day
  to: Day | null
  holder: string
  reason: string
  counts: boolean
}

/** A limit that runs. `startDay` is the day of the event as of which it counts, itself not counted. */
export interface Clock {
  unit: TimeUnit
  limit: number
  startDay: Day
  segments: readonly Segment[]
}

/** An event on a clock: the day it happened, who has the matter from then on, and why. */
export interface Handover {
  on: Day
  holder: string
  reason: string
}

const isOpen = (segment: Segment): boolean => segment.to === null

const closeAt = (segments: readonly Segment[], on: Day, which: (segment: Segment) => boolean): Segment[] =>
  segments.map((segment) => (isOpen(segment) && which(segment) ? { ...segment, to: on } : segment))

const inOrder = (segments: readonly Segment[], on: Day): boolean =>
  segments.every((segment) => segment.from <= on && (segment.to === null || segment.to <= on))

const outOfOrder = (): Verdict<never> => refuse('out-of-range', undefined, 'on')

/** Whether the clock stands still. */
export const isPaused = (segments: readonly Segment[]): boolean =>
  segments.some((segment) => isOpen(segment) && !segment.counts)

/** The last day of a clock that was stopped for good; null while it runs or stands still. */
export const endOf = (segments: readonly Segment[]): Day | null => {
  let end: Day | null = null
  for (const { to } of segments) {
    if (to === null) return null
    if (end === null || to > end) end = to
  }
  return end
}

const hasEnded = (segments: readonly Segment[]): boolean => endOf(segments) !== null

/**
 * Starts the clock, or hands the matter to another holder, as of a day. Returns new segments.
 * Refuses with `state-forbids` while paused or after the end, `out-of-range` before the latest event.
 */
export const open = (segments: readonly Segment[], event: Handover): Verdict<Segment[]> => {
  if (isPaused(segments) || hasEnded(segments)) return refuse('state-forbids')
  if (!inOrder(segments, event.on)) return outOfOrder()
  const { on: from, holder, reason } = event
  return ok([...closeAt(segments, from, () => true), { from, to: null, holder, reason, counts: true }])
}

/**
 * Stops the clock as of the day of a request, which is the first paused day. Pauses for different reasons may
 * overlap. Returns new segments. Refuses with `state-forbids` when the clock was never started, has ended or is
 * already paused for this reason, `out-of-range` before the latest event.
 */
export const pause = (segments: readonly Segment[], event: Handover): Verdict<Segment[]> => {
  const { on: from, holder, reason } = event
  const same = segments.some((segment) => isOpen(segment) && !segment.counts && segment.reason === reason)
  if (segments.length === 0 || hasEnded(segments) || same) return refuse('state-forbids')
  if (!inOrder(segments, from)) return outOfOrder()
  const stopped = closeAt(segments, from, (segment) => segment.counts)
  return ok([...stopped, { from, to: null, holder, reason, counts: false }])
}

/**
 * Ends the pause whose reason is `answers` (every open one when not given) on the day of the answer, which is the
 * last paused day, and gives the matter to `holder`; with another pause still open the clock stays paused.
 * Returns new segments. Refuses with `state-forbids` when there is no such pause, `out-of-range` before the latest
 * event.
 */
export const resume = (segments: readonly Segment[], event: Handover & { answers?: string }): Verdict<Segment[]> => {
  const { on, holder, reason, answers } = event
  const answered = (segment: Segment) => !segment.counts && (answers === undefined || segment.reason === answers)
  if (!segments.some((segment) => isOpen(segment) && answered(segment))) return refuse('state-forbids')
  if (!inOrder(segments, on)) return outOfOrder()
  const closed = closeAt(segments, on, answered)
  return ok(isPaused(closed) ? closed : [...closed, { from: on, to: null, holder, reason, counts: true }])
}

/**
 * Stops the clock for good on a day: the matter is settled or given back. Returns new segments.
 * Refuses with `state-forbids` when it never started or has ended, `out-of-range` before the latest event.
 */
export const close = (segments: readonly Segment[], on: Day): Verdict<Segment[]> => {
  if (segments.length === 0 || hasEnded(segments)) return refuse('state-forbids')
  return inOrder(segments, on) ? ok(closeAt(segments, on, () => true)) : outOfOrder()
}

/** A pause that is open lasts, as far as is known, until today. */
const pausedOn =
  (segments: readonly Segment[], today: Day) =>
  (day: Day): boolean =>
    segments.some(({ counts, from, to }) => !counts && from <= day && day <= (to ?? (from > today ? from : today)))

export interface ClockDue extends Deadline {
  /** The clock stands still: the due day is what it would be if the answer came today. */
  projected: boolean
}

/**
 * The due day of a clock: no paused day counts or ends the limit, overlapping pauses cover a day once.
 * A pause that began after the due day changes nothing. Refuses as `deadline` does.
 */
export const dueOf = (calendar: Calendar, clock: Clock, today: Day): Verdict<ClockDue> => {
  const { startDay: received, limit, unit, segments } = clock
  const verdict = deadline(calendar, { received, limit, unit }, pausedOn(segments, today))
  if (!verdict.ok) return verdict
  const { due } = verdict.value
  const projected = segments.some((segment) => isOpen(segment) && !segment.counts && segment.from <= due)
  return ok({ ...verdict.value, projected })
}

export interface LedgerDay {
  date: Day
  holder: string
  reason: string
  /** Uses up a day of the limit. Days after the due day never do. */
  counted: boolean
  why: CountReason
  paused: boolean
  off: boolean
  overdue: boolean
}

/** The days one holder had. `days` is all of them: working days and days off. */
export interface HolderDays {
  holder: string
  days: number
  workingDays: number
  daysOff: number
  pausedDays: number
  countedDays: number
  overdueDays: number
}

export interface Ledger {
  due: Day
  projected: boolean
  provisional: boolean
  /** The last day listed: today, or the day the clock was stopped for good. */
  asOf: Day
  overdue: boolean
  /** Left from `asOf` to the due day, in the clock's unit; negative when overdue. */
  remaining: number
  days: LedgerDay[]
  /** One row for each holder, in the order in which they first had the matter. */
  holders: HolderDays[]
}

const holderOn = (segments: readonly Segment[], day: Day): Segment | undefined => {
  const then = segments.filter(({ from, to }) => from <= day && (to === null || day <= to))
  return then.findLast((segment) => !segment.counts) ?? then.at(-1)
}

const sumByHolder = (days: readonly LedgerDay[]): HolderDays[] => {
  const rows = new Map<string, HolderDays>()
  for (const { holder, off, paused, counted, overdue } of days) {
    const row = rows.get(holder) ?? {
      holder,
      days: 0,
      workingDays: 0,
      daysOff: 0,
      pausedDays: 0,
      countedDays: 0,
      overdueDays: 0,
    }
    row.days += 1
    row.workingDays += off ? 0 : 1
    row.daysOff += off ? 1 : 0
    row.pausedDays += paused ? 1 : 0
    row.countedDays += counted ? 1 : 0
    row.overdueDays += overdue ? 1 : 0
    rows.set(holder, row)
  }
  return [...rows.values()]
}

/**
 * Who had the matter, and how long: each calendar day from the start day to today (or the end of the clock) with
 * exactly one holder. Empty days when today is before the start. Refuses as `deadline` does, with
 * `calendar-not-published` when today is outside the calendar, and with `state-forbids` when the segments leave
 * a day without a holder.
 */
export const ledger = (calendar: Calendar, clock: Clock, today: Day): Verdict<Ledger> => {
  const { segments, startDay, unit } = clock
  const verdict = dueOf(calendar, clock, today)
  if (!verdict.ok) return verdict
  const { due, projected, provisional, days: limitDays } = verdict.value
  const end = endOf(segments)
  const asOf = end !== null && end < today ? end : today
  const paused = pausedOn(segments, today)
  const days: LedgerDay[] = []
  for (let date = startDay; date <= asOf; date = addDays(date, 1)) {
    const described = describeDay(calendar, date)
    if (!described.ok) return described
    const segment = holderOn(segments, date)
    if (!segment) return refuse('state-forbids', { day: date })
    const { holder, reason } = segment
    const read = limitDays[daysBetween(startDay, date)]
    const isPausedDay = paused(date)
    days.push({
      date,
      holder,
      reason,
      counted: read?.counted ?? false,
      why: read?.why ?? (isPausedDay ? 'paused' : described.value.kind),
      paused: isPausedDay,
      off: !described.value.working,
      overdue: isOverdue(date, due),
    })
  }
  const left = remaining(calendar, asOf, due, unit)
  if (!left.ok) return left
  return ok({
    due,
    projected,
    provisional,
    asOf,
    overdue: isOverdue(asOf, due),
    remaining: left.value,
    days,
    holders: sumByHolder(days),
  })
}
