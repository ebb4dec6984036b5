import { buildWhenNeeded } from '../prisma/build'
import { startBuilt } from '../tests/built-server'

/** A working Monday, 09:00 in Vietnam; the next day is a holiday. */
const MONDAY_MORNING = '2026-11-23T02:00:00Z'

/** One built server with a fresh demo for all tests of a run. */
export default async function setup() {
  if (!buildWhenNeeded()) throw new Error('The build failed.')
  const server = await startBuilt({ env: { CLOCK: MONDAY_MORNING } })
  process.env.E2E_URL = server.url
  process.env.E2E_DATA_DIR = server.dataDir
  return () => server.stop()
}
