import { setTimeout } from 'node:timers/promises'
import { settings } from './env.server'

const FLOOR_MS = 400

/** Answers no sooner than a fixed time from now: whether an account was found does not show in how long it took. */
export async function evenTime<T>(work: Promise<T>): Promise<T> {
  const floor = settings().NODE_ENV === 'test' ? Promise.resolve() : setTimeout(FLOOR_MS)
  const [value] = await Promise.all([work, floor])
  return value
}
