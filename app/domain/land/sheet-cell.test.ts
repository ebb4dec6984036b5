import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DecimalMarks, decimalOf, noteDecimal, readDay, readNumber } from './sheet-cell'

const none: DecimalMarks = { comma: null, point: null }
const marksOf = (texts: string[], whole = false): DecimalMarks => {
  const marks: DecimalMarks = { ...none }
  texts.forEach((text, index) => {
    noteDecimal(marks, text, whole, index + 2)
  })
  return marks
}
const read = (texts: string[], whole = false) =>
  texts.map((text) => {
    const verdict = readNumber(text, marksOf(texts, whole), whole)
    return verdict.ok ? verdict.value : verdict.refusal.code
  })

describe('numbers of a sheet', () => {
  it('tells decimal comma and point apart by the whole column', () => {
    expect(read(['1.234', '85,5'])).toEqual([1234, 85.5])
    expect(read(['1.234', '85.5'])).toEqual([1.234, 85.5])
    expect(read(['1.234.567', '2'])).toEqual([1_234_567, 2])
    expect(read(['0,125', '1 234,5'])).toEqual([0.125, 1234.5])
  })

  it('refuses what could be two numbers, and a column that uses both signs, naming the other row', () => {
    expect(read(['1.234', '85'])).toEqual(['number-unclear', 85])
    expect(read(['85,5', '1.234', '90.5', '7'])).toEqual(['number-mixed', 'number-mixed', 'number-mixed', 7])
    expect(readNumber('90.5', marksOf(['85,5', '90.5']), false)).toMatchObject({
      refusal: { code: 'number-mixed', values: { value: '90.5', row: 2 } },
    })
  })

  it('takes a group of three in whole numbers for a thousand, and refuses a fraction', () => {
    expect(read(['20.000', '1.500'], true)).toEqual([20_000, 1500])
    expect(read(['20,000', '1500'], true)).toEqual([20_000, 1500])
    expect(read(['20.000', '20,000'], true)).toEqual(['number-mixed', 'number-mixed'])
    expect(read(['20,5'], true)).toEqual(['not-a-number'])
    expect(readNumber(20.5, none, true)).toMatchObject({ refusal: { code: 'not-a-number' } })
  })

  it('takes nothing else for a number', () => {
    for (const text of ['12a', '1,2,3', '1.23.4', '--5', '1e5', '.', '$5', '٣'])
      expect(read([text])[0], text).toBe('not-a-number')
  })

  it('reads back what either country writes, whatever the number', () => {
    const written = fc.double({ min: 0.01, max: 99_999, noNaN: true }).map((value) => Math.round(value * 100) / 100)
    fc.assert(
      fc.property(fc.array(written, { minLength: 1 }), fc.constantFrom('vi-VN', 'en-US'), (numbers, locale) => {
        const texts = [...numbers, 0.5].map((value) => value.toLocaleString(locale, { minimumFractionDigits: 2 }))
        expect(read(texts)).toEqual([...numbers, 0.5])
      }),
    )
  })

  it('proves nothing by a plain number', () => {
    expect(decimalOf('1234', false)).toBeNull()
    expect(decimalOf('1.234', false)).toBeNull()
    expect(decimalOf('1.234', true)).toBe('comma')
  })
})

describe('days of a sheet', () => {
  it('reads day-first, ISO and a spreadsheet day, and no other', () => {
    const day = (cell: Parameters<typeof readDay>[0]) => {
      const verdict = readDay(cell)
      return verdict.ok ? verdict.value : verdict.refusal.code
    }
    expect([day('5/1/2026'), day('05-01-2026'), day('2026-01-05'), day({ day: '2026-01-05' })]).toEqual(
      Array(4).fill('2026-01-05'),
    )
    for (const cell of ['31/02/2026', '2026-13-01', '1/2', 'hôm qua', 46_027, true]) expect(day(cell)).toBe('not-a-day')
  })
})
