import { expect, test } from 'vitest'
import { MOST_IN_BASKET, putInBasket, readBasket, takeFromBasket, writeBasket } from './basket'

test('keeps codes in order, each once, and nothing that is not a code', () => {
  expect(readBasket('HL-A1.HL-A2.HL-A1')).toEqual(['HL-A1', 'HL-A2'])
  expect(readBasket('HL-A1.<script>..a b.hl-a2.HL-A9')).toEqual(['HL-A1', 'HL-A9'])
  expect(readBasket('')).toEqual([])
  expect(readBasket(writeBasket(['HL-A1', 'DB-C3']))).toEqual(['HL-A1', 'DB-C3'])
  expect(takeFromBasket(['HL-A1', 'DB-C3'], 'HL-A1')).toEqual(['DB-C3'])
})

test('is full with twenty, however the cookie was written', () => {
  const many = Array.from({ length: 30 }, (_, i) => `P-${i}`)
  const basket = readBasket(writeBasket(many))
  expect(basket).toHaveLength(MOST_IN_BASKET)
  expect(putInBasket(basket, 'P-29')).toMatchObject({ refusal: { code: 'basket-full', values: { max: 20 } } })
  expect(putInBasket(basket, 'P-3')).toEqual({ ok: true, value: basket })
  expect(putInBasket([], 'P-3')).toEqual({ ok: true, value: ['P-3'] })
  expect(putInBasket([], '../etc')).toMatchObject({ refusal: { code: 'not-found' } })
})
