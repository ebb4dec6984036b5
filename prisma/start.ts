// From nothing to a database that is up to date: open, migrate, reference data, and the demo where it is asked for.
import { today } from '../app/infra/clock.server'
import { type Database, openDatabase, setDatabase } from '../app/infra/db.server'
import { settings } from '../app/infra/env.server'
import { log } from '../app/infra/log.server'
import { readCatalogueVersion } from '../app/infra/snapshot.server'
import { applyMigrations } from './migrate'
import { loadDemo } from './seed/demo'
import { loadReference } from './seed/reference'

export async function startDatabase(): Promise<Database> {
  const env = settings()
  const database = await openDatabase({
    databaseUrl: env.DATABASE_URL,
    dataDir: env.DATA_DIR,
    onConnectionError: (error) => log.warn({ err: error }, 'database connection lost'),
    onCrash: (error) => {
      log.fatal({ err: error }, 'the embedded database ended')
      process.exit(70)
    },
  })
  setDatabase(database)
  await applyMigrations(database)
  await loadReference(database.prisma)
  if (env.DEMO) await loadDemo(database.prisma, today())
  await readCatalogueVersion()
  return database
}
