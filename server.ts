import { createServer } from 'node:http'
import path from 'node:path'
import { collectDefaultMetrics, register } from 'prom-client'
import sirv from 'sirv'
import { now } from './app/infra/clock.server'
import { baseUrl, settings } from './app/infra/env.server'
import { log } from './app/infra/log.server'
import { routeChoosingHandler } from './app/infra/route-choice.server'
import { makeListener } from './app/infra/serve.server'
import { startTimers } from './app/jobs/timers'
import { loadDemoLater } from './prisma/seed/demo-later'
import { DEMO_PASSWORD, DEMO_PEOPLE, demoEmail } from './prisma/seed/factories'
import { startDatabase } from './prisma/start'

// @ts-expect-error the module is made by Remix's Vite plugin
const build = await import('virtual:remix/server-build')

const env = settings()
const database = await startDatabase().catch((error: unknown) => {
  process.stderr.write(`Cột Mốc cannot start: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(70)
})
const stopTimers = startTimers()
collectDefaultMetrics()

const server = createServer(
  { requestTimeout: 120_000, headersTimeout: 20_000, maxHeaderSize: 16_384 },
  makeListener({
    handler: routeChoosingHandler(build, env.NODE_ENV),
    serveStatic: sirv(path.resolve('build/client'), {
      brotli: true,
      etag: true,
      setHeaders: (res, pathname) => {
        res.setHeader('X-Content-Type-Options', 'nosniff')
        if (pathname.startsWith('/assets/')) res.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
      },
    }),
    own: {
      '/healthz': (_req, res) => {
        res.writeHead(200, { 'Content-Type': 'application/json' }).end('{"status":"alive"}')
      },
      '/readyz': async (_req, res) => {
        const ready = await database.prisma.$queryRaw`SELECT 1`.then(
          () => true,
          () => false,
        )
        res.writeHead(ready ? 200 : 503, { 'Content-Type': 'application/json' }).end(JSON.stringify({ ready }))
      },
      '/metrics': async (req, res) => {
        if (env.METRICS_TOKEN !== undefined && req.headers.authorization !== `Bearer ${env.METRICS_TOKEN}`) {
          res.writeHead(401).end()
          return
        }
        res.writeHead(200, { 'Content-Type': register.contentType }).end(await register.metrics())
      },
    },
  }),
)

server.once('error', (error) => {
  process.stderr.write(`Cột Mốc cannot start: ${error.message}\n`)
  void database.close().finally(() => process.exit(70))
})
server.listen(env.PORT, env.HOST, () => {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : env.PORT
  process.stdout.write(`Cột Mốc: ${env.PORT === 0 ? `http://localhost:${port}` : baseUrl()}\n`)
  if (env.DEMO) {
    // Letters take their time to be drawn: the site answers meanwhile.
    loadDemoLater(now()).catch((error) => log.error({ err: error }, 'demo not loaded'))
    const accounts = DEMO_PEOPLE.map((person) => `  ${demoEmail(person.name)}\n`).join('')
    process.stdout.write(`Demo accounts, password ${DEMO_PASSWORD}:\n${accounts}`)
  }
})

let stopping = false
async function stop(signal: string): Promise<void> {
  if (stopping) return
  stopping = true
  log.info({ signal }, 'stopping')
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), 8000).unref()
  await closed
  await stopTimers()
  await database.close()
  process.exit(0)
}
process.on('SIGTERM', () => void stop('SIGTERM'))
process.on('SIGINT', () => void stop('SIGINT'))
