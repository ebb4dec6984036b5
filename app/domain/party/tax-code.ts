import { ok, refuse, type Verdict } from '../verdict'

const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const

/** The tenth digit that nine digits ask for; 10 means that no code begins with them. */
const checkDigit = (digits: string): number =>
  10 - (WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11)

/**
 * A tax code as it is written officially: spaces, dots and full-width characters gone,
 * 13 digits as `NNNNNNNNNN-NNN`. What is not a tax code keeps its other characters.
 */
export const normalizeTaxCode = (text: string): string => {
  const bare = text
    .normalize('NFKC')
    .replace(/[\s.]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
  return bare.replace(/^(\d{10})-?(\d{3})$/, '$1-$2')
}

/**
 * Reads a Vietnamese tax code: 10 digits, or 13 with the number of a dependent unit, 001 to 999.
 * The tenth digit is 10 − (Σ weight × digit mod 11) of the first nine; where that is 10 there is no such code
 * (structure in Circular 105/2020/TT-BTC Art 5). Gives it normalized. Refuses with `tax-code-invalid`.
 */
export const parseTaxCode = (text: string): Verdict<string> => {
  const code = normalizeTaxCode(text)
  const valid = /^\d{10}(-(?!000)\d{3})?$/.test(code) && checkDigit(code) === Number(code[9])
  return valid ? ok(code) : refuse('tax-code-invalid')
}
