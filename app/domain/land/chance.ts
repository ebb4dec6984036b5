/**
 * A number in [0, 1) that depends on its keys only: illustrative data must be the same on every machine
 * and every run. FNV-1a over the joined keys, then one mixing step.
 */
export const chance = (...keys: readonly (string | number)[]): number => {
  let h = 0x811c9dc5
  for (const char of keys.join('|')) {
    h ^= char.codePointAt(0) ?? 0
    h = Math.imul(h, 0x01000193)
  }
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad)
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97)
  return ((h ^ (h >>> 15)) >>> 0) / 0x1_0000_0000
}
