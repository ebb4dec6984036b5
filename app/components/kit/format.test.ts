import { describe, expect, it } from 'vitest'
import {
  formatDay,
  formatDayLong,
  formatDayShort,
  formatHectares,
  formatInstant,
  formatMoney,
  formatNumber,
  formatRange,
  formatUntil,
} from './format'

describe('days and instants', () => {
  it('writes a day as each language does', () => {
    expect(formatDay('2026-11-04', 'vi')).toBe('04/11/2026')
    expect(formatDay('2026-11-04', 'en')).toBe('4 Nov 2026')
    expect(formatDay('2026-11-04', 'zh')).toBe('2026年11月4日')
  })
  it('names the weekday of a deadline', () => {
    expect(formatDayLong('2026-11-27', 'vi')).toBe('thứ Sáu 27/11/2026')
    expect(formatDayLong('2026-11-27', 'en')).toBe('Friday, 27 Nov 2026')
    expect(formatDayLong('2026-11-29', 'zh')).toBe('2026年11月29日星期日')
    expect(formatDayShort('2026-12-14', 'vi')).toBe('T2 14/12')
  })
  it('shows an instant in Vietnam, over midnight too', () => {
    expect(formatInstant('2026-11-24T17:05:00.000Z', 'vi')).toBe('25/11/2026 00:05')
    expect(formatInstant(new Date('2026-12-31T16:59:59.000Z'), 'en')).toBe('31 Dec 2026 23:59')
  })
  it('names the last whole day where something ends at midnight', () => {
    expect(formatUntil('2027-01-03T17:00:00.000Z', 'vi')).toBe('hết 03/01/2027')
    expect(formatUntil(new Date('2026-12-31T17:00:00.000Z'), 'en')).toBe('the end of 31 Dec 2026')
    expect(formatUntil('2027-01-03T17:00:00.000Z', 'zh')).toBe('2027年1月3日')
    expect(formatUntil('2027-01-03T16:59:00.000Z', 'vi')).toBe('03/01/2027 23:59')
  })
})

describe('numbers', () => {
  it('groups by the language', () => {
    expect(formatNumber(1234567.5, 'vi')).toBe('1.234.567,5')
    expect(formatNumber(1234567.5, 'en')).toBe('1,234,567.5')
    expect(formatNumber(-1200, 'zh')).toBe('−1,200')
    expect(formatNumber(999, 'vi')).toBe('999')
  })
  it('fixes decimals when asked', () => {
    expect(formatNumber(2, 'vi', 1)).toBe('2,0')
    expect(formatNumber('98.456', 'en', 2)).toBe('98.46')
  })
  it('writes areas and money with their unit, long amounts whole', () => {
    expect(formatHectares(164_000, 'vi')).toBe('16,40\u00a0ha')
    expect(formatHectares(5, 'zh')).toBe('0.00\u00a0公顷')
    expect(formatMoney('412000000000', 'VND', 'vi')).toBe('412.000.000.000\u00a0đồng')
    expect(formatMoney('99999999999999999999.50', 'USD', 'en')).toBe('99,999,999,999,999,999,999.50\u00a0USD')
  })
  it('writes a range once when both ends are the same', () => {
    expect(formatRange('2 ha', '3 ha')).toBe('2 ha – 3 ha')
    expect(formatRange('2 ha', '2 ha')).toBe('2 ha')
  })
})
