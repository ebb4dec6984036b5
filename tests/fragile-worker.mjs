// A thread that does as it is told, for app/infra/thread.server.test.ts.
import { parentPort } from 'node:worker_threads'

parentPort.on('message', ({ id, deed, bytes }) => {
  if (deed === 'die') throw new Error('as told')
  if (deed === 'refuse') parentPort.postMessage({ id, error: 'no' })
  if (deed === 'answer') parentPort.postMessage({ id, bytes })
})
