// Bytes in memory under a head in memory, answered by node:http and nothing else.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const body = readFileSync(process.env.FLOOR_BYTES)
const head = JSON.parse(readFileSync(process.env.FLOOR_HEAD, 'utf8'))
const status = Number(process.env.FLOOR_STATUS ?? 200)
createServer((_request, response) => {
  response.writeHead(status, head)
  response.end(body)
}).listen(Number(process.env.PORT), '127.0.0.1')
