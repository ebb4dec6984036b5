import { ok, refuse, type Verdict } from '../verdict'

/** A basket holds as many plots as one interest may name. */
export const MOST_IN_BASKET = 20

const CODE = /^[A-Z0-9][A-Z0-9-]{0,23}$/

/** The codes of a basket as a browser kept them; what cannot be a code is left out, each counts once. */
export const readBasket = (text: string): string[] =>
  [...new Set(text.split('.').filter((code) => CODE.test(code)))].slice(0, MOST_IN_BASKET)

/** A basket as a browser keeps it: without a sign a cookie would have to write otherwise. */
export const writeBasket = (codes: readonly string[]): string => codes.join('.')

/** A basket with a plot more, the newest last. Refuses `basket-full`, `not-found` for what cannot be a code. */
export function putInBasket(basket: readonly string[], code: string): Verdict<string[]> {
  if (!CODE.test(code)) return refuse('not-found')
  if (basket.includes(code)) return ok([...basket])
  if (basket.length >= MOST_IN_BASKET) return refuse('basket-full', { max: MOST_IN_BASKET }, 'plot')
  return ok([...basket, code])
}

export const takeFromBasket = (basket: readonly string[], code: string): string[] =>
  basket.filter((other) => other !== code)
