import type { Day } from '../time/day'
import { type CaseState, isOpen } from './state'

/** The events a case passes, in their order; those of `ASIDE` only when they happen. */
const LINE = ['submitted', 'received', 'checked', 'assessed', 'reviewed', 'approved', 'fulfilled'] as const
const ASIDE = ['supplemented', 'consulted', 'resumed'] as const
const END = ['refused', 'dossier_refused', 'returned', 'withdrawn', 'closed'] as const

/** `decided` stands for the decision while it is not known; then it is `approved` or `refused`. */
export type MilestoneKey = (typeof LINE)[number] | (typeof ASIDE)[number] | (typeof END)[number] | 'decided'

export type MilestoneRole = 'applicant' | 'intake' | 'officer' | 'head' | 'director' | 'agency'

export interface MilestoneHolder {
  role: MilestoneRole
  /** The officer's label, where the holder is the officer and one is assigned. */
  label: string | null
}

export interface Milestone {
  key: MilestoneKey
  state: 'done' | 'now' | 'next'
  /** The day it was done. */
  on?: Day
  /** The day it is due: of the one that is now, and of the decision. */
  until?: Day
  /** `until` is what it would be if the clock ran again from today. */
  projected?: boolean
  /** Who does it, or did it. */
  holder: MilestoneHolder
}

/** What the line of milestones is made of. */
export interface CaseFacts {
  state: CaseState
  /** The state left, while the case waits. */
  stateLeft?: CaseState | null
  /** The last day on which each event happened. */
  on: Partial<Record<MilestoneKey, Day>>
  officerLabel?: string | null
  /** The day by which intake answers. */
  intakeDue?: Day | null
  /** The due day of the case's own clock, and whether it is a projection. */
  due?: Day | null
  projected?: boolean
  supplementDue?: Day | null
  consultationDue?: Day | null
  fulfilmentDue?: Day | null
}

const ROLE_OF: Record<MilestoneKey, MilestoneRole> = {
  submitted: 'applicant',
  received: 'intake',
  checked: 'officer',
  supplemented: 'applicant',
  consulted: 'agency',
  resumed: 'head',
  assessed: 'officer',
  reviewed: 'head',
  decided: 'director',
  approved: 'director',
  fulfilled: 'officer',
  refused: 'director',
  dossier_refused: 'intake',
  returned: 'intake',
  withdrawn: 'applicant',
  closed: 'officer',
}

const AHEAD: Partial<Record<CaseState, MilestoneKey>> = {
  submitted: 'received',
  received: 'checked',
  in_check: 'checked',
  in_assessment: 'assessed',
  awaiting_supplement: 'supplemented',
  in_consultation: 'consulted',
  suspended: 'resumed',
  in_review: 'reviewed',
  awaiting_decision: 'approved',
  approved: 'fulfilled',
  in_fulfilment: 'fulfilled',
}

const indexOf = (key: MilestoneKey | undefined): number => (LINE as readonly (MilestoneKey | undefined)[]).indexOf(key)

const roleOf = (key: MilestoneKey, facts: CaseFacts): MilestoneRole => {
  if (key === 'checked' && facts.state === 'received') return 'intake'
  return ROLE_OF[key]
}

const dueOfKey = (key: MilestoneKey, facts: CaseFacts): Day | null | undefined => {
  if (key === 'received') return facts.intakeDue
  if (key === 'supplemented') return facts.supplementDue
  if (key === 'consulted') return facts.consultationDue ?? facts.due
  if (key === 'fulfilled') return facts.fulfilmentDue
  return key === 'resumed' ? null : facts.due
}

const make = (key: MilestoneKey, state: Milestone['state'], facts: CaseFacts): Milestone => {
  const role = roleOf(key, facts)
  const holder = { role, label: role === 'officer' ? (facts.officerLabel ?? null) : null }
  const shown = key === 'approved' && state !== 'done' ? 'decided' : key
  const on = facts.on[key]
  if (state === 'done') return on ? { key: shown, state, on, holder } : { key: shown, state, holder }
  const until = state === 'now' || shown === 'decided' ? dueOfKey(key, facts) : null
  if (!until) return { key: shown, state, holder }
  const made: Milestone = { key: shown, state, until, holder }
  return facts.projected && until === facts.due ? { ...made, projected: true } : made
}

/** Asides stand before the first later event of the line that is as late or later than they. */
const withAsides = (line: Milestone[], now: MilestoneKey | undefined, facts: CaseFacts): Milestone[] => {
  const result = [...line]
  for (const key of ASIDE) {
    const on = facts.on[key]
    if (!on || key === now) continue
    const later = result.findIndex(
      (milestone) =>
        milestone.state !== 'done' ||
        (milestone.on !== undefined && milestone.on >= on && indexOf(milestone.key) > indexOf('received')),
    )
    result.splice(later < 0 ? result.length : later, 0, make(key, 'done', facts))
  }
  return result
}

const endedLine = (facts: CaseFacts): Milestone[] => {
  const passed = LINE.filter((key) => facts.on[key] !== undefined || key === 'submitted')
  const line = withAsides(
    passed.map((key) => make(key, 'done', facts)),
    undefined,
    facts,
  )
  const ends = END.filter((key) => key === facts.state || (facts.state === 'closed' && facts.on[key] !== undefined))
  return [...line, ...ends.map((key) => make(key, 'done', facts))]
}

/**
 * The line of milestones of a case for the investor and the public: what is done and when, the one that is now with
 * who has it and until when, and what comes next. An open case has exactly one that is now, an ended one none.
 * What was done before a case was sent back is ahead again.
 */
export const milestones = (facts: CaseFacts): Milestone[] => {
  if (!isOpen(facts.state)) return endedLine(facts)
  const now = AHEAD[facts.state]
  const aside = now !== undefined && indexOf(now) < 0 ? now : null
  const reached = indexOf(aside ? AHEAD[facts.stateLeft ?? 'in_assessment'] : now)
  const done = LINE.slice(0, reached).map((key) => make(key, 'done', facts))
  const ahead = LINE.slice(reached).map((key, at) => make(key, !aside && at === 0 ? 'now' : 'next', facts))
  const between = aside ? [make(aside, 'now', facts)] : []
  return withAsides([...done, ...between, ...ahead], now, facts)
}
