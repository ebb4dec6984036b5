// Once per run, and only when a chosen test file uses ./database: a PostgreSQL server and, for both databases,
// templates that have the migrations and are filled.
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { Day } from '../app/domain/time/day'
import { connect, type Database } from '../app/infra/db.server'
import { type Connection, type Embedded, startEmbedded } from '../app/infra/embedded.server'
import { applyMigrations } from '../prisma/migrate'
import { loadReference } from '../prisma/seed/reference'
import { startPostgres } from './postgres'

/** What a fresh database has in it: the reference data, or the demo's land and people of DEMO_DAY as well. */
export type Filling = 'reference' | 'demo'
const DEMO_DAY = '2026-10-01' as Day

/** Each begins with what the one before made; the first with an empty database. */
const FILLINGS: readonly { name: Filling; fill: (database: Database) => Promise<void> }[] = [
  {
    name: 'reference',
    fill: async (database) => {
      await applyMigrations(database)
      await loadReference(database.prisma)
    },
  },
  {
    name: 'demo',
    fill: async ({ prisma }) => {
      // Its modules read the settings as soon as they are loaded: those of the tests, once `setup` has set them.
      const { loadDemo } = await import('../prisma/seed/demo')
      await loadDemo(prisma, DEMO_DAY)
    },
  },
]

declare module 'vitest' {
  interface ProvidedContext {
    databases:
      | { server: Connection; templates: Record<Filling, string>; dumps: Record<Filling | 'blank', string> }
      | undefined
  }
}

export default async function setup(project: TestProject) {
  const testFiles = project.vitest.state.getPaths()
  if (!testFiles.some((file) => /from '\.\.?\/(tests\/)?database'/.test(readFileSync(file, 'utf8')))) {
    project.provide('databases', undefined)
    return
  }
  Object.assign(process.env, project.config.env)
  const postgres = await startPostgres()
  // What tests put into the system's temporary folder goes with them.
  const scratch = mkdtempSync(join(tmpdir(), 'cm-test-'))
  process.env.TMPDIR = scratch
  const stop = async () => {
    await postgres.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
  try {
    const server = { host: postgres.host, port: postgres.port, user: postgres.user, password: '', database: 'postgres' }
    const [dumps, templates] = await Promise.all([keptDumps(), filledTemplates(server)])
    project.provide('databases', { server, templates, dumps })
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}

async function filledTemplates(server: Connection) {
  const templates = { reference: 'template_reference', demo: 'template_demo' }
  const admin = connect('server', server)
  let former = 'template1'
  for (const { name, fill } of FILLINGS) {
    await admin.pool.query(`CREATE DATABASE ${templates[name]} TEMPLATE ${former}`)
    await filled(connect('server', { ...server, database: templates[name] }), fill)
    former = templates[name]
  }
  await admin.close()
  return templates
}

async function filled(database: Database, fill: (database: Database) => Promise<void>) {
  try {
    await fill(database)
  } finally {
    await database.close()
  }
}

/** Making PGlite's databases takes seconds, so they are kept until something they are made from changes. */
async function keptDumps() {
  const blank = await kept('blank', engineSources, async () => dumpOf(await startEmbedded()))
  const dumps = { blank, reference: '', demo: '' }
  let former = blank
  for (const { name, fill } of FILLINGS) {
    const load = former
    dumps[name] = await kept(name, sources(), async () => {
      const embedded = await startEmbedded({ load: readFileSync(load) })
      await filled(connect('embedded', embedded.connection), fill)
      return dumpOf(embedded)
    })
    former = dumps[name]
  }
  return dumps
}

async function dumpOf(embedded: Embedded) {
  try {
    return await embedded.dump()
  } finally {
    await embedded.stop()
  }
}

async function kept(name: string, files: string[], make: () => Promise<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(readFileSync(file))
  const folder = '.cache/test-databases'
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}-${hash.digest('hex').slice(0, 16)}.tar`)
  if (existsSync(path)) return path
  const former = readdirSync(folder).filter((file) => file.startsWith(`${name}-`))
  writeFileSync(`${path}.${process.pid}`, await make())
  renameSync(`${path}.${process.pid}`, path)
  for (const file of former) rmSync(join(folder, file), { force: true })
  return path
}

const engineSources = ['node_modules/@electric-sql/pglite/package.json', 'app/infra/embedded-worker.mjs']

function sources(): string[] {
  const within = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  return [
    ...within('prisma'),
    ...within('app/domain').filter((file) => !file.endsWith('.test.ts')),
    ...engineSources,
  ].sort()
}
