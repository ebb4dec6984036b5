import type { DeclineReason } from '~/domain/land/developer-answer'
import type { BecameTrue } from '~/domain/match/saved-needs'
import type { ChangedRole } from '~/domain/party/membership'
import type { MemberRole } from '~/domain/party/permission'
import type { Text } from '~/domain/text'

/** To whom, and the address of the page to act on. */
interface Addressed {
  name: string
  link: string
}

interface AboutCase extends Addressed {
  /** CM-YYYY-NNNNNN */
  number: string
}

/** What each mail needs. Days are YYYY-MM-DD; a link is a whole address. */
export interface MailData {
  verify_email: Addressed & { validHours: number }
  reset_password: Addressed & { validHours: number }
  invitation: Addressed & { role: string; validDays: number }
  member_invitation: Addressed & { by: string; organization: string; role: string; validDays: number }
  member_joined: Addressed & { person: string; organization: string; role: MemberRole }
  membership_changed: Addressed & { organization: string; change: ChangedRole | 'ended' }
  delegation_changed: Addressed & DelegationChange
  already_registered: Addressed
  password_changed: Addressed
  interest_submitted: AboutCase & { land: string; intakeDueDay: string }
  case_received: AboutCase & { dueDay: string }
  case_returned: AboutCase & { reason: string }
  supplement_requested: AboutCase & { items: string[]; answerByDay: string }
  supplement_answered: AboutCase & { organization: string }
  consultation_asked: AboutCase & { question: string; dueDay: string }
  consultation_reminder: AboutCase & { question: string; dueDay: string }
  consultation_answered: AboutCase & { agency: string }
  case_suspended: AboutCase & { reason: string }
  case_resumed: AboutCase
  case_apology: AboutCase & { newDay: string; reason: string }
  extension_asked: AboutCase & { organization: string; day: string }
  extension_granted: AboutCase & { day: string }
  extension_denied: AboutCase & { day: string }
  /** `stopLink` ends the alerts of this need. */
  need_alert: Addressed & {
    need: string
    sites: { site: string; became: readonly BecameTrue[] }[]
    more: number
    stopLink: string
  }
  /** `by` wrote it; `words` are the message itself. */
  case_message: AboutCase & { by: string; words: string }
  digest: Addressed & { items: { subject: string; link: string | null }[] }
  decision_approved: AboutCase & { heldThroughDay: string | null; developerOfferRequired: boolean }
  decision_refused: AboutCase & { reason: string }
  dossier_refused: AboutCase & { reason: string }
  hold_activated: AboutCase & AboutHold
  hold_extended: AboutCase & AboutHold
  hold_released: AboutCase & AboutHold
  hold_converted: AboutCase & AboutHold
  hold_expired: AboutCase & AboutHold
  waiting_offered: AboutCase & { plots: string; day: string }
  waiting_lapsed: AboutCase & { plots: string }
  waiting_lost: AboutCase & { code: string; became: string }
  /** To the developer of the land: nothing of who asks. */
  developer_asked: AboutCase & { plots: string; dueDay: string }
  developer_silent: AboutCase & { plots: string; dueDay: string }
  developer_replied: AboutCase
  developer_answered: AboutCase & { outcome: 'offered' | 'declined' }
  developer_offered: AboutCase & { day: string; price: string; conditions: string | null }
  developer_declined: AboutCase & { code: DeclineReason; text: string | null }
  developer_question: AboutCase & { question: string }
  condition_proved: AboutCase & { condition: string }
  condition_accepted: AboutCase & { condition: string; text: string }
  condition_returned: AboutCase & { condition: string; text: string }
  enquiry_received: AboutCase & { about: string }
  enquiry_answered: AboutCase & { about: string; answer: string }
  facts_stale: Addressed & { items: (StaleFact & { leavesDay: string })[] }
  plots_withdrawn: Addressed & { items: StaleFact[]; graceDays: number }
  step_recorded: AboutCase & {
    step: Text
    agency: Text
    event: 'received' | 'supplement' | 'result'
    dueDay: string | null
  }
}

type DelegationChange = { by: string; change: 'given' | 'ended'; paper: string; fromDay: string; untilDay: string }

/** Held land: its codes, the last day it is held or the first of its lease, why it was given back. */
export interface AboutHold {
  plots: string
  day: string | null
  reason: string | null
}

/** A figure of land that ran out. */
export interface StaleFact {
  code: string
  key: string
  untilDay: string
}

export type MailKind = keyof MailData
