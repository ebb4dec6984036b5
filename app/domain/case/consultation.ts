import { type Calendar, describeDay, mayEndOn } from '../time/calendar'
import { addDays, type Day } from '../time/day'
import { ok, refuse, type Verdict } from '../verdict'

/** What a consulted agency may say. */
export const OPINIONS = ['agree', 'agree_with_conditions', 'disagree', 'no_opinion'] as const
export type Opinion = (typeof OPINIONS)[number]

/**
 * What silence by the due day means: consent where a rule of law says so (as Law 143/2025/QH15 Art 35 and
 * Decree 96/2026/ND-CP do for opinions on policy approval), else that there is no answer.
 */
export const SILENCE_RULES = ['consent', 'no_answer'] as const
export type SilenceRule = (typeof SILENCE_RULES)[number]

export interface ConsultationFacts {
  dueDay: Day
  silence: SilenceRule
  answeredDay: Day | null
}

/** How a question to an agency stands on a day. Silence counts from the day after the due day. */
export type ConsultationStanding = 'waiting' | 'answered' | 'consented_by_silence' | 'no_answer'

/** How one question stands today; an answer after the due day still counts as an answer. */
export const standingOf = (asked: ConsultationFacts, today: Day): ConsultationStanding => {
  if (asked.answeredDay !== null) return 'answered'
  if (today <= asked.dueDay) return 'waiting'
  return asked.silence === 'consent' ? 'consented_by_silence' : 'no_answer'
}

/** Whether the consultation may be concluded: nobody is still in time to answer. Refuses `consultation-open`. */
export const canConclude = (all: readonly ConsultationFacts[], today: Day): Verdict<true> => {
  const open = all.filter((asked) => standingOf(asked, today) === 'waiting').length
  return open === 0 ? ok(true) : refuse('consultation-open', { open })
}

/**
 * A new due day of a question that is asked again: later than the one before, and one on which a period may end, for a
 * question nobody answered. Refuses `state-forbids` after the answer; for the field `dueDay` `day-not-later` with the
 * day that stands, `day-past`, `day-off`.
 */
export const extendDue = (calendar: Calendar, asked: ConsultationFacts, to: Day, today: Day): Verdict<Day> => {
  if (asked.answeredDay !== null) return refuse('state-forbids')
  if (to <= asked.dueDay) return refuse('day-not-later', { day: asked.dueDay }, 'dueDay')
  const ends = mayEndOn(calendar, to, today)
  return ends.ok ? ok(to) : refuse(ends.refusal.code, ends.refusal.values, 'dueDay')
}

/**
 * Whether an agency is reminded today: on the working day before the due day, and on the due day itself; each once.
 * Days beyond the calendar are taken as working days.
 */
export const isReminderDay = (calendar: Calendar, asked: ConsultationFacts, today: Day): boolean => {
  if (standingOf(asked, today) !== 'waiting') return false
  if (today === asked.dueDay) return true
  let before = addDays(asked.dueDay, -1)
  for (let looked = 0; looked < 30; looked += 1) {
    const described = describeDay(calendar, before)
    if (!described.ok || described.value.working) break
    before = addDays(before, -1)
  }
  return today === before
}
