// An import and an export by the jobs themselves on an embedded database: rows per second, and how far memory grows.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { type Bench, type Figure, memory, must, type Part } from './part'
import type { Peak } from './peak'

const ROWS = 10_000
const EXPORTED = 50_000

/** What `import-work.ts` prints in the end. */
export interface ImportTook {
  readMs: number
  writeMs: number
  undoMs: number
  imported: Peak
  exportMs: number
  exported: Peak
  exportKb: number
  refusedMs: number
}

async function run({ workDir }: Bench): Promise<Figure[]> {
  const took = await measured(join(workDir, 'import'))
  const each = (rows: number, ms: number) => `${Math.round((rows * 1000) / ms)} rows/s`
  return [
    {
      what: `import of ${ROWS} rows: read and judged`,
      measured: each(ROWS, took.readMs),
      detail: `${(took.readMs / 1000).toFixed(1)} s`,
    },
    {
      what: '  written in one transaction',
      measured: each(ROWS, took.writeMs),
      detail: `${(took.writeMs / 1000).toFixed(1)} s; undone in ${(took.undoMs / 1000).toFixed(1)} s`,
    },
    memory(took.imported),
    {
      what: '  a file of 100,001 rows is refused',
      measured: `${(took.refusedMs / 1000).toFixed(1)} s`,
    },
    {
      what: `export of ${EXPORTED} plots as a workbook`,
      measured: each(EXPORTED, took.exportMs),
      detail: `${(took.exportMs / 1000).toFixed(1)} s, ${(took.exportKb / 1000).toFixed(1)} MB`,
    },
    memory(took.exported),
  ]
}

/** In a process of its own, so that its memory is that of the work alone. */
function measured(dataDir: string): Promise<ImportTook> {
  return new Promise((done, fail) => {
    const work = spawn(
      process.execPath,
      ['--expose-gc', '--import', 'tsx', 'bench/import-work.ts', String(ROWS), String(EXPORTED)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir, LOG_LEVEL: 'error', NODE_ENV: 'production' },
      },
    )
    let printed = ''
    work.stdout.on('data', (piece) => {
      printed += piece
    })
    work.once('error', fail)
    work.once('exit', (code) => {
      try {
        must(code === 0, 'The import was not measured.')
        done(JSON.parse(printed.trim().split('\n').at(-1) ?? '') as ImportTook)
      } catch (error) {
        fail(error)
      }
    })
  })
}

export const landImport: Part = { name: 'import', run }
