import { expect, test } from 'vitest'
import { inVersions, isLatest } from './document-version'

const of = (id: string, supersedesId: string | null = null) => ({ id, supersedesId })

test('documents stand by their latest version, in the order of their first', () => {
  const documents = [of('a1'), of('b1'), of('a2', 'a1'), of('c1'), of('a3', 'a2'), of('b2', 'b1')]
  const shown = inVersions(documents).map(({ id, earlier }) => [id, earlier.map((one) => one.id)])
  expect(shown).toEqual([
    ['a3', ['a2', 'a1']],
    ['b2', ['b1']],
    ['c1', []],
  ])
})

test('a version whose earlier one may not be seen stands alone', () => {
  expect(inVersions([of('a2', 'a1')])).toEqual([{ ...of('a2', 'a1'), earlier: [] }])
  expect(inVersions([])).toEqual([])
})

test('only the latest can be followed', () => {
  const documents = [of('a1'), of('a2', 'a1')]
  expect(isLatest('a1', documents)).toBe(false)
  expect(isLatest('a2', documents)).toBe(true)
})
