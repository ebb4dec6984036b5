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

const SHORT: Record<Lang, Intl.DateTimeFormatOptions> = {
  vi: { day: '2-digit', month: '2-digit', year: 'numeric' },
  en: { day: 'numeric', month: 'short', year: 'numeric' },
  zh: { day: 'numeric', month: 'long', year: 'numeric' },
}

/** A day (YYYY-MM-DD) for tables: 24/11/2026, 24 Nov 2026, 2026年11月24日. */
export const shortDayIn = (day: string, lang: Lang): string =>
  new Intl.DateTimeFormat(LOCALES[lang], { ...SHORT[lang], timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

/** An instant (ISO 8601) as the clock in Vietnam showed it, with seconds where `precise`. */
export function instantIn(instant: string, lang: Lang, precise = false): string {
  const there = new Date(Date.parse(instant) + VIETNAM_OFFSET_MS).toISOString()
  const t = translator(lang, 'documents')
  return t('format.instant', { time: there.slice(11, precise ? 19 : 16), day: dayIn(there.slice(0, 10), lang) })
}

/** The Vietnamese day (YYYY-MM-DD) of an instant. */
export const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + VIETNAM_OFFSET_MS).toISOString().slice(0, 10)

/** A number grouped by the language, with at most so many decimals. */
export const numberIn = (value: number, lang: Lang, digits = 2): string =>
  new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: digits }).format(value)

/** An area in square metres and hectares. */
export const areaIn = (areaM2: number, lang: Lang): string =>
  `${numberIn(areaM2, lang, 0)} m² (${numberIn(areaM2 / 10_000, lang)} ha)`

/** Words in a language; what was typed stays as typed. */
export const say = (words: Words, lang: Lang): string => (typeof words === 'string' ? words : textIn(words, lang))
