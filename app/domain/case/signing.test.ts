import { describe, expect, it } from 'vitest'
import { type Delegation, SIGNED_OUTCOMES, SIGNING_FORMS } from '../party/delegation'
import { SIGNER_TITLES } from '../party/office'
import { type Actor, GRANTED_ROLES, type GrantedRole, type Thing, VISITOR } from '../party/permission'
import type { Day } from '../time/day'
import { letterSignature, signatureOf, signingAs } from './signing'

const delegation = (own: Partial<Delegation> = {}): Delegation => ({
  id: 'd',
  form: 'TUQ',
  outcomes: ['refused'],
  zoneId: 'z',
  fromDay: '2026-11-01' as Day,
  untilDay: '2026-11-30' as Day,
  revokedFrom: null,
  paperNumber: '12/UQ',
  paperDay: '2026-10-30' as Day,
  grantedById: 'the-director',
  ...own,
})
const actor = (role: GrantedRole, delegations: Delegation[] = []): Actor => ({
  ...VISITOR,
  personId: 'p',
  grants: [{ role, zoneId: 'z', agencyKey: 'a' }],
  delegations,
})
const said = (who: Actor, outcome: 'approved' | 'refused' = 'refused', own: Thing = {}, today = '2026-11-20') => {
  const thing = { zoneId: 'z', proposedById: 'officer', reviewedById: 'another', ...own }
  const verdict = signingAs(who, { outcome, thing }, today as Day)
  return verdict.ok ? (verdict.value?.id ?? 'own name') : verdict.refusal.code
}

describe('who signs, and in whose name', () => {
  it.each(SIGNED_OUTCOMES)('%s: of all roles the director alone, without a delegation', (outcome) => {
    for (const role of GRANTED_ROLES)
      expect([role, said(actor(role), outcome)]).toEqual([role, role === 'director' ? 'own name' : 'not-allowed'])
  })

  it('a head by the delegation that covers outcome, zone and day, to the day', () => {
    const head = actor('head', [delegation()])
    expect(said(head)).toBe('d')
    expect(said(head, 'approved')).toBe('not-delegated')
    expect(said(head, 'refused', { zoneId: 'other' })).toBe('not-allowed')
    for (const [today, expected] of [
      ['2026-10-31', 'not-delegated'],
      ['2026-11-01', 'd'],
      ['2026-11-30', 'd'],
      ['2026-12-01', 'not-delegated'],
    ] as const)
      expect(said(head, 'refused', {}, today)).toBe(expected)
    const two = [delegation({ zoneId: 'other' }), delegation({ id: 'approvals', outcomes: ['approved'] }), delegation()]
    expect(said(actor('head', two), 'approved')).toBe('approvals')
    for (const role of GRANTED_ROLES.filter((one) => one !== 'head' && one !== 'director'))
      expect([role, said(actor(role, [delegation()]))]).toEqual([role, 'not-allowed'])
  })

  it('never whoever proposed; no delegate who reviewed; on an appeal neither whoever signed nor in their name', () => {
    const head = actor('head', [delegation()])
    expect(said(actor('director'), 'refused', { proposedById: 'p' })).toBe('proposer-signs')
    expect(said(head, 'refused', { proposedById: 'p' })).toBe('proposer-signs')
    expect(said(head, 'refused', { reviewedById: 'p' })).toBe('reviewer-signs')
    expect(said(actor('director'), 'refused', { reviewedById: 'p' })).toBe('own name')
    expect(said(head, 'refused', { signedFirstById: 'p' })).toBe('signed-first')
    expect(said(head, 'refused', { signedFirstById: 'the-director' })).toBe('not-allowed')
    const second = delegation({ id: 'second', outcomes: ['approved'], grantedById: 'another-director' })
    const both = actor('head', [delegation(), second])
    expect(said(both, 'refused', { signedFirstById: 'the-director' })).toBe('not-delegated')
    expect(said(both, 'approved', { signedFirstById: 'the-director' })).toBe('second')
  })
})

it('a letter bears the signer’s own title under the form of the signature', () => {
  expect(signatureOf(null)).toEqual({ signer: 'director' })
  const titles = SIGNING_FORMS.map((form) => {
    const signature = signatureOf(delegation({ form }))
    return [signature.form, SIGNER_TITLES[signature.signer].vi]
  })
  expect(titles).toEqual([
    ['KT', 'PHÓ GIÁM ĐỐC'],
    ['TUQ', 'TRƯỞNG PHÒNG'],
  ])
})

it('signs what is no decision as what one is to the case, and never as a head who is none', () => {
  expect(letterSignature(actor('officer'))).toEqual({ signer: 'officer' })
  expect(letterSignature(actor('head'))).toEqual({ signer: 'head', form: 'TL' })
  expect(letterSignature(actor('head', [delegation()]))).toEqual({ signer: 'head', form: 'TL' })
  expect(letterSignature(actor('head', [delegation({ form: 'KT' })]))).toEqual({ signer: 'deputy', form: 'KT' })
})
