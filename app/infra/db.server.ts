import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import pLimit from 'p-limit'
import pg from 'pg'
import { type Connection, connectionOf, startEmbedded } from './embedded.server'
import { PrismaClient } from './prisma/client'

export type DatabaseSettings = {
  /** A PostgreSQL server; absent: the embedded database in dataDir. */
  databaseUrl?: string
  dataDir: string
  poolSize?: number
  /** Told of idle connections that broke; the pool opens others by itself. */
  onConnectionError?: (error: Error) => void
  /** Told when the embedded database's thread died: the process should end. */
  onCrash?: (error: Error) => void
}

export type Database = {
  kind: 'embedded' | 'server'
  prisma: PrismaClient
  pool: pg.Pool
  connection: string | Connection
  /**
   * Runs one transaction when it is its turn, in the order asked: so many wait here that as many connections as are
   * left answer questions, and nobody is refused for having waited.
   */
  inTurn<T>(transaction: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Opens the database of this process; the embedded one is started here and locked for others. */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  if (settings.databaseUrl) return connect('server', settings.databaseUrl, settings)
  const embedded = await startEmbedded({ dataDir: settings.dataDir, onCrash: settings.onCrash })
  return connect('embedded', embedded.connection, settings, () => embedded.stop())
}

/** For command-line tools: the running server's embedded database if there is one, else as openDatabase. */
export async function joinDatabase(settings: DatabaseSettings): Promise<Database> {
  const running = settings.databaseUrl ? undefined : connectionOf(settings.dataDir)
  return running ? connect('embedded', running, settings) : openDatabase(settings)
}

/** Connections of a server that transactions leave to questions. */
const FOR_QUESTIONS = 2

/** Speaks to a database that somebody else has started and ends. */
export function connect(
  kind: Database['kind'],
  connection: string | Connection,
  settings: Pick<DatabaseSettings, 'poolSize' | 'onConnectionError'> = {},
  ended: () => Promise<void> = async () => {},
): Database {
  const poolSize = settings.poolSize ?? 10
  const pool = new pg.Pool({
    ...(typeof connection === 'string' ? { connectionString: connection } : connection),
    max: poolSize,
    // PGlite is one backend: it ignores these, and a connection waits while another's transaction is open.
    ...(kind === 'server' && {
      connectionTimeoutMillis: 10_000,
      options: '-c TimeZone=UTC -c statement_timeout=30s -c idle_in_transaction_session_timeout=60s',
    }),
    application_name: 'cot-moc',
    keepAlive: true,
  })
  pool.on('error', settings.onConnectionError ?? (() => {}))
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: 15_000, timeout: 30_000 },
  })
  return {
    kind,
    prisma,
    pool,
    connection,
    inTurn: pLimit(kind === 'embedded' ? 1 : Math.max(1, poolSize - FOR_QUESTIONS)),
    async close() {
      await prisma.$disconnect()
      await pool.end()
      await ended()
    },
  }
}

let current: Database | undefined

/** Makes this the database of the process; undefined when it has been closed. */
export function setDatabase(database: Database | undefined) {
  current = database
}

export function database(): Database {
  if (!current) throw new Error('The database is not open: call setDatabase(await openDatabase(…)) first.')
  return current
}

const transacting = new AsyncLocalStorage<true>()
let open = 0

/**
 * Runs the inside of a transaction: `db()` is refused there. Following slows down each promise of the process, so it
 * ends with the last transaction that is open.
 */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  open += 1
  try {
    return await transacting.run(true, work)
  } finally {
    open -= 1
    if (open === 0) transacting.disable()
  }
}

/**
 * The client outside a transaction. Asked inside one it would wait for the very transaction that asks
 * (the embedded database is one backend) or read past its changes, so it throws.
 */
export function db(): PrismaClient {
  if (transacting.getStore()) throw new Error('Inside a transaction use its own client, not db().')
  return database().prisma
}
