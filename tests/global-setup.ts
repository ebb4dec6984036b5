// Once per run, and only when a chosen test file uses ./database: a PostgreSQL server and, for both databases,
// a template that has the migrations and the reference data.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { connect, type Database } from '../app/infra/db.server'
import { type Connection, type Embedded, startEmbedded } from '../app/infra/embedded.server'
import { applyMigrations } from '../prisma/migrate'
import { loadReference } from '../prisma/seed/reference'
import { startPostgres } from './postgres'

declare module 'vitest' {
  interface ProvidedContext {
    databases: { server: Connection; template: string; blankDump: string; filledDump: string } | undefined
  }
}

const template = 'template_reference'

export default async function setup(project: TestProject) {
  const testFiles = project.vitest.state.getPaths()
  if (!testFiles.some((file) => /from '\.\.?\/(tests\/)?database'/.test(readFileSync(file, 'utf8')))) {
    project.provide('databases', undefined)
    return
  }
  const dumps = await keptDumps()
  const postgres = await startPostgres()
  try {
    const server = { host: postgres.host, port: postgres.port, user: postgres.user, password: '', database: 'postgres' }
    const admin = connect('server', server)
    await admin.pool.query(`CREATE DATABASE ${template}`)
    await admin.close()
    await fill(connect('server', { ...server, database: template }))
    project.provide('databases', { server, template, ...dumps })
  } catch (error) {
    await postgres.stop()
    throw error
  }
  return () => postgres.stop()
}

async function fill(database: Database) {
  try {
    await applyMigrations(database)
    await loadReference(database.prisma)
  } finally {
    await database.close()
  }
}

/** Making PGlite's databases takes seconds, so they are kept until something they are made from changes. */
async function keptDumps() {
  const blankDump = await kept('blank', engineSources, async () => dumpOf(await startEmbedded()))
  const filledDump = await kept('filled', sources(), async () => {
    const embedded = await startEmbedded({ load: readFileSync(blankDump) })
    await fill(connect('embedded', embedded.connection))
    return dumpOf(embedded)
  })
  return { blankDump, filledDump }
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
