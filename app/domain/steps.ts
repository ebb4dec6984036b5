/** Work in steps: whoever runs it may do something else between two. */
export type Steps<T> = Generator<void, T>

/** Runs something in steps to its end. */
export function ended<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Sorted at one go before pauses begin, and merged between two. */
const RUN = 1024
const MERGED = 4096

/** A sorted copy, in steps; what compares equal stays in the order given. */
export function* sortedSteps<T>(items: readonly T[], compare: (one: T, other: T) => number): Steps<T[]> {
  let runs: T[][] = []
  for (let from = 0; from < items.length; from += RUN) {
    runs.push(items.slice(from, from + RUN).sort(compare))
    yield
  }
  while (runs.length > 1) {
    const merged: T[][] = []
    for (let at = 0; at < runs.length; at += 2) {
      const [one, other] = [runs[at] as T[], runs[at + 1]]
      merged.push(other ? yield* mergedSteps(one, other, compare) : one)
    }
    runs = merged
  }
  return runs[0] ?? []
}

function* mergedSteps<T>(one: readonly T[], other: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  const merged: T[] = []
  let [left, right] = [0, 0]
  while (left < one.length && right < other.length) {
    const [a, b] = [one[left] as T, other[right] as T]
    if (compare(a, b) <= 0) {
      merged.push(a)
      left += 1
    } else {
      merged.push(b)
      right += 1
    }
    if (merged.length % MERGED === 0) yield
  }
  for (; left < one.length; left += 1) merged.push(one[left] as T)
  for (; right < other.length; right += 1) merged.push(other[right] as T)
  return merged
}
