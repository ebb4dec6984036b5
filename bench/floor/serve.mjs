// The plain Remix server: express and Remix's own adapter.
import { createRequestHandler } from '@remix-run/express'
import express from 'express'

const build = await import('../../.cache/bench-floor/server/index.js')
const app = express()
app.disable('x-powered-by')
app.use(express.static('.cache/bench-floor/client'))
app.all('*', createRequestHandler({ build, mode: 'production' }))
app.listen(Number(process.env.PORT), '127.0.0.1')
