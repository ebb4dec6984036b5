import { describe, expect, test } from 'vitest'
import type { Day } from '../time/day'
import type { Delegation } from './delegation'
import {
  ACTS,
  type Act,
  type Actor,
  deputyOf,
  divisionsOf,
  GRANTED_ROLES,
  type GrantedRole,
  may,
  ROLES,
  type Role,
  SYSTEM,
  VISITOR,
} from './permission'
import { zonesWhere } from './zone-scope'

const ORGANIZATION = 'organization-1'
const ZONE = 'zone-1'
const AGENCY = 'environment'

const DELEGATION: Delegation = {
  id: 'd',
  form: 'TUQ',
  outcomes: ['refused'],
  zoneId: ZONE,
  fromDay: '2026-11-01' as Day,
  untilDay: '2026-11-30' as Day,
  revokedFrom: null,
  paperNumber: '12/UQ',
  paperDay: '2026-10-30' as Day,
  grantedById: 'the-director',
}

function actorAs(role: Role, own: Partial<Actor> = {}): Actor {
  if (role === 'visitor') return VISITOR
  if (role === 'system') return SYSTEM
  const person = { ...VISITOR, personId: `the-${role}`, emailConfirmed: true }
  if (role === 'investor') return { ...person, organizations: [{ id: ORGANIZATION, name: 'O', role: 'owner' }], ...own }
  if (role === 'signer') return { ...person, grants: [{ role: 'head' }], delegations: [DELEGATION], ...own }
  return { ...person, grants: [{ role, zoneId: ZONE, agencyKey: AGENCY }], ...own }
}
const codeOf = (actor: Actor, act: Act, thing?: Parameters<typeof may>[2]) => {
  const verdict = may(actor, act, thing)
  return verdict.ok ? 'ok' : verdict.refusal.code
}

// v visitor, i investor, d developer, n intake, o officer, h head, k head who signs for the director, r director,
// g agency, a admin, u auditor, s system
const MATRIX: Record<Act, string> = {
  'land.read': 'vidnohrgaus',
  'land.read_draft': 'dnohru',
  'land.write': 'doh',
  'land.publish': 'oh',
  'land.expire': 's',
  'figure.read': 'nohru',
  'figure.write': 'oh',
  'setting.read': 'nohru',
  'setting.write': 'hr',
  'enquiry.send': 'vidnohrgaus',
  'enquiry.read': 'nohru',
  'enquiry.answer': 'noh',
  'organization.read': 'i',
  'organization.manage': 'i',
  'organization.keep_documents': 'i',
  'interest.read': 'i',
  'interest.write': 'i',
  'upload.sweep': 's',
  'case.read': 'ignohru',
  'case.list': 'nohru',
  'duplicate.read': 'nohru',
  'duplicate.review': 'noh',
  'case.receive': 'n',
  'case.return': 'no',
  'case.refuse': 'n',
  'case.assign': 'nh',
  'case.hand_over': 'oh',
  'case.take_back': 'h',
  'case.keep_due': 's',
  'absence.record': 'oh',
  'case.check': 'o',
  'case.request_supplement': 'o',
  'case.answer_supplement': 'i',
  'case.recommend': 'o',
  'case.prove_condition': 'i',
  'case.judge_condition': 'o',
  'case.review': 'h',
  'case.apologise': 'oh',
  'case.decide': 'rk',
  'delegation.read': 'nohru',
  'delegation.write': 'r',
  'case.withdraw': 'i',
  'case.appeal': 'i',
  'hold.request': 'io',
  'hold.activate': 'o',
  'hold.extend': 'o',
  'hold.convert': 'o',
  'hold.release': 'oh',
  'hold.tend': 's',
  'waiting.join': 'i',
  'waiting.answer': 'i',
  'case.message': 'inohr',
  'need.read': 'i',
  'need.write': 'i',
  'need.alert': 's',
  'need.candidates': 'doh',
  'case.fulfil': 'oh',
  'case.close': 'oh',
  'case.note': 'nohr',
  'step.record': 'og',
  'step.list': 'gnohru',
  'desk.read': 'd',
  'desk.answer': 'd',
  'desk.reply': 'i',
  'desk.consent': 'i',
  'desk.escalate': 's',
  'people.manage': 'a',
  'notice.digest': 's',
  'mail.read': 'au',
  'mail.requeue': 'a',
  'access.read': 'u',
  'calendar.read': 'anohru',
  'audit.read': 'au',
}
const LETTERS: Record<Role, string> = {
  visitor: 'v',
  investor: 'i',
  developer: 'd',
  intake: 'n',
  officer: 'o',
  head: 'h',
  director: 'r',
  agency: 'g',
  admin: 'a',
  auditor: 'u',
  signer: 'k',
  system: 's',
}
/** Whoever signs for the director is a head besides. */
const holds = (role: Role, act: Act) =>
  MATRIX[act].includes(LETTERS[role]) || (role === 'signer' && MATRIX[act].includes('h'))
const ACT_NAMES = Object.keys(ACTS) as Act[]

describe.each(ACT_NAMES)('%s', (act) => {
  test.each(ROLES)('by %s', (role) => {
    const allowed = holds(role, act)
    const refused = role === 'visitor' ? 'not-signed-in' : 'not-allowed'
    expect(codeOf(actorAs(role), act)).toBe(allowed ? 'ok' : refused)
  })

  test.each(ROLES)('by %s on its own row', (role) => {
    const thing = {
      organizationId: ORGANIZATION,
      zoneId: ZONE,
      agencyKeys: [AGENCY],
      officerId: 'the-officer',
      proposedById: 'the-officer',
    }
    const allowed = holds(role, act)
    expect(codeOf(actorAs(role), act, thing) === 'ok').toBe(allowed)
  })
})

describe('scope', () => {
  const another = { organizationId: 'other', officerId: 'other', zoneId: 'other', agencyKeys: ['other', null] }

  test("a stranger's case is not found by an investor or an agency", () => {
    for (const act of ['case.read', 'case.withdraw', 'case.answer_supplement'] as const) {
      expect(codeOf(actorAs('investor'), act, another)).toBe('not-found')
    }
    expect(codeOf(actorAs('agency'), 'case.read', another)).toBe('not-found')
    expect(codeOf(actorAs('agency'), 'step.record', { agencyKeys: [null] })).toBe('not-found')
    expect(codeOf(actorAs('developer'), 'desk.read', another)).toBe('not-found')
  })

  test("a head acts on the cases of the head's divisions, on those of none, and on all without one", () => {
    const heads = (...keys: (string | null)[]) =>
      actorAs('head', { grants: keys.map((divisionKey) => ({ role: 'head', divisionKey })) })
    for (const act of ['case.assign', 'case.hand_over', 'case.take_back', 'case.review', 'case.close'] as const) {
      expect(codeOf(heads('parks'), act, { divisionKey: 'parks' })).toBe('ok')
      expect(codeOf(heads('parks'), act, { divisionKey: 'clusters' })).toBe('not-allowed')
      expect(codeOf(heads('parks', 'clusters'), act, { divisionKey: 'clusters' })).toBe('ok')
      expect(codeOf(heads('parks'), act, { divisionKey: null })).toBe('ok')
      expect(codeOf(heads(null), act, { divisionKey: 'clusters' })).toBe('ok')
    }
    expect(codeOf(heads('parks'), 'case.read', { divisionKey: 'clusters' })).toBe('ok')
    expect(divisionsOf(heads('parks', null, 'parks'))).toEqual(['parks'])
  })

  test('a deputy works on the cases of who is away, and of nobody else', () => {
    const deputy = actorAs('officer', { deputyFor: [{ id: 'away', fullName: 'A' }] })
    for (const act of ['case.check', 'case.recommend', 'case.hand_over', 'step.record'] as const) {
      expect(codeOf(deputy, act, { officerId: 'away' })).toBe('ok')
      expect(codeOf(deputy, act, { officerId: 'other' })).toBe('not-allowed')
      expect(codeOf(actorAs('officer'), act, { officerId: 'away' })).toBe('not-allowed')
    }
    // Only an officer deputizes: who lost that role meanwhile does not.
    expect(
      codeOf(actorAs('intake', { deputyFor: [{ id: 'away', fullName: 'A' }] }), 'case.check', { officerId: 'away' }),
    ).toBe('not-allowed')
    expect(codeOf(deputy, 'absence.record', { officerId: 'away' })).toBe('not-allowed')
    expect(deputyOf(deputy, null)).toBe(null)
  })

  test('an officer reads every case and works on the own ones', () => {
    expect(codeOf(actorAs('officer'), 'case.read', another)).toBe('ok')
    const OWN = ['case.check', 'case.request_supplement', 'case.recommend', 'case.fulfil', 'case.close', 'step.record']
    for (const act of OWN as Act[]) {
      expect(codeOf(actorAs('officer'), act, another)).toBe('not-allowed')
      expect(codeOf(actorAs('officer'), act, { ...another, officerId: 'the-officer' })).toBe('ok')
    }
  })

  test("a developer writes and reads drafts of its own zones' land alone", () => {
    for (const act of ['land.write', 'land.read_draft'] as const) {
      expect(codeOf(actorAs('developer'), act, { zoneId: ZONE })).toBe('ok')
      expect(codeOf(actorAs('developer'), act, { zoneId: 'other' })).toBe('not-found')
      expect(zonesWhere(actorAs('developer'), act)).toEqual([ZONE])
      expect(zonesWhere(actorAs('officer'), 'land.write')).toBeNull()
      expect(zonesWhere(actorAs('investor'), act)).toEqual([])
    }
    const both = actorAs('developer', { grants: [{ role: 'developer', zoneId: ZONE }, { role: 'officer' }] })
    expect(zonesWhere(both, 'land.write')).toBeNull()
  })

  test('a reader of an organisation reads and writes nothing', () => {
    const reader = actorAs('investor', { organizations: [{ id: ORGANIZATION, name: 'O', role: 'reader' }] })
    const thing = { organizationId: ORGANIZATION }
    expect(codeOf(reader, 'case.read', thing)).toBe('ok')
    expect(codeOf(reader, 'interest.read', thing)).toBe('ok')
    for (const act of ['interest.write', 'case.withdraw', 'case.answer_supplement'] as const) {
      expect(codeOf(reader, act, thing)).not.toBe('ok')
    }
  })

  test('who proposed a decision does not sign it, whatever other role is held', () => {
    const director = actorAs('director', { grants: [{ role: 'director' }, { role: 'officer' }] })
    expect(codeOf(director, 'case.decide', { proposedById: director.personId })).toBe('proposer-signs')
    expect(codeOf(director, 'case.decide', { proposedById: 'another' })).toBe('ok')
    expect(codeOf(actorAs('officer'), 'case.decide', { proposedById: 'the-officer' })).toBe('not-allowed')
  })

  test('a delegate decides within the zone, not what they proposed or reviewed, nor for whoever signed first', () => {
    const own = (delegations: Delegation[], role: GrantedRole = 'head') =>
      actorAs('signer', { grants: [{ role }], delegations })
    const signer = own([DELEGATION])
    expect(codeOf(signer, 'case.decide', { zoneId: ZONE, reviewedById: 'the-head' })).toBe('ok')
    expect(codeOf(signer, 'case.decide', { zoneId: 'other' })).toBe('not-allowed')
    expect(codeOf(own([{ ...DELEGATION, zoneId: null }]), 'case.decide', { zoneId: 'other' })).toBe('ok')
    expect(codeOf(signer, 'case.decide', { zoneId: ZONE, proposedById: 'the-signer' })).toBe('proposer-signs')
    expect(codeOf(signer, 'case.decide', { zoneId: ZONE, reviewedById: 'the-signer' })).toBe('reviewer-signs')
    expect(codeOf(signer, 'case.decide', { zoneId: ZONE, signedFirstById: 'the-signer' })).toBe('signed-first')
    expect(codeOf(signer, 'case.decide', { zoneId: ZONE, signedFirstById: 'the-director' })).toBe('not-allowed')
    // Of an appeal neither by refusing nor by giving back what was refused first; another may.
    const intake = own([], 'intake')
    for (const act of ['case.refuse', 'case.return'] as const) {
      expect(codeOf(intake, act, { signedFirstById: 'the-signer' })).toBe('signed-first')
      expect(codeOf(intake, act, { signedFirstById: 'another' })).toBe('ok')
    }
    expect(codeOf(intake, 'case.receive', { signedFirstById: 'the-signer' })).toBe('ok')
    // Whoever lost the head's role signs for nobody, and a head without a delegation neither.
    expect(codeOf(own([DELEGATION], 'officer'), 'case.decide', { zoneId: ZONE })).toBe('not-allowed')
    expect(codeOf(own([]), 'case.decide')).toBe('not-allowed')
    const director = own([DELEGATION], 'director')
    expect(codeOf(director, 'case.decide', { zoneId: ZONE, reviewedById: 'the-signer' })).toBe('ok')
  })

  test('two roles hold what either holds', () => {
    const pairs = GRANTED_ROLES.flatMap((a) => GRANTED_ROLES.map((b): [GrantedRole, GrantedRole] => [a, b]))
    for (const [a, b] of pairs) {
      const both = { ...actorAs(a), grants: [{ role: a }, { role: b }] }
      for (const act of ACT_NAMES) {
        const either = [a, b].some((role) => MATRIX[act].includes(LETTERS[role]) || MATRIX[act].includes('v'))
        expect(codeOf(both, act) === 'ok').toBe(either)
      }
    }
  })
})
