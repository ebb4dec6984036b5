import { expect, test } from 'vitest'
import { afterFailure, MAX_ATTEMPTS, type MailFailure } from './delivery'

test.each<[string, MailFailure, string]>([
  ['an unknown address', { responseCode: 550, code: 'EENVELOPE' }, 'failed'],
  ['a message refused', { responseCode: 554, code: 'EMESSAGE' }, 'failed'],
  ['a full box', { responseCode: 452, code: 'EENVELOPE' }, 'queued'],
  ['greylisting', { responseCode: 451, code: 'EENVELOPE' }, 'queued'],
  ['our own sign-in refused', { responseCode: 535, code: 'EAUTH' }, 'queued'],
  ['a connection that broke', { code: 'ECONNECTION' }, 'queued'],
  ['no answer', { code: 'ETIMEDOUT' }, 'queued'],
])('%s', (_name, failure, state) => {
  expect(afterFailure(failure, 1).state).toBe(state)
  expect(afterFailure(failure, MAX_ATTEMPTS).state).toBe('failed')
})

test('each wait is twice the one before', () => {
  const waits = [1, 2, 3].map((attempts) => afterFailure({ code: 'ECONNECTION' }, attempts))
  expect(waits).toEqual([120_000, 240_000, 480_000].map((waitMs) => ({ state: 'queued', waitMs })))
})
