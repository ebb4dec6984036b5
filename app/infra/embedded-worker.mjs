// The embedded database's thread: PGlite behind pglite-socket's connection handler.
// Plain JavaScript, found by path at run time, so that the same file serves TypeScript sources, tests and the build.
import { chmodSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { PGLiteSocketHandler } from '@electric-sql/pglite-socket'

const message = { query: 0x51, sync: 0x53, functionCall: 0x46, terminate: 0x58 }
const readyForQuery = [0x5a, 0, 0, 0, 5]
const idle = 0x49
const syncMessage = new Uint8Array([message.sync, 0, 0, 0, 4])

/**
 * Gives PGlite's only backend to one connection at a time, from its first message until the backend answers
 * "ready, outside any transaction". The queue in pglite-socket changes connection between two messages, so the
 * Parse of one connection could be overwritten by another's before its Bind.
 */
class TurnQueue {
  waiting = []
  owner = undefined
  running = false

  constructor(database, patienceMs, drop) {
    this.database = database
    this.patienceMs = patienceMs
    this.drop = drop
  }

  enqueue(handlerId, bytes, onData) {
    if (bytes[0] === message.terminate && bytes.length === 5) return Promise.resolve(0)
    return new Promise((resolve, reject) => {
      this.waiting.push({ handlerId, bytes, onData, resolve, reject })
      void this.run()
    })
  }

  clearQueueForHandler(handlerId) {
    const gone = this.waiting.filter((turn) => turn.handlerId === handlerId && !turn.cleaning)
    this.waiting = this.waiting.filter((turn) => !gone.includes(turn))
    for (const turn of gone) turn.reject(new Error('Connection closed'))
  }

  async clearTransactionIfNeeded(handlerId) {
    if (this.owner !== handlerId) return
    await new Promise((resolve, reject) => {
      this.waiting.push({ handlerId, cleaning: true, onData: () => {}, resolve, reject })
      void this.run()
    })
  }

  next() {
    if (this.owner === undefined) return this.waiting.shift()
    const index = this.waiting.findIndex((turn) => turn.handlerId === this.owner)
    return index === -1 ? undefined : this.waiting.splice(index, 1)[0]
  }

  async run() {
    if (this.running) return
    this.running = true
    clearTimeout(this.patience)
    for (let turn = this.next(); turn; turn = this.next()) {
      this.owner = turn.handlerId
      try {
        turn.resolve(await (turn.cleaning ? this.clean() : this.execute(turn)))
      } catch (error) {
        turn.reject(error)
        await this.clean().catch(() => process.exit(1))
      }
    }
    this.running = false
    if (this.owner !== undefined) {
      this.patience = setTimeout(() => this.drop(this.owner), this.patienceMs)
    }
  }

  async execute(turn) {
    let size = 0
    let tail = []
    await this.send(turn.bytes, (data) => {
      size += data.length
      tail = [...tail, ...data.subarray(-6)].slice(-6)
      turn.onData(data)
    })
    if (tail[5] === idle && readyForQuery.every((byte, index) => tail[index] === byte)) this.owner = undefined
    return size
  }

  async clean() {
    await this.send(syncMessage, () => {})
    if (this.database.isInTransaction()) await this.database.exec('ROLLBACK')
    this.owner = undefined
    return 0
  }

  send(bytes, onRawData) {
    return this.database.runExclusive(() => this.database.execProtocolRawStream(bytes, { onRawData }))
  }
}

const { dataDir, load, socketPath, port, patienceMs } = workerData

const database = await PGlite.create({
  dataDir,
  loadDataDir: load ? new Blob([load]) : undefined,
  extensions: { btree_gist, pg_trgm, unaccent },
})
await database.exec("SET TIME ZONE 'UTC'")

const handlers = new Map()
const queue = new TurnQueue(database, patienceMs, (id) => void handlers.get(id)?.detach(true))

const server = createServer((socket) => {
  const handler = new PGLiteSocketHandler({ queryQueue: queue, closeOnDetach: true })
  const forget = () => handlers.delete(handler.handlerId)
  handlers.set(handler.handlerId, handler)
  handler.addEventListener('error', forget)
  handler.addEventListener('close', forget)
  void handler.attach(socket)
})

if (socketPath) rmSync(socketPath, { force: true })
await new Promise((resolve, reject) => {
  server.once('error', reject)
  if (socketPath) server.listen(socketPath, resolve)
  else server.listen(port, '127.0.0.1', resolve)
})
if (socketPath) chmodSync(socketPath, 0o600)

parentPort.on('message', async (order) => {
  if (order === 'dump') {
    const dump = new Uint8Array(await (await database.dumpDataDir('none')).arrayBuffer())
    parentPort.postMessage({ dump }, [dump.buffer])
  }
  if (order === 'stop') {
    const closed = new Promise((resolve) => server.close(resolve))
    await Promise.all([...handlers.values()].map((handler) => handler.detach(true)))
    await closed
    await database.close()
    parentPort.postMessage({ stopped: true })
    parentPort.close()
  }
})
parentPort.postMessage({ ready: true, port: socketPath ? undefined : server.address().port })
