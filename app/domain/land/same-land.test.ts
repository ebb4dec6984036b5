import { expect, it } from 'vitest'
import { type LandChange, sameLand } from './same-land'

const named = (ids: string) => ids.split('').map((id) => ({ id, code: `L${id}` }))
const change = (before: string, after: string): LandChange => ({ before: named(before), after: named(after) })
const land = (asked: string, ...changes: LandChange[]) => {
  const verdict = sameLand(asked.split(''), changes)
  return verdict.ok ? verdict.value.join('') : verdict.refusal
}

it('follows a split to all that came out, however often', () => {
  expect(land('a')).toBe('a')
  expect(land('ab', change('a', 'cd'))).toBe('bcd')
  expect(land('a', change('a', 'cd'), change('d', 'ef'))).toBe('cef')
  expect(land('b', change('a', 'cd'))).toBe('b')
})

it('follows a merger of just what was asked, and none that takes in more', () => {
  expect(land('ab', change('ab', 'm'))).toBe('m')
  expect(land('a', change('a', 'cd'), change('cd', 'm'))).toBe('m')
  expect(land('abc', change('ab', 'm'))).toBe('cm')
  const more = { code: 'plot-retired', values: { code: 'La', became: 'Lm' } }
  expect(land('a', change('ab', 'm'))).toMatchObject(more)
  // A later split does not give the old plot back.
  expect(land('a', change('ab', 'm'), change('m', 'xy'))).toMatchObject(more)
})
