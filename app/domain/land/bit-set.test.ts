import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addBits, bitsBetween, bitsWhere, countBits, dropBits, hasBit, keepBits, placesOf } from './bit-set'

const lists = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 130 })
const inBoth = fc.tuple(lists, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))

it('says what the same lists say', () => {
  fc.assert(
    fc.property(inBoth, ([list, one, other]) => {
      const places = list.map((_, place) => place)
      const small = places.filter((place) => (list[place] as number) <= one)
      const large = places.filter((place) => (list[place] as number) >= other)
      const [lows, highs] = [
        bitsWhere(list.length, (place) => (list[place] as number) <= one),
        bitsBetween(Int32Array.from(list), other, Number.POSITIVE_INFINITY),
      ]
      const said = (change: (bits: Uint32Array, others: Uint32Array) => void) => {
        const bits = lows.slice()
        change(bits, highs)
        return [...placesOf(bits, countBits(bits))]
      }
      expect([...placesOf(lows, countBits(lows))]).toEqual(small)
      expect(places.filter((place) => hasBit(highs, place))).toEqual(large)
      expect(said(keepBits)).toEqual(small.filter((place) => large.includes(place)))
      expect(said(dropBits)).toEqual(small.filter((place) => !large.includes(place)))
      expect(said(addBits)).toEqual(places.filter((place) => small.includes(place) || large.includes(place)))
    }),
  )
})

it('finds the last bit of a word and of the list', () => {
  for (const size of [31, 32, 33, 64, 65]) {
    const all = bitsWhere(size, () => true)
    expect(countBits(all)).toBe(size)
    expect([...placesOf(all, size)].at(-1)).toBe(size - 1)
  }
})

it('leaves out what is no number', () => {
  const bits = bitsBetween(Float64Array.of(Number.NaN, 1, 2), Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
  expect([...placesOf(bits, countBits(bits))]).toEqual([1, 2])
})
