// The inbox of a large office against that of a small one, on PostgreSQL, and the large one's list as a workbook.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { DEMO_PASSWORD, demoEmail } from '../prisma/seed/factories'
import { startBuilt } from '../tests/built-server'
import { type Server, startPostgres } from '../tests/postgres'
import { type Bench, type Figure, memory, must, type Part, ratio } from './part'
import type { Peak } from './peak'

const SMALL = 1000
const LARGE = 100_000
const WARM_UP = 20

/** What `inbox-work.ts` prints. */
export interface OfficeMade {
  filledMs: number
  rebuiltMs: number
  written: number
}
export interface SheetMade {
  ms: number
  rows: number
  kb: number
  peak: Peak
}

const PAGES = [
  ['an officer: mine', 'bench.1', '/vi/office?tab=mine'],
  ['a head: the division', 'bench.head', '/vi/office?tab=division'],
  ['a head: all', 'bench.head', '/vi/office?tab=all'],
  ['  late ones of one zone', 'bench.head', '/vi/office?tab=all&due=overdue&zone=LS-IP-VSIP'],
  ['  an end of numbers', 'bench.head', '/vi/office?tab=all&q=000770'],
  // No index narrows what every case has in its text.
  ['  words that are everywhere', 'bench.head', '/vi/office?tab=all&q=cong+ty+so+77'],
] as const

async function run({ workDir, contest }: Bench): Promise<Figure[]> {
  const server = await startPostgres()
  try {
    const [small, large] = [await office(server, workDir, SMALL), await office(server, workDir, LARGE)]
    const figures: Figure[] = []
    try {
      for (const [name, who, path] of PAGES) {
        const sides = [await visit(small.url, who, path), await visit(large.url, who, path)] as const
        const [less, more] = await medians(sides, contest.rounds * 40)
        figures.push({
          what: `inbox, p50 of ${LARGE} cases and ${LARGE * 10} entries of the record against ${SMALL}, ${name}`,
          measured: `${ratio(more / less)}×`,
          detail: `${more.toFixed(1)} · ${less.toFixed(1)} ms`,
          toReach: '≤ 2×',
        })
      }
    } finally {
      await Promise.all([small.stop(), large.stop()])
    }
    const sheet = await work<SheetMade>(large.env, { EXPORT: '1' })
    must(sheet.rows === LARGE / 2, `The workbook has ${sheet.rows} rows.`)
    return [
      ...figures,
      {
        what: `due days of ${large.made.written} open cases computed again by a new calendar`,
        measured: `${(large.made.rebuiltMs / 1000).toFixed(1)} s`,
      },
      {
        what: `list of ${sheet.rows} cases as a workbook`,
        measured: `${Math.round((sheet.rows * 1000) / sheet.ms)} rows/s`,
        detail: `${(sheet.ms / 1000).toFixed(1)} s, ${(sheet.kb / 1000).toFixed(1)} MB`,
      },
      memory(sheet.peak),
    ]
  } finally {
    await server.stop()
  }
}

/** A server of its own over a database of its own, filled with so many cases. */
async function office(server: Server, workDir: string, cases: number) {
  const name = `office_${cases}`
  const admin = new pg.Client({ ...server, database: 'postgres' })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}`)
  await admin.end()
  const databaseUrl = `postgres://${server.user}@localhost:${server.port}/${name}?host=${encodeURIComponent(server.host)}`
  const env = { DATABASE_URL: databaseUrl, DATA_DIR: join(workDir, name), DEMO: '0' }
  // The first start migrates and loads the reference data; the office is made while nothing runs.
  await (await startBuilt({ env, dataDir: env.DATA_DIR })).stop()
  const made = await work<OfficeMade>(env, { OFFICE_CASES: String(cases) })
  const running = await startBuilt({ env, dataDir: env.DATA_DIR })
  return { url: running.url, stop: running.stop, env, made }
}

interface Visit {
  url: string
  cookie: string
}

async function visit(base: string, who: string, path: string): Promise<Visit> {
  const answer = await fetch(`${base}/vi/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({ email: demoEmail(who), password: DEMO_PASSWORD }),
  })
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('cm_session='))
  must(cookie !== undefined, `${who} cannot sign in: ${answer.status}`)
  return { url: base + path, cookie: cookie?.split(';')[0] ?? '' }
}

async function took({ url, cookie }: Visit): Promise<number> {
  const from = performance.now()
  const answer = await fetch(url, { headers: { Cookie: cookie } })
  const text = await answer.text()
  must(answer.status === 200 && text.includes('CM-2026-'), `${url} answers ${answer.status}`)
  return performance.now() - from
}

/** Asked in turns, so that whatever else the machine does falls on both. */
async function medians([one, other]: readonly [Visit, Visit], times: number): Promise<[number, number]> {
  const all: [number[], number[]] = [[], []]
  for (let turn = -WARM_UP; turn < times; turn += 1) {
    const pair = [await took(one), await took(other)] as const
    if (turn >= 0) for (const side of [0, 1] as const) all[side].push(pair[side])
  }
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
  return [middle(all[0]), middle(all[1])]
}

/** Runs `inbox-work.ts` in a process of its own, so that its memory is that of the work alone. */
function work<Figures>(env: Record<string, string>, own: Record<string, string>): Promise<Figures> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', 'bench/inbox-work.ts'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, LOG_LEVEL: 'error', NODE_ENV: 'production', ...env, ...own },
    })
    let printed = ''
    child.stdout.on('data', (piece) => {
      printed += piece
    })
    child.once('error', fail)
    child.once('exit', (code) => {
      try {
        must(code === 0, 'The office was not made.')
        done(JSON.parse(printed.trim().split('\n').at(-1) ?? '') as Figures)
      } catch (error) {
        fail(error)
      }
    })
  })
}

export const inboxPart: Part = { name: 'inbox', run }
