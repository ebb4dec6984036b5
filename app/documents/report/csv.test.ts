import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf } from './csv'

test('begins with a byte order mark and ends every row with CRLF', () => {
  expect(csvOf([['a', 1, true, null], ['b']])).toBe('\uFEFFa,1,true,\r\nb\r\n')
})

test('quotes what needs it', () => {
  expect(csvOf([['a,b', 'say "x"', 'two\nlines']])).toBe('\uFEFF"a,b","say ""x""","two\nlines"\r\n')
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('keeps %j a text', (text) => {
  expect(csvOf([[text]]).replace(/^\uFEFF"?/, '')).toMatch(/^'/)
})

test('leaves numbers below zero alone', () => {
  expect(csvOf([[-5]])).toBe('\uFEFF-5\r\n')
})

test('no cell begins a formula, whatever the text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const cell = csvOf([[text]]).slice(1)
      expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@\t]/)
    }),
  )
})
