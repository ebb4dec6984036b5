import { expect, test } from 'vitest'
import { AREA_NAV, areaOf, currentOf } from './site-nav'

test.each([
  ['/office', '/office'],
  ['/office/cases/CM-2026-000001', '/office'],
  ['/office/delegations', '/office'],
  // What the office sets for itself is reached from its work; what is set of a zone is land.
  ['/office/settings', '/office'],
  ['/office/settings/divisions', '/office'],
  ['/office/settings/divisions/parks/retire', '/office'],
  ['/office/zones/LS-IP-VSIP/settings', '/office/plots'],
  ['/office/zones/LS-IP-VSIP/capacity', '/office/plots'],
  ['/office/imports', '/office/plots'],
  ['/office/figures/1', '/office/plots'],
  ['/office/facts', '/office/facts'],
])('%s belongs to %s in the navigation of the office', (path, item) => {
  expect(areaOf(path, ['office'])).toBe('office')
  expect(currentOf(AREA_NAV.office, path)).toBe(item)
})

test('an administrator is in the administration, and land of a developer in the desk', () => {
  expect(areaOf('/office/admin/people', ['office', 'admin'])).toBe('admin')
  expect(areaOf('/office/admin/audit', ['audit'])).toBe('audit')
  // Where the page is refused, the way back is the person's own.
  expect(areaOf('/office/plots', ['my'])).toBe('my')
  expect(areaOf('/office', [])).toBe('public')
  expect(currentOf(AREA_NAV.desk, '/desk/zones/LS-IP-VSIP/settings')).toBe('/desk/plots')
  expect(currentOf(AREA_NAV.my, '/my/runs/1')).toBe('/my/needs')
})
