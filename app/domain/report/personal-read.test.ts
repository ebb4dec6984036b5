import { describe, expect, test } from 'vitest'
import { addresses } from '../../../e2e/route-access'
import { isWatched, linkReadOf, personalReadOf } from './personal-read'

const ID = '01a21849-0559-7665-ac42-9a9e0dedd6f3'

test.each([
  ['/vi/office/cases/CM-2026-000001', { kind: 'case', key: 'CM-2026-000001' }],
  ['/en/office/cases/CM-2026-000001/receive', { kind: 'case', key: 'CM-2026-000001' }],
  [`/zh/office/admin/people/${ID}`, { kind: 'person', key: ID }],
  [`/vi/office/admin/people/${ID}/roles/new`, { kind: 'person', key: ID }],
  ['/vi/office/admin/people', { kind: 'list', key: null }],
  ['/vi/office/enquiries/HD-2026-000001', { kind: 'enquiry', key: 'HD-2026-000001' }],
  [`/vi/files/${ID}`, { kind: 'file', key: ID }],
  [`/vi/letters/${ID}`, { kind: 'letter', key: ID }],
  [`/vi/desk/requests/${ID}/offer`, { kind: 'request', key: ID }],
  ['/vi/desk/requests', { kind: 'list', key: null }],
  ['/vi/office', { kind: 'list', key: null }],
  ['/vi/office/a-page-of-tomorrow', { kind: 'list', key: null }],
  ['/vi/office/plots/HL-A1/candidates', { kind: 'list', key: null }],
  ['/vi/office/plots/HL-A1', null],
  ['/vi/desk/plots', null],
  ['/vi/office/admin/audit/check', null],
  ['/vi/plots/HL-A1', null],
  ['/vi/my/cases/CM-2026-000001', null],
])('%s', (address, read) => expect(personalReadOf(address)).toEqual(read))

test('a link is read by its token, which is not kept', () => {
  expect(linkReadOf('/vi/consultations/to-ken')).toEqual({ token: 'to-ken', address: '/vi/consultations/-' })
  const file = { token: 'to-ken', address: `/vi/consultations/-/files/${ID}` }
  expect(linkReadOf(`/vi/consultations/to-ken/files/${ID}`)).toEqual(file)
  expect(linkReadOf(`/vi/office/cases/CM-2026-000001/consultations/${ID}`)).toBeNull()
})

describe('the route table', () => {
  test.each(addresses().filter(({ path }) => path.includes('/cases/:number') && path.startsWith('/:lang/office')))(
    'a page of a case is kept: $path',
    ({ path }) => {
      const filled = path.replace(':lang', 'vi').replace(':number', 'CM-2026-000001').replace(':id', ID)
      expect(personalReadOf(filled)).toEqual({ kind: 'case', key: 'CM-2026-000001' })
    },
  )
})

test('readers with a granted role are watched, investors reading their own are not', () => {
  expect(isWatched(['visitor', 'officer'])).toBe(true)
  expect(isWatched(['visitor', 'agency'])).toBe(true)
  expect(isWatched(['visitor', 'admin'])).toBe(true)
  expect(isWatched(['visitor', 'investor'])).toBe(false)
  expect(isWatched(['visitor'])).toBe(false)
})
