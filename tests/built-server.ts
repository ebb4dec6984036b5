// The built server on a spare port with a data folder of its own: for end-to-end tests, pictures and benchmarks.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface BuiltServer {
  url: string
  pid: number
  dataDir: string
  /** From the start of the process to its first answer. */
  startedInMs: number
  stop(): Promise<void>
}

interface Options {
  env?: Record<string, string>
  /** Kept afterwards when named; else a temporary one, removed at the end. */
  dataDir?: string
  /** What to run instead of the built server itself. */
  command?: string[]
  /** The address whose first good answer ends the waiting. */
  readyPath?: string
}

const SERVER = ['build/server/server.js']

export function sparePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const PATIENCE_MS = 120_000

/** Starts build/server/server.js with the demo and waits until it answers. */
export async function startBuilt(options: Options = {}): Promise<BuiltServer> {
  const { env = {}, dataDir, command = SERVER, readyPath = '/readyz' } = options
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'cm-'))
  const port = await sparePort()
  const url = `http://localhost:${port}`
  const { DATABASE_URL: _, ...surroundings } = process.env
  const began = performance.now()
  const server = spawn(process.execPath, command, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...surroundings,
      NODE_ENV: 'production',
      DEMO: '1',
      LOG_LEVEL: 'error',
      HOST: '127.0.0.1',
      PORT: String(port),
      BASE_URL: url,
      DATA_DIR: folder,
      ...env,
    },
  })
  let said = ''
  server.stderr.on('data', (text: Buffer) => {
    said += text
    process.stderr.write(text)
  })
  const exited = new Promise<void>((done) => server.once('exit', () => done()))
  const kill = () => server.kill('SIGKILL')
  process.on('exit', kill)
  const stop = async () => {
    process.removeListener('exit', kill)
    if (server.exitCode === null && server.signalCode === null) {
      server.kill('SIGTERM')
      const late = setTimeout(kill, 15_000)
      await exited
      clearTimeout(late)
    }
    if (dataDir === undefined) rmSync(folder, { recursive: true, force: true })
  }
  while (!(await answers(url + readyPath))) {
    if (server.exitCode !== null || performance.now() - began > PATIENCE_MS) {
      await stop()
      throw new Error(`The built server does not answer.\n${said}`)
    }
    await new Promise((done) => setTimeout(done, 25))
  }
  return { url, pid: server.pid ?? 0, dataDir: folder, startedInMs: performance.now() - began, stop }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  )
