import { expect, test } from 'vitest'
import { type Actor, VISITOR } from '../party/permission'
import { canWrite, sideOf } from './message'
import { CASE_STATES } from './state'

const person: Actor = { ...VISITOR, personId: 'a' }
const member: Actor = { ...person, organizations: [{ id: 'o', name: 'O', role: 'member' }] }

test('a member is the investor, an officer the office, others nobody', () => {
  expect(sideOf(member, 'o')).toBe('investor')
  expect(sideOf(member, 'other')).toBeNull()
  expect(sideOf({ ...person, grants: [{ role: 'intake' }] }, 'o')).toBe('office')
  expect(sideOf({ ...person, grants: [{ role: 'auditor' }] }, 'o')).toBeNull()
  // Somebody of the office who also belongs to the organisation speaks for the organisation.
  expect(sideOf({ ...member, grants: [{ role: 'officer' }] }, 'o')).toBe('investor')
})

test.each(CASE_STATES)('messages in %s', (state) => {
  expect(canWrite(state).ok).toBe(state !== 'withdrawn' && state !== 'closed')
})
