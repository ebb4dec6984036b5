import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeEach, describe, inject } from 'vitest'
import { connect, type Database, setDatabase } from '../app/infra/db.server'
import { startEmbedded } from '../app/infra/embedded.server'
import type { Filling } from './global-setup'

export const kinds = ['embedded', 'server'] as const
export type Kind = (typeof kinds)[number]

let count = 0

/**
 * Runs a suite on both databases. `open` gives a fresh one with the reference data, or with the demo's land and people
 * of DEMO_DAY as well, makes it the process's own (`db()`), and closes it after the test, or after the suite when called
 * in beforeAll.
 */
export function describeDatabases(
  name: string,
  suite: (open: (filling?: Filling) => Promise<Database>, kind: Kind) => void,
) {
  describe.each(kinds)(`${name} (%s)`, (kind) => {
    const ofSuite: Database[] = []
    const ofTest: Database[] = []
    let inTest = false
    const closeAll = async (databases: Database[]) => {
      await Promise.all(databases.splice(0).map((database) => database.close()))
      setDatabase(ofSuite.at(-1))
    }
    beforeEach(() => {
      inTest = true
    })
    afterEach(async () => {
      inTest = false
      await closeAll(ofTest)
    })
    afterAll(() => closeAll(ofSuite))
    suite(async (filling) => {
      const database = await freshDatabase(kind, filling)
      ;(inTest ? ofTest : ofSuite).push(database)
      setDatabase(database)
      return database
    }, kind)
  })
}

/** A database of its own, migrated and filled; whoever asks closes it. */
export async function freshDatabase(kind: Kind, filling: Filling = 'reference'): Promise<Database> {
  return kind === 'embedded' ? load(provided().dumps[filling]) : create(`TEMPLATE ${provided().templates[filling]}`)
}

/** A database without any table, for tests of the migrations. */
export async function emptyDatabase(kind: Kind): Promise<Database> {
  return kind === 'embedded' ? load(provided().dumps.blank) : create('')
}

/** An empty PGlite for startEmbedded({ load }) and missingSql({ blank }). */
export const blankDump = (): Uint8Array => readFileSync(provided().dumps.blank)

async function load(dump: string): Promise<Database> {
  const embedded = await startEmbedded({ load: readFileSync(dump) })
  return connect('embedded', embedded.connection, {}, () => embedded.stop())
}

async function create(options: string): Promise<Database> {
  const { server } = provided()
  const name = `test_${process.pid}_${++count}`
  const administer = async (sql: string) => {
    const admin = connect('server', server, { poolSize: 1 })
    try {
      await admin.pool.query(sql)
    } finally {
      await admin.close()
    }
  }
  await administer(`CREATE DATABASE ${name} ${options}`)
  return connect('server', { ...server, database: name }, {}, () => administer(`DROP DATABASE ${name} WITH (FORCE)`))
}

function provided() {
  const databases = inject('databases')
  if (!databases) throw new Error("A test file that uses databases must import them with `from './database'`.")
  return databases
}
