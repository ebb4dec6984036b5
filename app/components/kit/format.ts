import { useMemo } from 'react'
import type { Lang } from '~/domain/text'
import { useLang } from './use-lang'

// Written out by hand and not with Intl: server and browser must give the same letters whatever ICU each has.
const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEKDAYS: Record<Lang, readonly string[]> = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  zh: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
}
const WEEKDAYS_SHORT: Record<Lang, readonly string[]> = {
  vi: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
}
const SEPARATORS: Record<Lang, { group: string; decimal: string }> = {
  vi: { group: '.', decimal: ',' },
  en: { group: ',', decimal: '.' },
  zh: { group: ',', decimal: '.' },
}
const CURRENCIES: Record<Lang, Record<string, string>> = {
  vi: { VND: 'đồng', USD: 'USD' },
  en: { VND: 'VND', USD: 'USD' },
  zh: { VND: '越南盾', USD: '美元' },
}
const HECTARE: Record<Lang, string> = { vi: 'ha', en: 'ha', zh: '公顷' }
const VIETNAM_OFFSET_MS = 7 * 3_600_000
const DAY_MS = 24 * 3_600_000
const END_OF: Record<Lang, string> = { vi: 'hết ', en: 'the end of ', zh: '' }
const SPACE = '\u00a0'
const DASH = '–'

const partsOf = (day: string) => ({ year: day.slice(0, 4), month: day.slice(5, 7), date: day.slice(8, 10) })
const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()

/** A day `YYYY-MM-DD` as people there write it: 24/11/2026, 24 Nov 2026, 2026年11月24日. */
export function formatDay(day: string, lang: Lang): string {
  const { year, month, date } = partsOf(day)
  if (lang === 'vi') return `${date}/${month}/${year}`
  if (lang === 'en') return `${Number(date)} ${MONTHS_EN[Number(month) - 1]} ${year}`
  return `${year}年${Number(month)}月${Number(date)}日`
}

/** A day with its weekday, where a deadline is meant. */
export function formatDayLong(day: string, lang: Lang): string {
  const weekday = WEEKDAYS[lang][weekdayOf(day)]
  if (lang === 'zh') return `${formatDay(day, lang)}${weekday}`
  return `${weekday}${lang === 'en' ? ',' : ''} ${formatDay(day, lang)}`
}

/** A day for narrow columns: T6 20/11, Fri 20 Nov, 周五 11月20日. */
export function formatDayShort(day: string, lang: Lang): string {
  const { month, date } = partsOf(day)
  const weekday = WEEKDAYS_SHORT[lang][weekdayOf(day)]
  if (lang === 'vi') return `${weekday} ${date}/${month}`
  if (lang === 'en') return `${weekday} ${Number(date)} ${MONTHS_EN[Number(month) - 1]}`
  return `${weekday} ${Number(month)}月${Number(date)}日`
}

/** An instant (a Date, or its ISO text) in Vietnam's time: 24/11/2026 14:05. */
export function formatInstant(instant: Date | string, lang: Lang): string {
  const local = new Date(new Date(instant).getTime() + VIETNAM_OFFSET_MS).toISOString()
  return `${formatDay(local.slice(0, 10), lang)} ${local.slice(11, 16)}`
}

/** The end of something that lasts until an instant: at midnight, the day before to its end: hết 03/01/2027. */
export function formatUntil(instant: Date | string, lang: Lang): string {
  const localMs = new Date(instant).getTime() + VIETNAM_OFFSET_MS
  if (localMs % DAY_MS !== 0) return formatInstant(instant, lang)
  return END_OF[lang] + formatDay(new Date(localMs - DAY_MS).toISOString().slice(0, 10), lang)
}

/** A number, or a decimal text of any length, grouped by the language; `decimals` fixes how many are shown. */
export function formatNumber(value: number | string, lang: Lang, decimals?: number): string {
  const { group, decimal } = SEPARATORS[lang]
  const plain = decimals === undefined ? String(value) : roundText(String(value), decimals)
  const [whole = '', fraction] = plain.replace(/^-/, '').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  return `${plain.startsWith('-') ? '−' : ''}${grouped}${fraction ? decimal + fraction : ''}`
}

// Numbers beyond 2^53 arrive as text; those are shown whole, others rounded half away from zero.
function roundText(text: string, decimals: number): string {
  const number = Number(text)
  if (Number.isSafeInteger(Math.trunc(number * 10 ** decimals))) return number.toFixed(decimals)
  return text.split('.')[0] ?? text
}

/** Square metres as hectares with two decimals and the unit: 16,40 ha. */
export const formatHectares = (areaM2: number, lang: Lang): string =>
  `${formatNumber(areaM2 / 10_000, lang, 2)}${SPACE}${HECTARE[lang]}`

/** Money with its currency: `412000000000` VND, `16.20` USD. A decimal text keeps its decimals. */
export const formatMoney = (amount: string | number, currency: string, lang: Lang): string =>
  `${formatNumber(amount, lang)}${SPACE}${CURRENCIES[lang][currency] ?? currency}`

/** Two ends of a range, which may be the same. */
export const formatRange = (from: string, to: string): string => (from === to ? from : `${from} ${DASH} ${to}`)

/** How dates, numbers and amounts are written in the page's language. */
export function useFormat() {
  const lang = useLang()
  return useMemo(
    () => ({
      lang,
      day: (day: string) => formatDay(day, lang),
      dayLong: (day: string) => formatDayLong(day, lang),
      dayShort: (day: string) => formatDayShort(day, lang),
      instant: (instant: Date | string) => formatInstant(instant, lang),
      until: (instant: Date | string) => formatUntil(instant, lang),
      number: (value: number | string, decimals?: number) => formatNumber(value, lang, decimals),
      hectares: (areaM2: number) => formatHectares(areaM2, lang),
      money: (amount: string | number, currency: string) => formatMoney(amount, currency, lang),
      range: (from: string, to: string) => formatRange(from, to),
    }),
    [lang],
  )
}
