import type { Calendar } from '../time/calendar'
import { type Clock, dueOf, endOf } from '../time/clock'
import { addDays, type Day, daysBetween } from '../time/day'
import { isOverdue, remaining, type TimeUnit } from '../time/deadline'
import { type CaseState, isOpen } from './state'

/** What the due day of a case is read from. */
export interface DueFacts {
  state: CaseState
  /** The day by which intake answers. */
  intakeDue: Day
  /** Working days intake has. */
  intakeLimit: number
  /** The case's own clock, once it was received. */
  clock: Clock | null
}

export interface CaseDue {
  day: Day
  /** Left until the due day in `unit`, negative when late. */
  left: number
  /** The whole limit, in `unit`. */
  of: number
  unit: TimeUnit
  overdue: boolean
  /** The clock stands still: the day is what it would be if it ran again from today. */
  paused: boolean
}

/**
 * The day the office owes its next answer on a case: intake's while it is submitted, then that of the case's own
 * clock. Null where nothing runs: the case has ended or is decided, or the calendar does not reach that far.
 */
export function caseDue(calendar: Calendar, facts: DueFacts, today: Day): CaseDue | null {
  if (!isOpen(facts.state)) return null
  if (facts.state === 'submitted') {
    return made(calendar, today, { day: facts.intakeDue, of: facts.intakeLimit, unit: 'working_day', paused: false })
  }
  const { clock } = facts
  if (!clock || endOf(clock.segments) !== null) return null
  const due = dueOf(calendar, clock, today)
  if (!due.ok) return null
  return made(calendar, today, { day: due.value.due, of: clock.limit, unit: clock.unit, paused: due.value.projected })
}

/**
 * The day the office owes its next answer, as it is kept with the case: that of `caseDue`, null where nobody of the
 * office is due: the case has ended, is decided, waits with its clock standing still, or the calendar does not reach
 * so far. It moves with the case and the calendar, never with today.
 */
export function nextDueDay(calendar: Calendar, facts: Pick<DueFacts, 'state' | 'intakeDue' | 'clock'>): Day | null {
  if (!isOpen(facts.state)) return null
  if (facts.state === 'submitted') return facts.intakeDue
  const { clock } = facts
  if (!clock || endOf(clock.segments) !== null) return null
  const due = dueOf(calendar, clock, clock.startDay)
  return due.ok && !due.value.projected ? due.value.due : null
}

/** Days left, in the limit's own unit, from which on a case is at risk. */
export const AT_RISK_DAYS = 3

/**
 * The last day on which something falls due that is at risk today: with at most `AT_RISK_DAYS` working days left.
 * Beyond the published calendar days count as they come.
 */
export function atRiskUntil(calendar: Calendar, today: Day): Day {
  let until = today
  for (let next = addDays(today, 1); ; next = addDays(next, 1)) {
    const left = remaining(calendar, today, next, 'working_day')
    if ((left.ok ? left.value : daysBetween(today, next)) > AT_RISK_DAYS) return until
    until = next
  }
}

function made(calendar: Calendar, today: Day, due: Pick<CaseDue, 'day' | 'of' | 'unit' | 'paused'>): CaseDue | null {
  const left = remaining(calendar, today, due.day, due.unit)
  return left.ok ? { ...due, left: left.value, overdue: isOverdue(today, due.day) } : null
}
