// npm run proof: the long fault and load runs. `npm test` has a short version of each.
//   npm run proof -- kill    only those whose name has this
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const windows = process.platform === 'win32'
const vitest = join('node_modules', '.bin', windows ? 'vitest.cmd' : 'vitest')
const which = process.argv.slice(2).map((name) => `tests/proof/${name}`)
const { status } = spawnSync(
  vitest,
  ['run', ...(which.length > 0 ? which : ['tests/proof/']), '--testTimeout=3600000', '--reporter=verbose'],
  { stdio: 'inherit', shell: windows, env: { ...process.env, PROOF: '1' } },
)
process.exitCode = status ?? 1
