import { addDays, type Day } from '../time/day'
import { ok, refuse, type Verdict } from '../verdict'
import type { CaseDue } from './due'
import { type CaseState, isOpen } from './state'

/** Who has a case in each state that is neither waiting nor ended: who the clock is given back to. */
const HOLDERS: Partial<Record<CaseState, 'intake' | 'officer' | 'head' | 'director'>> = {
  submitted: 'intake',
  received: 'intake',
  in_check: 'officer',
  in_assessment: 'officer',
  in_review: 'head',
  awaiting_decision: 'director',
}

/** Who of the office has the matter in a state; the officer where the state itself does not say. */
export const holderIn = (state: CaseState): 'intake' | 'officer' | 'head' | 'director' => HOLDERS[state] ?? 'officer'

/**
 * Whether the office may send its apology (form 04) with a new day: the day it named is today or over and the clock
 * does not stand still; the new day is ahead. Refuses `state-forbids`, `not-yet-due`, `days-reversed` for `newDay`.
 */
export function canApologise(
  facts: { state: CaseState; due: CaseDue | null; promisedDay: Day | null },
  newDay: Day | null,
  today: Day,
): Verdict<true> {
  const { state, due, promisedDay } = facts
  if (!isOpen(state) || due === null || due.paused) return refuse('state-forbids')
  const named = promisedDay !== null && promisedDay > due.day ? promisedDay : due.day
  if (today < named) return refuse('not-yet-due', { day: named })
  return newDay === null || newDay > today ? ok(true) : refuse('days-reversed', { from: addDays(today, 1) }, 'newDay')
}

/** What is known of an open request for a supplement when a later day is asked for it. */
export interface ExtensionFacts {
  dueDay: Day
  answered: boolean
  /** The day asked for; null where nobody asked. */
  asked: Day | null
  granted: boolean | null
}

/**
 * Whether the investor may ask for a later day: once, while it can still answer, for a day after the due day.
 * Refuses `state-forbids`, `out-of-range` for `day`.
 */
export function canAskExtension(facts: ExtensionFacts, day: Day, today: Day): Verdict<true> {
  if (facts.answered || facts.asked !== null || today > facts.dueDay) return refuse('state-forbids')
  return day > facts.dueDay ? ok(true) : refuse('out-of-range', undefined, 'day')
}

/** Whether the officer may still say yes or no to the day asked for. Refuses `state-forbids`. */
export const canDecideExtension = (facts: ExtensionFacts): Verdict<true> =>
  facts.asked !== null && facts.granted === null && !facts.answered ? ok(true) : refuse('state-forbids')
