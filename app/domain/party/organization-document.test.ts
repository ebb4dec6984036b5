import { expect, test } from 'vitest'
import type { Day } from '../time/day'
import { canUse, type KeptDocument } from './organization-document'

const TODAY = '2026-11-16' as Day
const use = (own: Partial<KeptDocument>) => {
  const verdict = canUse(
    { fileName: 'a.pdf', kind: 'legal_status', validUntil: null, retired: false, followed: false, ...own },
    TODAY,
  )
  return verdict.ok ? 'ok' : verdict.refusal.code
}

test('a document is used through its last day, and neither put away, nor an earlier version, nor a mandate', () => {
  expect(use({})).toBe('ok')
  expect(use({ validUntil: TODAY })).toBe('ok')
  expect(use({ validUntil: '2026-11-15' as Day })).toBe('document-expired')
  expect(use({ retired: true })).toBe('not-a-choice')
  expect(use({ followed: true })).toBe('not-a-choice')
  expect(use({ kind: 'mandate' })).toBe('not-a-choice')
})
