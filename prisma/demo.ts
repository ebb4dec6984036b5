// npm run demo: builds when needed, then the production server with the demo loaded.
//   npm run demo -- --reset    begins with an empty embedded database
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { connectionOf } from '../app/infra/embedded.server'
import { buildWhenNeeded } from './build'

function stop(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

/** Empties what the server keeps in its data folder, and nothing else that may stand there. */
function reset(dataDir: string): void {
  if (process.env.DATABASE_URL) {
    stop('--reset empties the embedded database only; DATABASE_URL names a server, which is left alone.')
  }
  if (connectionOf(dataDir)) stop(`A server is running on ${resolve(dataDir)}: stop it first.`)
  for (const folder of ['database', 'files', 'incoming', 'socket']) {
    rmSync(join(dataDir, folder), { recursive: true, force: true })
  }
}

const unknown = process.argv.slice(2).filter((argument) => argument !== '--reset')
if (unknown.length > 0) stop(`Unknown: ${unknown.join(' ')}. Usage: npm run demo [-- --reset]`)
if (process.argv.includes('--reset')) reset(process.env.DATA_DIR || './data')

process.stdout.write('Cột Mốc: building where something changed …\n')
if (!buildWhenNeeded()) stop('The build failed.')

const server = spawn(process.execPath, ['build/server/server.js'], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production', DEMO: '1', LOG_LEVEL: process.env.LOG_LEVEL || 'warn' },
})
// The terminal sends Ctrl-C to both; a signal sent to this process alone is passed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal))
}
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
