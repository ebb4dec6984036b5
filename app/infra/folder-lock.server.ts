import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  linkSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname, platform } from 'node:os'
import { join } from 'node:path'

export type Address = { host: string; port: number }

export type Lock = {
  /** Writes down where the database listens, for command-line tools. */
  announce(address: Address): void
  release(): void
}

type Content = { token: string; pid: number; startedAt: string; place: string; address?: Address }

const beatMs = 5_000
const silentMs = 30_000

export class FolderInUse extends Error {
  override name = 'FolderInUse'
}

const lockFile = (dataDir: string) => join(dataDir, 'database.lock')

/**
 * Takes the folder for this process or throws FolderInUse at once.
 * Takes over the lock of a process that is gone; of one on another machine or in another container,
 * which cannot be asked, when it has not touched the lock for 30 seconds.
 */
export function lockFolder(dataDir: string): Lock {
  mkdirSync(dataDir, { recursive: true })
  const path = lockFile(dataDir)
  const mine: Content = { token: randomUUID(), pid: process.pid, startedAt: startOf(process.pid) ?? '', place }
  const draft = `${path}.${mine.token}`
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 })
  try {
    take(dataDir, draft, path)
  } finally {
    rmSync(draft, { force: true })
  }

  const own = () => read(path)?.token === mine.token
  const beat = setInterval(() => {
    if (own()) utimesSync(path, new Date(), new Date())
  }, beatMs)
  beat.unref()
  const release = () => {
    clearInterval(beat)
    process.removeListener('exit', release)
    if (own()) rmSync(path, { force: true })
  }
  process.on('exit', release)
  return {
    announce(address) {
      const next = `${path}.${mine.token}`
      writeFileSync(next, JSON.stringify({ ...mine, address }), { mode: 0o600 })
      renameSync(next, path)
    },
    release,
  }
}

/** Where the running server of this folder listens; undefined when none runs. */
export function addressOf(dataDir: string): Address | undefined {
  const path = lockFile(dataDir)
  const content = read(path)
  return content && holds(content, path) ? content.address : undefined
}

function take(dataDir: string, draft: string, path: string) {
  if (linked(draft, path)) return
  const former = read(path)
  if (former && holds(former, path)) {
    throw new FolderInUse(
      `The database in ${dataDir} is in use by process ${former.pid} on ${former.place.split(' ')[0]}. ` +
        'Stop that server first, or set DATA_DIR to another folder.',
    )
  }
  // Only one of several processes that find the same dead lock may replace it: the claim bears the dead lock's token.
  const claim = `${path}.claim-${former?.token ?? 'unreadable'}`
  if (!linked(draft, claim)) {
    const claimer = read(claim)
    if (!claimer || !holds(claimer, claim)) rmSync(claim, { force: true })
    throw new FolderInUse(`Another process is taking over the database in ${dataDir} just now. Start again.`)
  }
  try {
    if (read(path)?.token !== former?.token) {
      throw new FolderInUse(`Another process has just taken over the database in ${dataDir}.`)
    }
    renameSync(draft, path)
  } finally {
    rmSync(claim, { force: true })
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function read(path: string): Content | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Content
  } catch {
    return undefined
  }
}

function holds(content: Content, path: string): boolean {
  if (content.place !== place) {
    const touched = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
    return Date.now() - touched < silentMs
  }
  const startedAt = startOf(content.pid)
  return startedAt !== undefined && (startedAt === '' || content.startedAt === '' || startedAt === content.startedAt)
}

/** When the process started, in whatever unit the system tells; '' when it lives but the system does not tell. */
function startOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined
  }
  try {
    if (platform() === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      const state = fields[0]
      return state === 'Z' || state === 'X' ? undefined : (fields[19] ?? '')
    }
    if (platform() === 'win32') return ''
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

/** A process id means something within one machine, one boot of it and one pid namespace. */
const place = [hostname(), ...linuxPlace()].join(' ')

function linuxPlace(): string[] {
  if (platform() !== 'linux') return []
  try {
    return [readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(), readlinkSync('/proc/self/ns/pid')]
  } catch {
    return []
  }
}
