import type { Text } from '../text'
import { ok, refuse, type Verdict } from '../verdict'
import type { SignedFor } from './signing'
import type { SupplementType } from './supplement'

/** What can happen to a case that may leave the house on paper. */
export const LETTER_OUTCOMES = [
  'received',
  'returned',
  'refused_at_intake',
  'supplement_requested',
  'supplement_lapsed',
  'overdue',
  'suspended',
  'resumed',
  'approved',
  'refused',
  'held',
  'hold_ended',
  'withdrawn',
  'closed',
] as const
export type LetterOutcome = (typeof LETTER_OUTCOMES)[number]

export const LETTER_KINDS = [
  'official_receipt',
  'supplement_request',
  'refusal_of_dossier',
  'return_letter',
  'decision_approval',
  'decision_refusal',
  'apology',
  'stop_notice',
  'hold_notice',
  'release_notice',
] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

const LETTER_OF: Record<LetterOutcome, LetterKind | null> = {
  received: 'official_receipt',
  returned: 'return_letter',
  refused_at_intake: 'refusal_of_dossier',
  supplement_requested: 'supplement_request',
  supplement_lapsed: 'return_letter',
  overdue: 'apology',
  suspended: 'stop_notice',
  resumed: null,
  approved: 'decision_approval',
  refused: 'decision_refusal',
  held: 'hold_notice',
  hold_ended: 'release_notice',
  withdrawn: null,
  closed: null,
}

/**
 * The letter an outcome issues; null where none leaves the house.
 * Forms 01 to 05 are those of Circular 03/2025/TT-VPCP.
 */
export const letterKindFor = (outcome: LetterOutcome): LetterKind | null => LETTER_OF[outcome]

export const isLetterKind = (value: unknown): value is LetterKind => LETTER_KINDS.includes(value as LetterKind)

/** Why a case may be refused, by the intake (`dossier`) or by the director (`decision`), given back (`return`) or made to wait (`stop`). */
export const LETTER_REASONS = {
  dossier: ['not_competent', 'not_eligible', 'duplicate', 'untrue', 'other'],
  return: ['incomplete', 'wrong_form', 'unreadable', 'supplement_lapsed', 'applicant_asked', 'other'],
  decision: [
    'plot_not_available',
    'sector_not_allowed',
    'plan_conflict',
    'capacity_short',
    'environment_not_met',
    'finance_not_shown',
    'defence_security',
    'other',
  ],
  stop: ['financial_obligation', 'land_price', 'higher_opinion', 'explanation', 'inspection', 'other'],
} as const
export type DossierReason = (typeof LETTER_REASONS.dossier)[number]
export type ReturnReason = (typeof LETTER_REASONS.return)[number]
export type StopReason = (typeof LETTER_REASONS.stop)[number]
export type DecisionReason = (typeof LETTER_REASONS.decision)[number]

/** What somebody typed (one language, printed as typed) or a text kept in three. */
export type Words = string | Text

/** What every letter carries. Plain JSON: it is frozen with the letter. Days are YYYY-MM-DD, instants ISO 8601 UTC. */
export interface LetterHead {
  /** The code `/verify` checks, as `makeCode` wrote it; null on a draft, which nobody can check. */
  code: string | null
  /** The office's own number by its scheme; null on a draft. */
  number: string | null
  /** The number this letter has in the office's register, typed in and never made here. */
  officialCode: string | null
  /** Address of the site without a slash at the end. */
  baseUrl: string
  caseNumber: string
  /** The number the dossier has in the office's register, typed in and never made here. */
  caseCode: string | null
  issuedDay: string
  place: Text
  agency: { parent: Text | null; name: Text; contact: string | null }
  applicant: {
    name: string
    /** Tax code or foreign registration number. */
    registration: string | null
    address: string | null
    /** Through whom the letter is addressed: an agent whose mandate holds on the day of the letter. */
    agent: string | null
    contactName: string | null
    phone: string | null
    email: string | null
  }
  project: string
  zone: Text
  plots: { code: string; areaM2: number }[]
  /** Nobody signs what the system tells by itself: no name. */
  signer: { name: string | null; title: Text; for: SignedFor | null }
  /** Who else gets a copy, besides the applicant and the file. */
  copies: Words[]
  /** Demonstration data: every page says so. */
  illustrative: boolean
}

export interface OfficialReceiptData extends LetterHead {
  /** Papers of the dossier that intake found there, as the procedure in force calls them. */
  papers: Text[]
  /** The files; kinds are `INTEREST_DOCUMENT_KINDS`. */
  documents: { kind: string; fileName: string }[]
  receivedAt: string
  /** The day the clock counts from. */
  countsFromDay: string
  limit: { amount: number; unit: 'day' | 'working_day'; officeStandard: boolean }
  dueDay: string
}

export interface SupplementRequestData extends LetterHead {
  items: { type: SupplementType; what: Words; why: Words | null; again: Words | null }[]
  reason: Words | null
  /** The one request of its stage; a second is not said to be complete. */
  first: boolean
  requestedDay: string
  answerByDay: string
  contact: string | null
}

export interface RefusalOfDossierData extends LetterHead {
  submittedAt: string
  reason: { code: DossierReason; text: Words | null }
}

export interface ReturnLetterData extends LetterHead {
  submittedAt: string
  reasons: { code: ReturnReason; text: Words | null }[]
  /** Papers found missing, by the dossier of the procedure in force. */
  missing: { name: Words; note: Words | null }[]
}

export interface DecisionApprovalData extends LetterHead {
  submittedAt: string
  decidedDay: string
  /** The last day the plots are held; null while nothing is held, as before a developer's offer. */
  heldThroughDay: string | null
  /** On a private developer's land: the approval is subject to that developer's offer. */
  developerOfferRequired: boolean
  developer: string | null
  conditions: Condition[]
}

/** What an approval asks of the applicant. */
export interface Condition {
  text: Words
  /** The last day by which it is to be fulfilled; null: no day. */
  dueDay: string | null
  /** What shows that it is. */
  proof: Words | null
}

export interface DecisionRefusalData extends LetterHead {
  submittedAt: string
  decidedDay: string
  reason: { code: DecisionReason; text: Words | null }
}

export interface ApologyData extends LetterHead {
  receivedDay: string | null
  /** The day that was named before. */
  dueDay: string
  newDay: string
  reason: Words
}

export interface StopNoticeData extends LetterHead {
  submittedAt: string
  stoppedDay: string
  reason: { code: StopReason; text: Words | null }
}

export interface HoldNoticeData extends LetterHead {
  heldFromDay: string
  heldThroughDay: string
  /** In kVA or m³/day. */
  capacity: { kind: 'power' | 'water' | 'wastewater'; amount: number }[]
  developerOfferRequired: boolean
}

/** Why a hold ended without a lease. */
export const RELEASE_CAUSES = ['withdrawn', 'expired', 'released'] as const
export type ReleaseCause = (typeof RELEASE_CAUSES)[number]

export interface ReleaseNoticeData extends LetterHead {
  releasedDay: string
  cause: ReleaseCause
  text: Words | null
}

/** The data each letter is built from. */
export interface LetterData {
  official_receipt: OfficialReceiptData
  supplement_request: SupplementRequestData
  refusal_of_dossier: RefusalOfDossierData
  return_letter: ReturnLetterData
  decision_approval: DecisionApprovalData
  decision_refusal: DecisionRefusalData
  apology: ApologyData
  stop_notice: StopNoticeData
  hold_notice: HoldNoticeData
  release_notice: ReleaseNoticeData
}

/** What a kind says beyond what every letter carries. */
export type LetterSays<K extends LetterKind> = Omit<LetterData[K], keyof LetterHead>

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 12

/**
 * A verification code of 60 bits, `XXXX-XXXX-XXXX` in Crockford's base 32 (no I, L, O, U).
 * Takes at least 12 random bytes; refuses fewer with `too-short`.
 */
export function makeCode(randomBytes: Uint8Array): Verdict<string> {
  if (randomBytes.length < CODE_LENGTH) return refuse('too-short', { min: CODE_LENGTH })
  const letters = Array.from(randomBytes.slice(0, CODE_LENGTH), (byte) => ALPHABET.charAt(byte & 31))
  return ok(grouped(letters.join('')))
}

/**
 * A verification code as somebody typed it, brought to the form `makeCode` writes: case, spaces and hyphens
 * do not matter, O is read as 0, I and L as 1. Refuses what cannot be a code with `not-found`.
 */
export function readCode(typed: string): Verdict<string> {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  const known = letters.length === CODE_LENGTH && [...letters].every((letter) => ALPHABET.includes(letter))
  return known ? ok(grouped(letters)) : refuse('not-found')
}

const grouped = (letters: string): string => letters.replace(/(.{4})(?=.)/g, '$1-')
