// Prisma's schema engine as WebAssembly: applies prisma/migrations at start-up and writes new ones,
// without the native engine that the `prisma migrate` commands need.
//   npm run db:migration -- NAME    what the schema has that the migrations have not
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import * as engineBindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { type Connection, startEmbedded } from '../app/infra/embedded.server'

type Target = { kind: 'embedded' | 'server'; connection: string | Connection }

type Places = {
  migrations: string
  schema: string
  /** A dump of an empty PGlite, which opens faster than a new one is made. */
  blank?: Uint8Array
}

const ours: Places = {
  migrations: resolve(process.cwd(), 'prisma/migrations'),
  schema: resolve(process.cwd(), 'prisma/schema.prisma'),
}
const filters = { externalTables: [], externalEnums: [] }
/** The advisory lock of whoever migrates a server's database. */
export const migrationLock = 20_250_701

let queue: Promise<unknown> = Promise.resolve()

/** Brings the database up to date; gives the names of the migrations it applied. */
export function applyMigrations({ kind, connection }: Target, places: Partial<Places> = {}): Promise<string[]> {
  const act = () => apply(connection, { ...ours, ...places })
  const turn = queue.then(() => (kind === 'server' ? underLock(connection, act) : act()))
  queue = turn.catch(() => {})
  return turn
}

/** The SQL that the migrations lack compared with schema.prisma; empty when they agree. */
export async function missingSql(places: Partial<Places> = {}): Promise<string> {
  const all = { ...ours, ...places }
  return diff({ tag: 'migrations', ...migrationsList(all.migrations) }, all)
}

/**
 * Writes prisma/migrations/<timestamp>_<name>/migration.sql and gives its path; undefined when nothing is missing.
 * The name `init` writes the first migration anew: only for a schema that no database has yet.
 */
export async function newMigration(name: string): Promise<string | undefined> {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error('Name the migration in lower case: letters, digits, _.')
  const former =
    name === 'init' ? migrationNames(ours.migrations).find((directory) => directory.endsWith('_init')) : undefined
  const sql = name === 'init' ? await diff({ tag: 'empty' }, ours) : await missingSql()
  if (sql === '') return undefined
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const directory = join(ours.migrations, former ?? `${stamp}_${name}`)
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(ours.migrations, 'migration_lock.toml'), lockfile)
  const path = join(directory, 'migration.sql')
  writeFileSync(path, sql)
  return path
}

async function apply(connection: string | Connection, places: Places): Promise<string[]> {
  const list = migrationsList(places.migrations)
  return withEngine(poolFactory(connection), places.schema, async (engine) => {
    const history = await engine.diagnoseMigrationHistory({
      migrationsList: list,
      optInToShadowDatabase: false,
      filters,
    })
    // A migration runs as one statement list, hence in one transaction: what failed has left nothing behind.
    for (const migrationName of history.failedMigrationNames) await engine.markMigrationRolledBack({ migrationName })
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: list, filters })
    return appliedMigrationNames
  })
}

/** PGlite has one backend for all connections, where an advisory lock excludes nobody: the folder lock serves there. */
async function underLock<T>(connection: string | Connection, act: () => Promise<T>): Promise<T> {
  const holder = new pg.Client(poolConfig(connection))
  await holder.connect()
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [migrationLock])
    return await act()
  } finally {
    await holder.end()
  }
}

type DiffSource = { tag: 'empty' } | ({ tag: 'migrations' } & ReturnType<typeof migrationsList>)

async function diff(from: DiffSource, { schema, blank }: Places): Promise<string> {
  return withEngine(memoryFactory(blank), schema, async (engine) => {
    const { stdout } = await engine.diff({
      from,
      to: { tag: 'schemaDatamodel', files: [{ path: schema, content: readFileSync(schema, 'utf8') }] },
      script: true,
      exitCode: null,
      filters,
    })
    const sql = stdout ?? ''
    return sql.trim() === '-- This is an empty migration.' ? '' : sql
  })
}

type Engine = engineBindings.SchemaEngine
type Factory = SqlMigrationAwareDriverAdapterFactory & { end(): Promise<void> }

async function withEngine<T>(factory: Factory, schema: string, act: (engine: Engine) => Promise<T>): Promise<T> {
  loadEngine()
  try {
    const datamodels: [string, string][] = [[schema, readFileSync(schema, 'utf8')]]
    const engine = await engineBindings.SchemaEngine.new(
      { datamodels },
      () => {},
      bindMigrationAwareSqlAdapterFactory(factory),
    )
    return await act(engine)
  } finally {
    await factory.end()
  }
}

let loaded = false

function loadEngine() {
  if (loaded) return
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')
  const wasm = new WebAssembly.Module(readFileSync(join(dirname(script), 'schema_engine_bg.wasm')))
  const instance = new WebAssembly.Instance(wasm, {
    './schema_engine_bg.js': engineBindings as unknown as WebAssembly.ModuleImports,
  })
  const internals = engineBindings as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void }
  internals.__wbg_set_wasm(instance.exports)
  const begin = instance.exports.__wbindgen_start as () => void
  begin()
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(text: string) {
        throw new Error(text)
      },
    },
  })
  loaded = true
}

function poolFactory(connection: string | Connection): Factory {
  const pools: pg.Pool[] = []
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    async connect() {
      const pool = new pg.Pool({ ...poolConfig(connection), max: 1 })
      pools.push(pool)
      return adapterOver(pool)
    },
    async connectToShadowDb() {
      return (await memory()).adapter
    },
    async end() {
      await Promise.all(pools.map((pool) => pool.end()))
    },
  }
}

function memoryFactory(blank?: Uint8Array): Factory {
  const databases: Awaited<ReturnType<typeof memory>>[] = []
  const open = async () => {
    const database = await memory(blank)
    databases.push(database)
    return database.adapter
  }
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: open,
    connectToShadowDb: open,
    async end() {
      await Promise.all(databases.map((database) => database.end()))
    },
  }
}

async function memory(load?: Uint8Array) {
  const embedded = await startEmbedded({ load })
  const pool = new pg.Pool({ ...embedded.connection, max: 1 })
  let ended: Promise<void> | undefined
  const end = () => {
    ended ??= pool.end().then(() => embedded.stop())
    return ended
  }
  const adapter = await adapterOver(pool)
  adapter.dispose = end
  return { adapter, end }
}

/** The published adapter cuts a script at every semicolon, also inside a function's body, and does not know "char". */
async function adapterOver(pool: pg.Pool): Promise<SqlDriverAdapter> {
  const query = pool.query.bind(pool) as (...request: unknown[]) => Promise<pg.QueryResult>
  const charColumns = new WeakMap<unknown[], number[]>()
  const queryNotingChar = async (...request: unknown[]) => {
    const result = await query(...request)
    const noted: number[] = []
    for (const [index, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== pg.types.builtins.CHAR) continue
      field.dataTypeID = pg.types.builtins.TEXT
      noted.push(index)
    }
    if (noted.length > 0) charColumns.set(result.rows, noted)
    return result
  }
  pool.query = queryNotingChar as typeof pool.query

  const adapter = await new PrismaPg(pool).connect()
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (request) => {
    const result = await queryRaw(request)
    for (const index of charColumns.get(result.rows) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character
    return result
  }
  adapter.executeScript = async (script) => {
    try {
      await pool.query(script)
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) throw error
      throw new DriverAdapterError({
        kind: 'postgres',
        code: error.code ?? '',
        severity: error.severity ?? 'ERROR',
        message: error.message,
        detail: error.detail,
        column: error.column,
        hint: error.hint,
      })
    }
  }
  return adapter
}

const poolConfig = (connection: string | Connection): pg.PoolConfig =>
  typeof connection === 'string' ? { connectionString: connection } : connection

const lockfile = 'provider = "postgresql"\n'

const migrationNames = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : []

function migrationsList(folder: string) {
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: lockfile },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames(folder).map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readFileSync(join(folder, path, 'migration.sql'), 'utf8') },
      },
    })),
  }
}

async function main([command, name]: string[]) {
  if (command !== 'new' || !name) {
    console.error('Usage: npm run db:migration -- NAME')
    process.exitCode = 2
    return
  }
  console.log((await newMigration(name)) ?? 'The migrations already say what the schema says.')
}

// Not by import.meta.url: in a bundle it is the server's.
if (basename(process.argv[1] ?? '') === 'migrate.ts') {
  await main(process.argv.slice(2))
}
