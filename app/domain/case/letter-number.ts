import { ok, refuse, type Verdict } from '../verdict'
import type { LetterKind } from './letter'

/** How the office numbers its letters: `{number}`, `{year}` and, where kinds are counted apart, `{kind}`. */
export type NumberScheme = string & { readonly numberScheme: unique symbol }

/** The scheme until the office sets its own. It names the system, so that nobody takes it for a register's number. */
export const DEFAULT_SCHEME = '{number}/{year}/{kind}-CM' as NumberScheme

export const SCHEME_LENGTH = 40
const PART = /\{(\w*)\}/g
/** What a number is written with besides its parts. */
const SIGNS = /^[\p{L}\p{N} ./_()-]*$/u

/**
 * A scheme that is to be the office's. Refuses what `readScheme` refuses, and `scheme-signs` for what no number is written
 * with.
 */
export function newScheme(text: string): Verdict<NumberScheme> {
  const scheme = readScheme(text)
  if (!scheme.ok) return scheme
  return SIGNS.test(text.replace(PART, '')) ? scheme : refuse('scheme-signs')
}

/**
 * A scheme as it is kept. Refuses `scheme-parts` where number or year is missing (numbers begin anew each year), a part
 * is unknown or named twice; `too-long`.
 */
export function readScheme(text: string): Verdict<NumberScheme> {
  if (text.length > SCHEME_LENGTH) return refuse('too-long', { max: SCHEME_LENGTH })
  const parts = [...text.matchAll(PART)].map((match) => match[1] ?? '')
  const known = parts.every((part) => ['number', 'year', 'kind'].includes(part))
  const whole = known && new Set(parts).size === parts.length && parts.includes('number') && parts.includes('year')
  if (!whole) return refuse('scheme-parts')
  return ok(text as NumberScheme)
}

/** What a kind is called in a number, after the abbreviations of Decree 30/2020 (TB: thông báo). */
export const SYMBOLS: Record<LetterKind, string> = {
  official_receipt: 'GTN',
  supplement_request: 'PYC',
  refusal_of_dossier: 'PTC',
  return_letter: 'TB',
  decision_approval: 'TB',
  decision_refusal: 'TB',
  apology: 'TXL',
  stop_notice: 'TB',
  hold_notice: 'TB',
  release_notice: 'TB',
}

/** The series a letter's number is taken from: one a year, or one a year and symbol where the scheme names the kind. */
export const seriesOf = (scheme: NumberScheme, kind: LetterKind, year: string): string =>
  scheme.includes('{kind}') ? `letter/${year}/${SYMBOLS[kind]}` : `letter/${year}`

/** The number of the `count`th letter of its series; below ten with a zero before it. */
export const letterNumber = (scheme: NumberScheme, kind: LetterKind, year: string, count: number): string =>
  scheme.replace('{number}', String(count).padStart(2, '0')).replace('{year}', year).replace('{kind}', SYMBOLS[kind])

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/**
 * Every number a scheme makes of a kind in a year, as a regular expression whose group is the count; counts of more than
 * nine digits are none.
 */
export const numberPattern = (scheme: NumberScheme, kind: LetterKind, year: string): string => {
  const parts = { number: '([0-9]{2,9})', year, kind: SYMBOLS[kind] }
  const pieces = scheme
    .split(PART)
    .map((piece, index) => (index % 2 ? parts[piece as keyof typeof parts] : escaped(piece)))
  return `^${pieces.join('')}$`
}
