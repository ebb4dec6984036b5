import { expect, it } from 'vitest'
import { Thread } from './thread.server'

const SCRIPT = 'tests/fragile-worker.mjs'
const bytes = new Uint8Array([1, 2, 3])
const answered = (thread: Thread) => expect(thread.ask({ deed: 'answer', bytes })).resolves.toEqual(bytes)

it('answers each question by itself, a refused one too', async () => {
  const thread = new Thread(SCRIPT)
  const refused = expect(thread.ask({ deed: 'refuse' })).rejects.toThrow('no')
  await Promise.all([answered(thread), refused, answered(thread)])
  expect(thread.start).toBe(1)
})

it('tells everybody who waits that it broke, and is started anew for the next', async () => {
  const thread = new Thread(SCRIPT)
  await answered(thread)
  const waiting = [thread.ask({ deed: 'nothing' }), thread.ask({ deed: 'die' })]
  for (const one of waiting) await expect(one).rejects.toThrow('as told')
  await answered(thread)
  expect(thread.start).toBe(2)
})

it('is ended when it takes longer than it may', async () => {
  const thread = new Thread(SCRIPT)
  await answered(thread)
  await expect(thread.ask({ deed: 'nothing' }, 30)).rejects.toThrow('too long')
  await answered(thread)
})

it('refuses a question that cannot be sent', async () => {
  const thread = new Thread(SCRIPT)
  await expect(thread.ask({ deed: () => 'a function' })).rejects.toThrow('could not be cloned')
  await answered(thread)
  expect(thread.start).toBe(1)
})
