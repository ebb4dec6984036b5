import { expect, test } from 'vitest'
import { differencesOf } from './difference'

test('names the fields both have and that differ, in the order of what stands there', () => {
  const typed = { price: '95', note: ' a ', sectors: ['b', 'a'], version: '3', confirm: 'yes' }
  const standing = { note: 'a', sectors: ['a', 'b'], price: '97', area: '2', version: '4' }
  expect(differencesOf(typed, standing)).toEqual([{ field: 'price', typed: '95', now: '97' }])
  expect(differencesOf({ seenScheme: 'a' }, { seenScheme: 'b' })).toEqual([])
  expect(differencesOf({ note: '', sectors: ['a'] }, standing)).toEqual([
    { field: 'note', typed: '', now: 'a' },
    { field: 'sectors', typed: ['a'], now: ['a', 'b'] },
  ])
})
