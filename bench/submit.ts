// Submissions per second, with audit, receipt chain and outbox, against bare inserts of the same rows, on PostgreSQL.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { type Server, startPostgres } from '../tests/postgres'
import { type Bench, type Figure, must, type Part, ratio } from './part'

/** What `submit-work.ts` prints in the end. */
export interface SubmitTook {
  rates: { clients: number; ours: number; bare: number }[]
  /** Submissions that were refused: none should be. */
  failed: number
  receipts: number
  chainValid: boolean
  firstReadMs: number
  laterReadMs: number
  recheckMinutes: number
}

async function run({ contest, workDir }: Bench): Promise<Figure[]> {
  const server = await startPostgres()
  try {
    const took = await measured(await safeDatabase(server), join(workDir, 'submit'), contest.seconds)
    must(took.failed === 0, `${took.failed} submissions were refused.`)
    must(took.chainValid, 'The chain of the receipts that were made is broken.')
    return [
      ...took.rates.map(({ clients, ours, bare }) => ({
        what: `submissions, ${clients} client${clients === 1 ? '' : 's'} / bare inserts of the same rows`,
        measured: ratio(ours / bare),
        detail: `${ours.toFixed(0)}/s · ${bare.toFixed(0)}/s`,
      })),
      {
        what: `  the chain of ${took.receipts} receipts, read the first time`,
        measured: `${took.firstReadMs.toFixed(0)} ms`,
        detail: `and every ${took.recheckMinutes} minutes when asked`,
      },
      { what: '  the same, read again', measured: `${took.laterReadMs.toFixed(2)} ms`, toReach: '≤ 1.00 ms' },
    ]
  } finally {
    await server.stop()
  }
}

/** A database whose commits reach the disk: the tests' server leaves that out. */
async function safeDatabase(server: Server): Promise<string> {
  const admin = new pg.Client({ ...server, database: 'postgres' })
  await admin.connect()
  try {
    for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) {
      await admin.query(`ALTER SYSTEM SET ${name} = on`)
    }
    await admin.query('SELECT pg_reload_conf()')
    await admin.query('CREATE DATABASE submit')
  } finally {
    await admin.end()
  }
  return `postgresql://${server.user}@localhost:${server.port}/submit?host=${encodeURIComponent(server.host)}`
}

/** In a process of its own, as a server is. */
function measured(databaseUrl: string, dataDir: string, seconds: number): Promise<SubmitTook> {
  return new Promise((done, fail) => {
    const work = spawn(process.execPath, ['--import', 'tsx', 'bench/submit-work.ts', String(seconds)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        DATA_DIR: dataDir,
        LOG_LEVEL: 'error',
        NODE_ENV: 'production',
        BASE_URL: 'http://localhost:3000',
      },
    })
    let printed = ''
    work.stdout.on('data', (piece) => {
      printed += piece
    })
    work.once('error', fail)
    work.once('exit', (code) => {
      try {
        must(code === 0, 'The submissions were not measured.')
        done(JSON.parse(printed.trim().split('\n').at(-1) ?? '') as SubmitTook)
      } catch (error) {
        fail(error)
      }
    })
  })
}

export const submit: Part = { name: 'submit', run }
