// The development server: Vite transforms, the same listener as in production answers.
import { createServer } from 'node:http'
import { createRequestHandler } from '@remix-run/node'
import { createServer as createVite } from 'vite'

process.env.DEMO ??= '1'
const vite = await createVite({
  cacheDir: `${process.env.DATA_DIR ?? './data'}/vite`,
  server: { middlewareMode: true, hmr: false, ws: false },
})
const load = <T>(path: string) => vite.ssrLoadModule(path) as Promise<T>

const { settings, baseUrl } = await load<typeof import('./app/infra/env.server')>('/app/infra/env.server.ts')
const { startDatabase } = await load<typeof import('./prisma/start')>('/prisma/start.ts')
const { loadDemoLater } = await load<typeof import('./prisma/seed/demo-later')>('/prisma/seed/demo-later.ts')
const { now } = await load<typeof import('./app/infra/clock.server')>('/app/infra/clock.server.ts')
const { startTimers } = await load<typeof import('./app/jobs/timers')>('/app/jobs/timers.ts')
const { makeListener } = await load<typeof import('./app/infra/serve.server')>('/app/infra/serve.server.ts')

const database = await startDatabase()
const stopTimers = startTimers()
const listener = makeListener({
  handler: async (request, context) => {
    const build = await load<Parameters<typeof createRequestHandler>[0]>('virtual:remix/server-build')
    return createRequestHandler(build, 'development')(request, context)
  },
  serveStatic: (req, res, next) => vite.middlewares(req, res, next),
  own: {},
  keepPages: false,
})
createServer(listener).listen(settings().PORT, settings().HOST, () => {
  process.stdout.write(`Cột Mốc (development): ${baseUrl()}\n`)
  if (settings().DEMO) {
    loadDemoLater(now()).catch((error) => process.stderr.write(`demo: ${error}\n`))
  }
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    await stopTimers()
    await database.close()
    await vite.close()
    process.exit(0)
  })
}
