import { ok, refuse, type Verdict } from '../verdict'
import type { LetterKind } from './letter'

/** How the office numbers its letters: `{number}`, `{year}` and, where kinds are counted apart, `{kind}`. */
export type NumberScheme = string & { readonly numberScheme: unique symbol }

/** The scheme until the office sets its own. It names the system, so that nobody takes it for a register's number. */
export const DEFAULT_SCHEME = '{number}/{year}/{kind}-CM' as NumberScheme

const MAX_LENGTH = 40
const PART = /\{(\w*)\}/g

/**
 * A scheme as the office wrote it. Refuses `invalid-form` where number or year is missing (numbers begin anew each
 * year), a part is unknown or named twice; `too-long`.
 */
export function readScheme(text: string): Verdict<NumberScheme> {
  if (text.length > MAX_LENGTH) return refuse('too-long', { max: MAX_LENGTH })
  const parts = [...text.matchAll(PART)].map((match) => match[1] ?? '')
  const known = parts.every((part) => ['number', 'year', 'kind'].includes(part))
  const whole = known && new Set(parts).size === parts.length && parts.includes('number') && parts.includes('year')
  return whole ? ok(text as NumberScheme) : refuse('invalid-form')
}

/** What a kind is called in a number, after the abbreviations of Decree 30/2020 (TB: thông báo). */
const SYMBOLS: Record<LetterKind, string> = {
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
