import type { Words } from '~/domain/case/letter'
import { type Lang, textIn } from '~/domain/text'
import { type Key, translator } from './translate'

const LOCALES: Record<Lang, string> = { vi: 'vi-VN', en: 'en-GB', zh: 'zh-CN' }

const VIETNAM_OFFSET_MS = 7 * 3_600_000

const two = (value: number): string => String(value).padStart(2, '0')

/** A day (YYYY-MM-DD) in words; in Vietnamese with the leading zeros of Decree 30/2020 (days to 9, months 1 and 2). */
export function dayIn(day: string, lang: Lang): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const t = translator(lang, 'documents')
  return t('format.day', {
    day: lang === 'vi' ? two(date) : date,
    month: t(`format.month.${month}` as Key<'documents'>),
    year,
  })
}

/** An instant (ISO 8601) as the clock in Vietnam showed it, with seconds where `precise`. */
export function instantIn(instant: string, lang: Lang, precise = false): string {
  const there = new Date(Date.parse(instant) + VIETNAM_OFFSET_MS).toISOString()
  const t = translator(lang, 'documents')
  return t('format.instant', { time: there.slice(11, precise ? 19 : 16), day: dayIn(there.slice(0, 10), lang) })
}

/** The Vietnamese day (YYYY-MM-DD) of an instant. */
export const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + VIETNAM_OFFSET_MS).toISOString().slice(0, 10)

/** An area in square metres and hectares. */
export function areaIn(areaM2: number, lang: Lang): string {
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: digits }).format(value)
  return `${number(areaM2, 0)} m² (${number(areaM2 / 10_000, 2)} ha)`
}

/** Words in a language; what was typed stays as typed. */
export const say = (words: Words, lang: Lang): string => (typeof words === 'string' ? words : textIn(words, lang))
