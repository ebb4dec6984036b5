// The embedded database's thread: PGlite behind pglite-socket's connection handler.
// Plain JavaScript, found by path at run time, so that the same file serves TypeScript sources, tests and the build.
import { chmodSync, existsSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { dataDir as emptyCluster } from '@electric-sql/pglite-prepopulatedfs'
import { PGLiteSocketHandler } from '@electric-sql/pglite-socket'

const message = { sync: 0x53, terminate: 0x58 }
const readyForQuery = [0x5a, 0, 0, 0, 5]
const idle = 0x49
const syncMessage = new Uint8Array([message.sync, 0, 0, 0, 4])

/**
 * @typedef {{ handlerId: number, bytes?: Uint8Array, onData: (data: Uint8Array) => void,
 *   resolve: (size: number) => void, reject: (error: unknown) => void }} Turn
 */

/**
 * Gives PGlite's only backend to one connection at a time, from its first message until the backend answers
 * "ready, outside any transaction". The queue in pglite-socket changes connection between two messages, so the
 * Parse of one connection could be overwritten by another's before its Bind.
 */
class TurnQueue {
  /** @type {Turn[]} */
  waiting = []
  /** @type {number | undefined} */
  owner = undefined
  running = false
  /** @type {NodeJS.Timeout | undefined} */
  patience = undefined

  /**
   * @param {PGlite} database
   * @param {number} patienceMs
   * @param {(handlerId: number) => void} drop
   */
  constructor(database, patienceMs, drop) {
    this.database = database
    this.patienceMs = patienceMs
    this.drop = drop
  }

  /**
   * @param {number} handlerId
   * @param {Uint8Array} bytes
   * @param {(data: Uint8Array) => void} onData
   * @returns {Promise<number>}
   */
  enqueue(handlerId, bytes, onData) {
    if (bytes[0] === message.terminate && bytes.length === 5) return Promise.resolve(0)
    return new Promise((resolve, reject) => {
      this.waiting.push({ handlerId, bytes, onData, resolve, reject })
      void this.run()
    })
  }

  /** @param {number} handlerId */
  clearQueueForHandler(handlerId) {
    const gone = this.waiting.filter((turn) => turn.handlerId === handlerId && turn.bytes)
    this.waiting = this.waiting.filter((turn) => !gone.includes(turn))
    for (const turn of gone) turn.reject(new Error('Connection closed'))
  }

  /** @param {number} handlerId */
  async clearTransactionIfNeeded(handlerId) {
    if (this.owner !== handlerId) return
    await new Promise((resolve, reject) => {
      this.waiting.push({ handlerId, onData: () => {}, resolve, reject })
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
        turn.resolve(await (turn.bytes ? this.execute(turn.bytes, turn.onData) : this.clean()))
      } catch (error) {
        turn.reject(error)
        await this.clean().catch(() => process.exit(1))
      }
    }
    this.running = false
    if (this.owner !== undefined) {
      const owner = this.owner
      this.patience = setTimeout(() => this.drop(owner), this.patienceMs)
    }
  }

  /**
   * @param {Uint8Array} bytes
   * @param {Turn['onData']} onData
   */
  async execute(bytes, onData) {
    let size = 0
    /** @type {number[]} */
    let tail = []
    await this.send(bytes, (data) => {
      size += data.length
      tail = [...tail, ...data.subarray(-6)].slice(-6)
      onData(data)
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

  /**
   * @param {Uint8Array} bytes
   * @param {Turn['onData']} onRawData
   */
  send(bytes, onRawData) {
    return this.database.runExclusive(() => this.database.execProtocolRawStream(bytes, { onRawData }))
  }
}

const { dataDir, load, socketPath, port, patienceMs } = workerData

// Making a cluster from nothing takes several times as long as unpacking one that was made before.
const isNew = dataDir === undefined || !existsSync(`${dataDir}/PG_VERSION`)
const ready = load ? new Blob([load]) : isNew ? await emptyCluster() : undefined

const database = await PGlite.create({
  dataDir,
  loadDataDir: ready,
  extensions: { btree_gist, pg_trgm, unaccent },
})
await database.exec("SET TIME ZONE 'UTC'")

/** @type {Map<number, PGLiteSocketHandler>} */
const handlers = new Map()
const queue = /** @type {any} */ (new TurnQueue(database, patienceMs, (id) => void handlers.get(id)?.detach(true)))

const server = createServer((socket) => {
  const handler = new PGLiteSocketHandler({ queryQueue: queue, closeOnDetach: true })
  const forget = () => handlers.delete(handler.handlerId)
  handlers.set(handler.handlerId, handler)
  handler.addEventListener('error', forget)
  handler.addEventListener('close', forget)
  void handler.attach(socket)
})

if (socketPath) rmSync(socketPath, { force: true })
/** @type {Promise<void>} */
const listening = new Promise((resolve, reject) => {
  server.once('error', reject)
  if (socketPath) server.listen(socketPath, resolve)
  else server.listen(port, '127.0.0.1', resolve)
})
await listening
if (socketPath) chmodSync(socketPath, 0o600)

const parent = /** @type {import('node:worker_threads').MessagePort} */ (parentPort)
parent.on('message', async (order) => {
  if (order === 'dump') {
    const dump = new Uint8Array(await (await database.dumpDataDir('none')).arrayBuffer())
    parent.postMessage({ dump }, [dump.buffer])
  }
  if (order === 'stop') {
    const closed = new Promise((resolve) => server.close(resolve))
    await Promise.all([...handlers.values()].map((handler) => handler.detach(true)))
    await closed
    await database.close()
    parent.postMessage({ stopped: true })
    parent.close()
  }
})
const address = server.address()
parent.postMessage({ ready: true, port: typeof address === 'object' ? address?.port : undefined })
