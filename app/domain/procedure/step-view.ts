import type { Text } from '../text'
import type { Day } from '../time/day'
import type { TimeUnit } from '../time/deadline'
import type { StepMove, StepState } from './step-state'

/** A step as people see it. */
export interface StepView {
  id: string
  rowVersion: number
  position: number
  code: string
  versionCode: string
  /** No published version covers the day the step begins. */
  versionToConfirm: boolean
  name: Text
  agency: Text
  legalBasis: string
  dossier: { text: Text; required: boolean }[]
  result: Text
  state: StepState
  stage: 'done' | 'now' | 'next'
  optional: boolean
  limit: { value: number; unit: TimeUnit; assumed: boolean } | null
  plannedStart: Day | null
  plannedEnd: Day | null
  receivedDay: Day | null
  resultDay: Day | null
  note: string | null
  resultFile: { id: string; fileName: string } | null
  /** Of a running step. Null beyond the published calendar: `dueUnknown` says so. */
  due: { day: Day; projected: boolean; overdue: boolean; remaining: number | null } | null
  dueUnknown: boolean
  paused: boolean
  /** Who has a running step. */
  holder: 'agency' | 'applicant' | null
  /** Procedures that are not over yet and have to be. */
  waitsFor: { code: string; name: Text }[]
  /** What the step's state allows; an optional step alone can be set aside. */
  moves: StepMove[]
}

/** The roadmap of a case as people see it. */
export interface CaseRoadmap {
  trackCode: string
  trackName: Text | null
  startDay: Day
  steps: StepView[]
  /** How many have ended. */
  done: number
}
