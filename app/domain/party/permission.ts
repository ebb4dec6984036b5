import type { RefusalCode } from '../refusal'
import type { Lang } from '../text'
import type { Day } from '../time/day'
import { ok, refuse, type Verdict } from '../verdict'
import type { Delegation } from './delegation'
import { DIVISION_ACTS, ENDING_ACTS, OWN_CASE_ACTS, OWNER_ACTS, WRITING_MEMBER_ACTS } from './scoped-acts'

/**
 * What kind of person somebody is. `visitor` has no account or no role; `investor` belongs to an organisation;
 * `signer` is a head whom the director lets sign decisions today; `system` is the house itself, acting by its timers.
 */
export const ROLES = [
  'visitor',
  'investor',
  'developer',
  'intake',
  'officer',
  'head',
  'director',
  'agency',
  'admin',
  'auditor',
  'signer',
  'system',
] as const
export type Role = (typeof ROLES)[number]

/** Roles that an administrator grants, with dates. */
export const GRANTED_ROLES = [
  'developer',
  'intake',
  'officer',
  'head',
  'director',
  'agency',
  'admin',
  'auditor',
] as const
export type GrantedRole = (typeof GRANTED_ROLES)[number]

export const OFFICE_ROLES = ['intake', 'officer', 'head', 'director'] as const satisfies readonly Role[]

/** `agent` acts for an organisation that is not its own, under a written mandate. */
export const MEMBER_ROLES = ['owner', 'member', 'reader', 'agent'] as const
export type MemberRole = (typeof MEMBER_ROLES)[number]

/** The paper an agent acts by: the membership it makes, its last day, what it is for. */
export interface Mandate {
  membershipId: string
  untilDay: Day
  scope: string
}

export interface Grant {
  role: GrantedRole
  zoneId?: string | null
  agencyKey?: string | null
  /** Of an officer or a head; none: the whole office. */
  divisionKey?: string | null
}

/** Who acts. Grants and memberships are those in force today. */
export interface Actor {
  personId: string | null
  fullName: string
  lang: Lang
  emailConfirmed: boolean
  grants: Grant[]
  organizations: { id: string; name: string; role: MemberRole; mandate?: Mandate }[]
  /** Officers who are away today and whose cases this person works on meanwhile. */
  deputyFor?: readonly { id: string; fullName: string }[]
  /** What the director lets this person sign today. */
  delegations?: readonly Delegation[]
  /** A timer of the house and nobody else: never set for whoever asks by a request. */
  isSystem?: true
}

export const VISITOR: Actor = {
  personId: null,
  fullName: '',
  lang: 'vi',
  emailConfirmed: false,
  grants: [],
  organizations: [],
}

/** Who acts where time does: the timers. Its name stands in the record. */
export const SYSTEM: Actor = { ...VISITOR, fullName: 'Cột Mốc', isSystem: true }

/** Whose row something is: what scope is asked of. */
export interface Thing {
  organizationId?: string | null
  officerId?: string | null
  divisionKey?: string | null
  zoneId?: string | null
  agencyKeys?: (string | null)[]
  proposedById?: string | null
  /** Who reviewed what is to be decided. */
  reviewedById?: string | null
  /** Who signed the decision that this case appeals, or refused its dossier. */
  signedFirstById?: string | null
}

const EVERYBODY: Role[] = [...ROLES]
const OFFICE: Role[] = [...OFFICE_ROLES]

/** The permission matrix: which roles hold which act. Scope is asked in `may`. */
export const ACTS = {
  'land.read': EVERYBODY,
  'land.read_draft': [...OFFICE, 'developer', 'auditor'],
  'land.write': ['officer', 'head', 'developer'],
  'land.publish': ['officer', 'head'],
  'land.expire': ['system'],
  'figure.read': [...OFFICE, 'auditor'],
  'figure.write': ['officer', 'head'],
  'setting.read': [...OFFICE, 'auditor'],
  'setting.write': ['head', 'director'],
  'enquiry.send': EVERYBODY,
  'enquiry.read': [...OFFICE, 'auditor'],
  'enquiry.answer': ['intake', 'officer', 'head'],
  'organization.read': ['investor'],
  'organization.manage': ['investor'],
  'organization.keep_documents': ['investor'],
  'interest.read': ['investor'],
  'interest.write': ['investor'],
  'upload.sweep': ['system'],
  'case.read': ['investor', 'agency', ...OFFICE, 'auditor'],
  'case.list': [...OFFICE, 'auditor'],
  'duplicate.read': [...OFFICE, 'auditor'],
  'duplicate.review': ['intake', 'officer', 'head'],
  'case.receive': ['intake'],
  'case.return': ['intake', 'officer'],
  'case.refuse': ['intake'],
  'case.assign': ['intake', 'head'],
  'case.hand_over': ['officer', 'head'],
  'case.take_back': ['head'],
  'case.keep_due': ['system'],
  'absence.record': ['officer', 'head'],
  'case.check': ['officer'],
  'case.request_supplement': ['officer'],
  'case.answer_supplement': ['investor'],
  'case.recommend': ['officer'],
  'case.prove_condition': ['investor'],
  'case.judge_condition': ['officer'],
  'case.review': ['head'],
  'case.apologise': ['officer', 'head'],
  'case.decide': ['director', 'signer'],
  'delegation.read': [...OFFICE, 'auditor'],
  'delegation.write': ['director'],
  'case.withdraw': ['investor'],
  'case.appeal': ['investor'],
  'case.message': ['investor', ...OFFICE],
  'need.read': ['investor'],
  'need.write': ['investor'],
  'need.alert': ['system'],
  'need.candidates': ['officer', 'head', 'developer'],
  'hold.request': ['investor', 'officer'],
  'hold.activate': ['officer'],
  'hold.extend': ['officer'],
  'hold.convert': ['officer'],
  'hold.release': ['officer', 'head'],
  'hold.tend': ['system'],
  'waiting.join': ['investor'],
  'waiting.answer': ['investor'],
  'case.fulfil': ['officer', 'head'],
  'case.close': ['officer', 'head'],
  'case.note': OFFICE,
  'step.record': ['officer', 'agency'],
  'step.list': ['agency', ...OFFICE, 'auditor'],
  'desk.read': ['developer'],
  'desk.answer': ['developer'],
  'desk.reply': ['investor'],
  'desk.consent': ['investor'],
  'desk.escalate': ['system'],
  'people.manage': ['admin'],
  'notice.digest': ['system'],
  'mail.read': ['admin', 'auditor'],
  'mail.requeue': ['admin'],
  'access.read': ['auditor'],
  'calendar.read': ['admin', 'auditor', ...OFFICE],
  'audit.read': ['auditor', 'admin'],
} as const satisfies Record<string, readonly Role[]>

export type Act = keyof typeof ACTS

/** The roles an actor has today; `visitor` always. */
export function rolesOf(actor: Actor): Role[] {
  const granted = actor.grants.map((grant) => grant.role)
  const roles: Role[] = ['visitor', ...granted]
  // Who is a head no more signs for nobody. Not the last: an act is recorded under the role of the office.
  if (granted.includes('head') && actor.delegations?.length) roles.splice(1, 0, 'signer')
  if (actor.organizations.length > 0) roles.push('investor')
  if (actor.isSystem) roles.push('system')
  return [...new Set(roles)]
}

export const hasRole = (actor: Actor, ...roles: Role[]): boolean => rolesOf(actor).some((role) => roles.includes(role))

/** For whom of those who are away an actor would act on a case of this officer; null for nobody. */
export const deputyOf = (actor: Actor, officerId: string | null | undefined) =>
  actor.deputyFor?.find(({ id }) => id === officerId) ?? null

/** The divisions an actor belongs to as an officer or heads, each once; none: the actor's work is not of a division. */
export const divisionsOf = (actor: Actor): string[] => [
  ...new Set(actor.grants.flatMap(({ divisionKey }) => (divisionKey ? [divisionKey] : []))),
]

function inScope(actor: Actor, role: Role, act: Act, thing: Thing): boolean {
  if (role === 'investor') {
    const membership = actor.organizations.find((organization) => organization.id === thing.organizationId)
    if (membership === undefined) return false
    if (OWNER_ACTS.includes(act)) return membership.role === 'owner'
    return !(membership.role === 'reader' && WRITING_MEMBER_ACTS.includes(act))
  }
  if (role === 'agency') {
    return actor.grants.some((grant) => grant.role === 'agency' && thing.agencyKeys?.includes(grant.agencyKey ?? ''))
  }
  if (role === 'developer') {
    return actor.grants.some((grant) => grant.role === 'developer' && grant.zoneId === thing.zoneId)
  }
  if (role === 'signer') {
    // Whoever signed first does not have the appeal decided in their name either.
    const { zoneId = null, signedFirstById = null } = thing
    const reaches = (one: Delegation) => one.zoneId === null || one.zoneId === zoneId
    return actor.delegations?.some((one) => reaches(one) && one.grantedById !== signedFirstById) ?? false
  }
  if (role === 'officer' && act === 'absence.record') return thing.officerId === actor.personId
  if (role === 'officer' && (OWN_CASE_ACTS.includes(act) || act === 'step.record')) {
    return thing.officerId === actor.personId || deputyOf(actor, thing.officerId) !== null
  }
  if (role === 'head' && DIVISION_ACTS.includes(act)) {
    const { divisionKey = null } = thing
    const heads = (grant: Grant) => !grant.divisionKey || grant.divisionKey === divisionKey
    return divisionKey === null || actor.grants.some((grant) => grant.role === 'head' && heads(grant))
  }
  return true
}

/** Why somebody who ends cases does not end this one. */
function barredFrom(actor: Actor, act: Act, roles: readonly Role[], thing: Thing): RefusalCode | null {
  const own = (id: string | null | undefined) => id != null && id === actor.personId
  const decides = act === 'case.decide'
  if (decides && own(thing.proposedById)) return 'proposer-signs'
  if (ENDING_ACTS.includes(act) && own(thing.signedFirstById)) return 'signed-first'
  return decides && !roles.includes('director') && own(thing.reviewedById) ? 'reviewer-signs' : null
}

/**
 * May the actor do this, to this thing? Role (what kind of person) and scope (whose row), both.
 * Without a thing only the role is asked: use it for menus and for pages that list.
 * Refuses `not-signed-in` to a stranger, `not-allowed` to a wrong role, `not-found` where the role
 * is right but the row is somebody else's, `proposer-signs` where the proposer of a decision would sign it,
 * `reviewer-signs` where a delegate would sign what they reviewed, `signed-first` where whoever signed a decision, or
 * refused the dossier, would end its appeal.
 */
export function may(actor: Actor, act: Act, thing?: Thing): Verdict<true> {
  const allowed: readonly Role[] = ACTS[act]
  const roles = rolesOf(actor).filter((role) => allowed.includes(role))
  if (roles.length === 0) return refuse(actor.personId === null && !actor.isSystem ? 'not-signed-in' : 'not-allowed')
  const barred = thing ? barredFrom(actor, act, roles, thing) : null
  if (barred) return refuse(barred)
  if (thing === undefined || roles.some((role) => inScope(actor, role, act, thing))) return ok(true)
  const seesRow = act !== 'case.read' && may(actor, 'case.read', thing).ok
  return refuse(seesRow ? 'not-allowed' : 'not-found')
}

/** The mandate under which an actor acts for an organisation; null for whoever belongs to it, or to none. */
export const mandateOf = (actor: Actor, organizationId: string): Mandate | null =>
  actor.organizations.find(({ id }) => id === organizationId)?.mandate ?? null
