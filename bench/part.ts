// What a part of the bench is given, and what it gives: figures of one run, side by side with what they are held against.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { type BuiltServer, sparePort, startBuilt } from '../tests/built-server'
import type { Rival, Took } from './load'
import type { Peak } from './peak'

/** One line of the table. */
export interface Figure {
  what: string
  measured: string
  /** What stands behind the ratio: ours · theirs. */
  detail?: string
  toReach?: string
}

export interface Bench {
  contest: { rounds: number; seconds: number }
  /** Emptied before and removed after the run. */
  workDir: string
  /** The built server with so many synthetic plots: started once for all parts that ask for the same number. */
  serverWith(plots: number): Promise<BuiltServer>
  /** As asked on the command line: the size of the catalogue where a part needs one size only. */
  plots: number
}

/** A part of the bench, by the name `--only` knows it by. */
export interface Part {
  name: string
  run(bench: Bench): Promise<Figure[]>
}

export function must(done: boolean, what: string): void {
  if (!done) throw new Error(what)
}

export const ratio = (value: number): string => value.toFixed(2)
export const took = (one: Took): string =>
  `${one.perSecond.toFixed(0)}/s${one.cpuMs === null ? '' : `, ${one.cpuMs.toFixed(2)} ms CPU`}, ${(one.bytes / 1000).toFixed(1)} kB`

/** Servers by their number of plots; `stop` ends them all. */
export function servers(workDir: string): { serverWith: Bench['serverWith']; stop(): Promise<void> } {
  const running = new Map<number, Promise<BuiltServer>>()
  return {
    serverWith(plots) {
      let server = running.get(plots)
      if (!server) {
        server = seededServer(join(workDir, `plots-${plots}`), plots)
        running.set(plots, server)
      }
      return server
    },
    async stop() {
      await Promise.allSettled([...running.values()].map(async (server) => (await server).stop()))
    },
  }
}

/** The server looks for a moved catalogue each second. */
export const SEEN_MS = 2500

/** Adds synthetic plots to a running server's data until there are so many. */
export async function seed(dataDir: string, plots: number): Promise<void> {
  const command = ['node_modules/tsx/dist/cli.mjs', 'prisma/seed/synthetic.ts', '--plots', String(plots)]
  const env = { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir }
  const done = await ended(spawn(process.execPath, command, { stdio: ['ignore', 'ignore', 'inherit'], env }))
  must(done === 0, 'The synthetic plots were not made.')
}

async function seededServer(dataDir: string, plots: number): Promise<BuiltServer> {
  const server = await startBuilt({ dataDir })
  await seed(dataDir, plots)
  await new Promise((later) => setTimeout(later, SEEN_MS))
  must((await fetch(`${server.url}/api/v1/plots?perPage=1`)).ok, 'The catalogue does not answer.')
  return server
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((done, fail) => {
    child.once('error', fail)
    child.once('exit', done)
  })

/** Builds the plain Remix page of bench/floor. */
export function buildFloor(): void {
  const command = ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', 'bench/floor', '--emptyOutDir']
  const built = spawnSync(process.execPath, [...command, '--logLevel', 'error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  must(built.status === 0, 'The build of bench/floor failed.')
}

/** Runs a small server of bench/floor beside ours until the work is done. */
export async function beside<T>(
  script: string,
  env: Record<string, string>,
  work: (rival: Rival) => Promise<T>,
): Promise<T> {
  const port = await sparePort()
  const server = spawn(process.execPath, [join('bench/floor', script)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), ...env },
  })
  try {
    const url = `http://127.0.0.1:${port}/`
    for (let wait = 0; wait < 400 && !(await answers(url)); wait += 1) {
      await new Promise((done) => setTimeout(done, 50))
    }
    return await work({ name: script, url, pid: server.pid ?? 0 })
  } finally {
    server.kill('SIGKILL')
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  )

/** How far memory grew. */
export const memory = ({ liveMb, residentMb }: Peak): Figure => ({
  what: '  memory held above the process at rest, peak',
  measured: `${liveMb} MB`,
  detail: `resident ${residentMb} MB, garbage and the embedded database included`,
  toReach: '≤ 100 MB',
})

export function printTable(figures: Figure[]): void {
  const rows = figures.map(({ what, measured, detail = '', toReach = '' }) => [what, measured, detail, toReach])
  const all = [['figure', 'measured', 'ours · theirs', 'to reach'], ...rows]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)))
  for (const row of all) {
    const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0))
    console.log(cells.join('  ').trimEnd())
  }
}
