// The plain Remix server: node:http and Remix's own request handler, nothing kept.
import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { createRequestHandler, writeReadableStreamToWritable } from '@remix-run/node'

const build = await import('../../.cache/bench-floor/server/index.js')
const handle = createRequestHandler(build, 'production')

createServer(async (req, res) => {
  const body = req.method === 'GET' || req.method === 'HEAD' ? undefined : Readable.toWeb(req)
  const address = new URL(req.url, `http://${req.headers.host}`)
  const answer = await handle(new Request(address, { method: req.method, headers: req.headers, body, duplex: 'half' }))
  res.writeHead(answer.status, Object.fromEntries(answer.headers))
  if (answer.body) await writeReadableStreamToWritable(answer.body, res)
  else res.end()
}).listen(Number(process.env.PORT), '127.0.0.1')
