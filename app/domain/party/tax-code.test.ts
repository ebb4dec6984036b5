import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalizeTaxCode, parseTaxCode } from './tax-code'

const read = (text: string) => {
  const verdict = parseTaxCode(text)
  return verdict.ok ? verdict.value : verdict.refusal.code
}

describe('by hand', () => {
  test.each([
    // Σ = 29 + 17 + 63 + 5 = 114, 114 mod 11 = 4, 10 − 4 = 6
    ['0100109106', '0100109106'],
    // Σ = 87 + 85 + 104 + 56 + 25 + 18 = 375, mod 11 = 1, 9
    ['0300588569', '0300588569'],
    // Σ = 29 + 17 + 3 = 49, mod 11 = 5, 5
    ['0100100015', '0100100015'],
    ['0100109106-001', '0100109106-001'],
    ['0100109106001', '0100109106-001'],
    [' 0100109106 - 999 ', '0100109106-999'],
    ['0100109106\u2013012', '0100109106-012'],
    ['0100.109.106', '0100109106'],
    ['\uff10\uff11\uff10\uff10\uff11\uff10\uff19\uff11\uff10\uff16', '0100109106'],
  ])('%j is %s', (text, code) => {
    expect(read(text)).toBe(code)
  })

  test.each([
    '',
    '0100109105',
    '0100109107',
    '010010910',
    '01001091066',
    '0100109106-01',
    '0100109106-000',
    '0100109106000',
    '0100109106-0011',
    '0100109105-001',
    'O100109106',
    '0100109106 VN',
    // Σ = 0, 10 − 0 = 10: no code begins with nine noughts.
    '0000000000',
    '0000000001',
    '00000000010',
    // Σ = 17 + 5 = 22, mod 11 = 0: no tenth digit makes it valid.
    '0000100100',
    '0000100101',
  ])('%j is no tax code', (text) => {
    expect(read(text)).toBe('tax-code-invalid')
  })

  test('normalizing leaves other texts alone', () => {
    expect(normalizeTaxCode('DE 123-456')).toBe('DE123-456')
  })
})

const nine = fc.stringMatching(/^\d{9}$/)

test('for nine digits at most one tenth is right, and then it satisfies the sum', () => {
  fc.assert(
    fc.property(nine, (first) => {
      const right = [...'0123456789'].filter((last) => parseTaxCode(first + last).ok)
      expect(right.length).toBeLessThanOrEqual(1)
      const sum = [31, 29, 23, 19, 17, 13, 7, 5, 3].reduce((all, weight, at) => all + weight * Number(first[at]), 0)
      expect(right.length === 0).toBe(sum % 11 === 0)
      for (const last of right) expect((sum + Number(last)) % 11).toBe(10)
    }),
  )
})

test('one mistyped digit is always found', () => {
  fc.assert(
    fc.property(nine, fc.nat(9), fc.integer({ min: 1, max: 9 }), (first, at, by) => {
      const code = [...'0123456789'].map((last) => first + last).find((whole) => parseTaxCode(whole).ok)
      fc.pre(code !== undefined)
      const wrong = [...(code ?? '')].map((digit, i) => (i === at ? `${(Number(digit) + by) % 10}` : digit)).join('')
      expect(parseTaxCode(wrong).ok).toBe(false)
    }),
  )
})
