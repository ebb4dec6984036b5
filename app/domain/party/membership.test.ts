import { describe, expect, test } from 'vitest'
import type { Day } from '../time/day'
import { type Belonging, canChangeRole, canEnd, checkMandate, joins, ownerStays } from './membership'

const TODAY = '2026-11-16' as Day
const day = (text: string) => text as Day
const codeOf = (verdict: { ok: boolean; refusal?: { code: string } }) => (verdict.ok ? 'ok' : verdict.refusal?.code)

const member = (id: string, own: Partial<Belonging> = {}): Belonging => ({
  id,
  personId: `person-${id}`,
  role: 'member',
  fromDay: day('2026-10-01'),
  untilDay: null,
  active: true,
  ...own,
})

describe('the last owner', () => {
  const owner = member('a', { role: 'owner' })
  test.each<[string, Belonging, string]>([
    ['another owner', member('b', { role: 'owner' }), 'ok'],
    ['a member', member('b'), 'last-owner'],
    ['an owner whose account is closed', member('b', { role: 'owner', active: false }), 'last-owner'],
    ['an owner with an end set', member('b', { role: 'owner', untilDay: day('2026-12-01') }), 'last-owner'],
    ['an owner from tomorrow', member('b', { role: 'owner', fromDay: day('2026-11-17') }), 'last-owner'],
  ])('beside %s', (_name, other, answer) => {
    expect(codeOf(ownerStays([owner, other], 'a', TODAY))).toBe(answer)
    expect(codeOf(canChangeRole([owner, other], owner, 'reader', TODAY))).toBe(answer)
  })
})

test('roles change today, never an agent’s nor into the same', () => {
  const owner = member('a', { role: 'owner' })
  const all = [owner]
  expect(codeOf(canChangeRole(all, member('b'), 'owner', TODAY))).toBe('ok')
  expect(codeOf(canChangeRole(all, member('b'), 'member', TODAY))).toBe('state-forbids')
  expect(codeOf(canChangeRole(all, member('b', { role: 'agent', untilDay: TODAY }), 'member', TODAY))).toBe(
    'state-forbids',
  )
  expect(codeOf(canChangeRole(all, member('b', { untilDay: day('2026-11-15') }), 'owner', TODAY))).toBe('state-forbids')
  expect(codeOf(canEnd(member('b'), TODAY))).toBe('ok')
  expect(codeOf(canEnd(member('b', { untilDay: day('2026-11-15') }), TODAY))).toBe('state-forbids')
})

test('a mandate has days in their order that are not over', () => {
  const days = (fromDay: string, untilDay: string) =>
    codeOf(checkMandate({ fromDay: day(fromDay), untilDay: day(untilDay) }, TODAY))
  expect(days('2026-11-16', '2026-11-16')).toBe('ok')
  expect(days('2026-11-18', '2026-11-17')).toBe('days-reversed')
  expect(days('2026-10-01', '2026-11-15')).toBe('day-past')
})

test('nobody belongs twice on one day; a mandate may follow another', () => {
  const agent = member('a', { role: 'agent', untilDay: day('2026-12-31') })
  const period = (fromDay: string) => ({ fromDay: day(fromDay), untilDay: null })
  expect(codeOf(joins([agent], 'person-a', period('2026-12-31')))).toBe('already-member')
  expect(codeOf(joins([agent], 'person-a', period('2027-01-01')))).toBe('ok')
  expect(codeOf(joins([agent], 'person-b', period('2026-11-16')))).toBe('ok')
})
