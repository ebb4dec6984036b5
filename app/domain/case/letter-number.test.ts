import { expect, it } from 'vitest'
import { LETTER_KINDS } from './letter'
import {
  DEFAULT_SCHEME,
  letterNumber,
  type NumberScheme,
  newScheme,
  numberPattern,
  readScheme,
  seriesOf,
} from './letter-number'

const codeOf = (text: string, reader = newScheme) => {
  const read = reader(text)
  return read.ok ? 'ok' : read.refusal.code
}

it('reads a scheme with number and year, and with nothing else than the kind', () => {
  for (const good of [DEFAULT_SCHEME, '{number}/{year}', 'CM {year}-{number}', '{number}/{kind}-XTĐT/{year}'])
    expect(codeOf(good)).toBe('ok')
  for (const bad of [
    '',
    '12',
    '{number}',
    '{year}',
    '{number}/{year}/{month}',
    '{number}/{number}/{year}',
    '{}{number}{year}',
  ])
    expect(codeOf(bad)).toBe('scheme-parts')
  for (const bad of ['<script>{number}/{year}', '{number}/{year}/{', '{number}/{year}"'])
    expect(codeOf(bad)).toBe('scheme-signs')
  // What is kept already goes on as it is.
  expect(codeOf('{number}/{year}/{kind}–CM', readScheme)).toBe('ok')
  expect(codeOf(`{number}/{year}${'x'.repeat(40)}`)).toBe('too-long')
})

it('never gives two letters the same number: series apart where numbers could meet', () => {
  for (const scheme of [DEFAULT_SCHEME, '{number}/{year}' as typeof DEFAULT_SCHEME]) {
    const given = new Map<string, string>()
    const counts = new Map<string, number>()
    for (const year of ['2026', '2027'])
      for (const kind of [...LETTER_KINDS, ...LETTER_KINDS]) {
        const series = seriesOf(scheme, kind, year)
        const count = (counts.get(series) ?? 0) + 1
        counts.set(series, count)
        const number = letterNumber(scheme, kind, year, count)
        expect(given.get(number)).toBeUndefined()
        given.set(number, kind)
      }
  }
  expect(letterNumber(DEFAULT_SCHEME, 'apology', '2026', 7)).toBe('07/2026/TXL-CM')
  expect(letterNumber(DEFAULT_SCHEME, 'decision_refusal', '2026', 1234)).toBe('1234/2026/TB-CM')
})

it('knows every number a scheme makes, and its count; signs of regular expressions are signs', () => {
  for (const scheme of [DEFAULT_SCHEME, '{year}-{number}/XTĐT', 'a.b (x) {number}+{year}|{kind}$'] as NumberScheme[])
    for (const kind of LETTER_KINDS) {
      const pattern = new RegExp(numberPattern(scheme, kind, '2026'))
      for (const count of [1, 9, 10, 1234]) {
        const number = letterNumber(scheme, kind, '2026', count)
        expect([number, Number(pattern.exec(number)?.[1])]).toEqual([number, count])
        expect(pattern.test(`${number}1`)).toBe(scheme.endsWith('{number}'))
        expect(pattern.test(letterNumber(scheme, kind, '2027', count))).toBe(false)
      }
    }
  expect(new RegExp(numberPattern('a.b{number}{year}' as NumberScheme, 'apology', '2026')).test('axb012026')).toBe(
    false,
  )
  const fixed = '{number}/{year}/TB-CM' as NumberScheme
  const made = letterNumber(DEFAULT_SCHEME, 'decision_approval', '2026', 3)
  expect(new RegExp(numberPattern(fixed, 'apology', '2026')).exec(made)?.[1]).toBe('03')
})
