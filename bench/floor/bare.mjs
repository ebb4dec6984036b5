// Bytes in memory, answered by node:http and nothing else.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const body = readFileSync(process.env.FLOOR_BYTES)
createServer((_request, response) => {
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': body.length })
  response.end(body)
}).listen(Number(process.env.PORT), '127.0.0.1')
