import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { database } from './db.server'
import { settings } from './env.server'

/** How often one address (or one account) may try, per window. */
const LIMITS = {
  'sign-in': { points: 20, seconds: 15 * 60 },
  'sign-in-account': { points: 10, seconds: 15 * 60 },
  register: { points: 10, seconds: 3600 },
  'mail-invitation': { points: 60, seconds: 3600 },
  'mail-link': { points: 5, seconds: 3600 },
  message: { points: 60, seconds: 3600 },
  upload: { points: 120, seconds: 3600 },
  'audit-check': { points: 20, seconds: 3600 },
  'data-sheet': { points: 60, seconds: 3600 },
  enquiry: { points: 10, seconds: 3600 },
  match: { points: 120, seconds: 60 },
} as const
export type LimitName = keyof typeof LIMITS

const limiters = new Map<LimitName, RateLimiterPostgres>()

// Without the statement's name: the connections of the embedded database share one backend, where a name stands once.
function limiterOf(name: LimitName): RateLimiterPostgres {
  let limiter = limiters.get(name)
  if (!limiter) {
    limiter = new RateLimiterPostgres({
      storeClient: {
        query: ({ text, values }: { text: string; values: unknown[] }) => database().pool.query(text, values),
      },
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix: name,
      points: LIMITS[name].points,
      duration: LIMITS[name].seconds,
    })
    limiters.set(name, limiter)
  }
  return limiter
}

/** Counts one try. Refuses `too-many-requests` with the seconds to wait. */
export async function countTry(name: LimitName, key: string): Promise<Verdict<true>> {
  if (settings().NODE_ENV === 'test') return ok(true)
  try {
    await limiterOf(name).consume(key)
    return ok(true)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    return refuse('too-many-requests', { seconds: Math.ceil(error.msBeforeNext / 1000) })
  }
}

/** Forgives an account's failed tries after it signed in. */
export async function forgetTries(name: LimitName, key: string): Promise<void> {
  if (settings().NODE_ENV !== 'test') await limiterOf(name).delete(key)
}
