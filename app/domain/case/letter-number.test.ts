import { expect, it } from 'vitest'
import { LETTER_KINDS } from './letter'
import { DEFAULT_SCHEME, letterNumber, readScheme, seriesOf } from './letter-number'

const codeOf = (text: string) => {
  const read = readScheme(text)
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
    expect(codeOf(bad)).toBe('invalid-form')
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
