import { expect, test } from 'vitest'
import { CASE_STATES, isOpen } from '../case/state'
import type { Day } from '../time/day'
import {
  CONSENT_SCOPES,
  checkOffer,
  moveRequest,
  REQUEST_MOVES,
  REQUEST_STATES,
  requestMoves,
  seenOf,
  widen,
} from './developer-answer'

test('every state × move of a request is as written, while the case is open', () => {
  const found = REQUEST_STATES.flatMap((state) =>
    REQUEST_MOVES.flatMap((made) => {
      const to = moveRequest(state, made, 'received')
      return to.ok ? [`${state} ${made} ${to.value}`] : []
    }),
  )
  expect(found.sort()).toEqual(
    [
      'asked offer offered',
      'asked decline declined',
      'asked ask info_needed',
      'info_needed offer offered',
      'info_needed decline declined',
      'info_needed reply asked',
      'offered offer offered',
    ].sort(),
  )
  for (const state of CASE_STATES) expect(requestMoves('asked', state).length).toBe(isOpen(state) ? 3 : 0)
})

test('an offer stands from today to a year on', () => {
  const check = (day: string) => {
    const verdict = checkOffer(day as Day, '2026-11-20' as Day)
    return verdict.ok ? 'ok' : verdict.refusal.code
  }
  expect(['2026-11-19', '2026-11-20', '2027-11-21', '2027-11-22'].map(check)).toEqual([
    'day-past',
    'ok',
    'ok',
    'out-of-range',
  ])
})

test('consent is only widened', () => {
  const found = CONSENT_SCOPES.flatMap((from) =>
    CONSENT_SCOPES.filter((to) => widen(from, to).ok).map((to) => `${from} ${to}`),
  )
  expect(found).toEqual(['none name', 'none contact', 'name contact'])
})

test('without consent nothing of who asks is seen, and contacts only with the widest', () => {
  const asker = {
    organization: 'Công ty Gỗ',
    country: 'VN',
    project: 'Gỗ Hữu Lũng',
    summary: 'Công ty Gỗ làm ván',
    contactName: 'Ánh',
    contactPhone: '0912',
    contactEmail: 'anh@go.vn',
  }
  expect(seenOf(asker, 'none')).toEqual({})
  expect(Object.keys(seenOf(asker, 'name'))).toEqual(['organization', 'country', 'project', 'summary'])
  expect(seenOf(asker, 'contact')).toEqual(asker)
})
