/** A candidate with its score in hundredths; plots by index, ascending. */
export interface Ranked {
  score: number
  plots: readonly number[]
}

/** Order of candidates: score down, then the list of plots up. Negative when `one` comes first. */
export function compareRanked(one: Ranked, other: Ranked): number {
  if (one.score !== other.score) return other.score - one.score
  const shorter = Math.min(one.plots.length, other.plots.length)
  for (let at = 0; at < shorter; at++) {
    const apart = (one.plots[at] as number) - (other.plots[at] as number)
    if (apart !== 0) return apart
  }
  return one.plots.length - other.plots.length
}

/** The best of all candidates offered, at most `limit`: a heap whose root is the worst that is kept. */
export class Best {
  readonly #heap: Ranked[] = []
  readonly #limit: number
  /** Below this score nothing is kept any more. */
  floor = -1

  constructor(limit: number) {
    this.#limit = limit
  }

  offer(candidate: Ranked): void {
    const heap = this.#heap
    if (heap.length < this.#limit) {
      heap.push(candidate)
      this.#rise(heap.length - 1)
    } else if (this.#limit > 0 && compareRanked(candidate, heap[0] as Ranked) < 0) {
      heap[0] = candidate
      this.#sink(0)
    }
    if (heap.length === this.#limit) this.floor = heap[0]?.score ?? Number.POSITIVE_INFINITY
  }

  /** What was kept, best first. */
  sorted(): Ranked[] {
    return [...this.#heap].sort(compareRanked)
  }

  #isWorse(at: number, than: number): boolean {
    return compareRanked(this.#heap[at] as Ranked, this.#heap[than] as Ranked) > 0
  }

  #swap(one: number, other: number): void {
    const kept = this.#heap[one] as Ranked
    this.#heap[one] = this.#heap[other] as Ranked
    this.#heap[other] = kept
  }

  #rise(from: number): void {
    for (let at = from; at > 0; ) {
      const above = (at - 1) >> 1
      if (!this.#isWorse(at, above)) return
      this.#swap(at, above)
      at = above
    }
  }

  #sink(from: number): void {
    for (let at = from; ; ) {
      let worst = at
      for (const below of [2 * at + 1, 2 * at + 2]) {
        if (below < this.#heap.length && this.#isWorse(below, worst)) worst = below
      }
      if (worst === at) return
      this.#swap(at, worst)
      at = worst
    }
  }
}
