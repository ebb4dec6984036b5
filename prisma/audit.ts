// npm run audit -- verify
// Seals what is not sealed yet and follows the record's chain from its beginning. Ends with 1 where it is broken.
import { sealAudit, verifyAudit } from '../app/infra/audit-chain.server'
import { joinDatabase, setDatabase } from '../app/infra/db.server'
import { settings } from '../app/infra/env.server'

if (process.argv[2] !== 'verify') {
  process.stderr.write('Usage: npm run audit -- verify\n')
  process.exit(2)
}
const { DATABASE_URL, DATA_DIR } = settings()
const database = await joinDatabase({ databaseUrl: DATABASE_URL, dataDir: DATA_DIR })
try {
  setDatabase(database)
  await sealAudit({ everything: true })
  const { links, erased, unsealed, fault } = await verifyAudit()
  process.stdout.write(
    `${links} entries follow one another, ${erased} with an erased detail, ${unsealed} not sealed.\n`,
  )
  if (fault) {
    process.stderr.write(`Broken at position ${fault.position} (entry ${fault.auditId || 'missing'}): ${fault.what}\n`)
    process.exitCode = 1
  }
} finally {
  await database.close()
}
