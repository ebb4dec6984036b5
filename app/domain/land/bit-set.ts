/** A set of places in a list, 32 to a word: place `p` is bit `p & 31` of word `p >> 5`. Bits beyond the list are never set. */
export type BitSet = Uint32Array

export const emptyBits = (size: number): BitSet => new Uint32Array((size + 31) >> 5)

export const hasBit = (bits: BitSet, place: number): boolean =>
  (((bits[place >> 5] as number) >>> (place & 31)) & 1) === 1

export const setBit = (bits: BitSet, place: number): void => {
  bits[place >> 5] = (bits[place >> 5] as number) | (1 << (place & 31))
}

/** The places a test holds for. Calling a function for each is slow at 100,000: for what is kept. */
export function bitsWhere(size: number, holds: (place: number) => boolean): BitSet {
  const bits = emptyBits(size)
  for (let place = 0; place < size; place += 1) if (holds(place)) setBit(bits, place)
  return bits
}

/** The places whose value lies between two, both among them. NaN lies nowhere. */
export function bitsBetween(column: Int32Array | Float64Array, least: number, most: number): BitSet {
  const bits = emptyBits(column.length)
  for (let word = 0, place = 0; word < bits.length; word += 1) {
    const end = Math.min(place + 32, column.length)
    let found = 0
    for (let bit = 0; place < end; place += 1, bit += 1) {
      const value = column[place] as number
      if (value >= least && value <= most) found |= 1 << bit
    }
    bits[word] = found
  }
  return bits
}

/** Leaves in a set what is in the other too. */
export function keepBits(bits: BitSet, others: BitSet): void {
  for (let word = 0; word < bits.length; word += 1) bits[word] = (bits[word] as number) & (others[word] as number)
}

/** Takes from a set what is in the other. */
export function dropBits(bits: BitSet, others: BitSet): void {
  for (let word = 0; word < bits.length; word += 1) bits[word] = (bits[word] as number) & ~(others[word] as number)
}

/** Adds what is in the other. */
export function addBits(bits: BitSet, others: BitSet): void {
  for (let word = 0; word < bits.length; word += 1) bits[word] = (bits[word] as number) | (others[word] as number)
}

export function countBits(bits: BitSet): number {
  let count = 0
  for (let word = 0; word < bits.length; word += 1) {
    let rest = bits[word] as number
    rest -= (rest >>> 1) & 0x5555_5555
    rest = (rest & 0x3333_3333) + ((rest >>> 2) & 0x3333_3333)
    count += Math.imul((rest + (rest >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
  }
  return count
}

/** The places of a set in order; `count` is how many there are. */
export function placesOf(bits: BitSet, count: number): Uint32Array {
  const places = new Uint32Array(count)
  let found = 0
  for (let word = 0; word < bits.length; word += 1) {
    for (let rest = bits[word] as number; rest !== 0; rest &= rest - 1) {
      places[found++] = (word << 5) + 31 - Math.clz32(rest & -rest)
    }
  }
  return places
}
