import { describe, expect, test } from 'vitest'
import { ROLES } from '../party/permission'
import { CHOICE_KINDS, choicesFor, digestTime, RHYTHMS, rhythmOf, ruleOf } from './rule'

describe('rhythm', () => {
  test.each(['case_received', 'decision_refused', 'supplement_requested', 'consultation_asked', 'a_kind_of_tomorrow'])(
    '%s is mailed at once whatever was wished',
    (kind) => {
      expect(ruleOf(kind)).toBe('legal')
      for (const rhythm of [...RHYTHMS, null, 'x']) expect(rhythmOf(kind, rhythm)).toBe('at_once')
    },
  )
  test.each(Object.keys(CHOICE_KINDS))('%s follows the wish', (kind) => {
    for (const rhythm of RHYTHMS) expect(rhythmOf(kind, rhythm)).toBe(rhythm)
    expect(rhythmOf(kind, null)).toBe('at_once')
    expect(rhythmOf(kind, 'hourly')).toBe('at_once')
  })
  test('what carries a link that opens something is in the mail alone', () => {
    for (const kind of ['verify_email', 'reset_password', 'invitation', 'member_invitation', 'digest']) {
      expect(ruleOf(kind)).toBe('mail_only')
    }
  })
  test('an alert keeps the rhythm of its need', () => expect(rhythmOf('need_alert', 'never')).toBe('at_once'))
})

test('each kind comes to somebody', () => {
  expect(choicesFor(ROLES)).toEqual(Object.keys(CHOICE_KINDS))
  expect(choicesFor(['auditor', 'visitor'])).toEqual([])
  expect(choicesFor(['intake'])).toEqual(['case_message'])
})

test.each([
  ['2026-11-16T00:00:00Z', '2026-11-16T00:00:00.000Z'],
  ['2026-11-15T23:59:59Z', '2026-11-15T00:00:00.000Z'],
  ['2026-11-16T16:59:00Z', '2026-11-16T00:00:00.000Z'],
])('at %s the last digest was due at %s', (now, due) => {
  expect(digestTime(new Date(now)).toISOString()).toBe(due)
})
