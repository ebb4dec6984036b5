import { setImmediate as letOthersIn } from 'node:timers/promises'

/** Long enough to get on, short enough that nobody waits for it. */
const SLICE_MS = 6

/** Runs work that is written in steps, and lets the process answer others after each few milliseconds of it. */
export async function inSlices<T>(steps: Generator<void, T>): Promise<T> {
  let since = performance.now()
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    if (performance.now() - since < SLICE_MS) continue
    await letOthersIn()
    since = performance.now()
  }
}
