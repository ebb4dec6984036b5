import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, rmSync } from 'node:fs'
import { platform, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Address, addressOf, type Lock, lockFolder } from './folder-lock.server'

export type Connection = { host: string; port: number; user: string; password: string; database: string }

export type Embedded = {
  connection: Connection
  /** A copy of the whole database, which `startEmbedded({ load })` opens. */
  dump(): Promise<Uint8Array>
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  /** DATA_DIR; the database lives in its folder `database`. Absent: in memory. */
  dataDir?: string
  load?: Uint8Array
  /** A connection that leaves a transaction open this long is closed: while it waits, all others wait. */
  patienceMs?: number
  /** Called when the database's thread dies by itself. The server cannot go on without it. */
  onCrash?: (error: Error) => void
}

type Report = { ready?: true; port?: number; dump?: Uint8Array; stopped?: true }

// The system allows 107 bytes (104 on macOS).
const longestSocketPath = 100
const socketPort = 5432
const workerFile = 'app/infra/embedded-worker.mjs'
let inMemoryCount = 0

/** Starts PGlite in a thread of its own; throws FolderInUse when another process has the folder. */
export async function startEmbedded(options: EmbeddedOptions = {}): Promise<Embedded> {
  const dataDir = options.dataDir === undefined ? undefined : resolve(options.dataDir)
  const lock = dataDir === undefined ? undefined : lockFolder(dataDir)
  try {
    return await start(options, dataDir, lock)
  } catch (error) {
    lock?.release()
    throw error
  }
}

/** The running server's connection, for command-line tools; undefined when no server runs on this folder. */
export function connectionOf(dataDir: string): Connection | undefined {
  const address = addressOf(resolve(dataDir))
  return address && connectionAt(address)
}

async function start(options: EmbeddedOptions, dataDir: string | undefined, lock: Lock | undefined): Promise<Embedded> {
  const socketDir = platform() === 'win32' ? undefined : privateFolder(dataDir)
  const worker = new Worker(resolve(process.cwd(), workerFile), {
    workerData: {
      dataDir: dataDir && join(dataDir, 'database'),
      load: options.load,
      socketPath: socketDir && join(socketDir, `.s.PGSQL.${socketPort}`),
      port: 0,
      patienceMs: options.patienceMs ?? 60_000,
    },
    // The loaders of tsx and vitest are of no use to a plain .mjs file.
    execArgv: [],
  })
  const ready = await answerOf(worker, (report) => report.ready === true)
  const address: Address = socketDir
    ? { host: socketDir, port: socketPort }
    : { host: '127.0.0.1', port: ready.port ?? 0 }
  lock?.announce(address)

  let stopping: Promise<void> | undefined
  const died = (error: Error) => {
    if (stopping) return
    lock?.release()
    options.onCrash?.(error)
  }
  worker.on('error', died)
  worker.on('exit', (code) => died(new Error(`The embedded database ended with exit code ${code}`)))

  return {
    connection: connectionAt(address),
    async dump() {
      const answer = answerOf(worker, (report) => report.dump !== undefined)
      worker.postMessage('dump')
      return (await answer).dump ?? new Uint8Array()
    },
    stop() {
      stopping ??= (async () => {
        const exited = new Promise<void>((done) => worker.once('exit', () => done()))
        worker.postMessage('stop')
        await exited
        if (socketDir) rmSync(socketDir, { recursive: true, force: true })
        lock?.release()
      })()
      return stopping
    },
  }
}

function answerOf(worker: Worker, wanted: (report: Report) => boolean): Promise<Report> {
  return new Promise((done, fail) => {
    const settle = (act: () => void) => {
      worker.off('message', onMessage)
      worker.off('error', onError)
      worker.off('exit', onExit)
      act()
    }
    const onMessage = (report: Report) => {
      if (wanted(report)) settle(() => done(report))
    }
    const onError = (error: unknown) => settle(() => fail(error))
    const onExit = (code: number) => settle(() => fail(new Error(`The embedded database ended with exit code ${code}`)))
    worker.on('message', onMessage)
    worker.on('error', onError)
    worker.on('exit', onExit)
  })
}

/** A folder only this user can enter, short enough for a socket in it. PGlite asks for no password. */
function privateFolder(dataDir: string | undefined): string {
  const own = dataDir === undefined ? undefined : join(dataDir, 'socket')
  const short = own !== undefined && Buffer.byteLength(join(own, `.s.PGSQL.${socketPort}`)) <= longestSocketPath
  const name = dataDir ?? `${process.pid} ${process.hrtime.bigint()} ${inMemoryCount++}`
  const folder = short ? own : join(tmpdir(), `cm-${createHash('sha256').update(name).digest('hex').slice(0, 12)}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o077) !== 0) {
    throw new Error(`${folder} must be a folder that belongs to this user alone (mode 0700).`)
  }
  return folder
}

const connectionAt = (address: Address): Connection => ({
  ...address,
  user: 'postgres',
  password: '',
  database: 'postgres',
})
