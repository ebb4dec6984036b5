import type { Role } from '../party/permission'

/** When somebody is told by mail of what stands in their notices anyway. */
export const RHYTHMS = ['at_once', 'daily', 'never'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/**
 * How a kind of message treats its reader's wish. `mail_only`: its link opens something, so that it is nowhere but in
 * the mail. `legal`: a time runs from it or a right hangs on it; always mailed at once. `own`: its rhythm is set where it
 * comes from. `choice`: as the reader wishes.
 */
export type NoticeRule = 'mail_only' | 'legal' | 'own' | 'choice'

const MAIL_ONLY = ['verify_email', 'reset_password', 'invitation', 'member_invitation', 'already_registered', 'digest']

/** Kinds a reader may slow down or silence, and the roles they come to. */
export const CHOICE_KINDS = {
  case_message: ['investor', 'intake', 'officer', 'head', 'director'],
  step_recorded: ['investor'],
  enquiry_received: ['investor'],
  enquiry_answered: ['investor'],
  member_joined: ['investor'],
  supplement_answered: ['officer'],
  consultation_answered: ['officer'],
  extension_asked: ['officer'],
  condition_proved: ['officer'],
  facts_stale: ['developer', 'officer', 'head'],
  plots_withdrawn: ['developer', 'officer', 'head'],
} as const satisfies Record<string, readonly Role[]>
export type ChoiceKind = keyof typeof CHOICE_KINDS

const isChoice = (kind: string): kind is ChoiceKind => Object.hasOwn(CHOICE_KINDS, kind)

/** The rule of a kind. What is not listed is treated as legal: nobody silences what nobody thought of. */
export function ruleOf(kind: string): NoticeRule {
  if (MAIL_ONLY.includes(kind)) return 'mail_only'
  if (kind === 'need_alert') return 'own'
  return isChoice(kind) ? 'choice' : 'legal'
}

/** When a message of a kind is mailed to somebody who wished for a rhythm, or for none. */
export const rhythmOf = (kind: string, wished: string | null): Rhythm =>
  ruleOf(kind) === 'choice' ? (RHYTHMS.find((rhythm) => rhythm === wished) ?? 'at_once') : 'at_once'

/** The kinds that come to somebody with these roles and may be slowed down, in their order. */
export const choicesFor = (roles: readonly Role[]): ChoiceKind[] =>
  (Object.keys(CHOICE_KINDS) as ChoiceKind[]).filter((kind) =>
    CHOICE_KINDS[kind].some((role: Role) => roles.includes(role)),
  )

const DIGEST_HOUR = 7
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Vietnam keeps UTC+7 the whole year. */
const DIGEST_OFFSET_MS = (DIGEST_HOUR - 7) * HOUR_MS

/** The last seven o'clock in the morning, in Vietnam, at or before an instant: what came before it is in that digest. */
export const digestTime = (now: Date): Date =>
  new Date(Math.floor((now.getTime() - DIGEST_OFFSET_MS) / DAY_MS) * DAY_MS + DIGEST_OFFSET_MS)
