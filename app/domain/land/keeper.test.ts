import { expect, test } from 'vitest'
import { keeperArea, keeperPath } from './keeper'

test.each([
  ['/vi/desk/plots', 'desk'],
  ['/vi/desk', 'desk'],
  ['/vi/office/plots/HL-A1', 'office'],
  ['/vi/desktop', 'office'],
  ['/vi/plots/desk', 'office'],
])('%s is kept by the %s', (pathname, area) => expect(keeperArea(pathname)).toBe(area))

test('stays in the area and the language of the page', () => {
  expect(keeperPath('/zh/desk/plots/new', '/plots/HS-1')).toBe('/zh/desk/plots/HS-1')
  expect(keeperPath('/vi/office/plots/HL-A1/publish', '/plots')).toBe('/vi/office/plots')
})
