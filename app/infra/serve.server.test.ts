import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeListener } from './serve.server'
import type { Visit } from './session.server'

let server: Server
let port = 0
let rendered = 0

beforeAll(async () => {
  server = createServer(
    makeListener({
      handler: async (asked, context) => {
        rendered += 1
        if (asked.url.endsWith('/known') && context) {
          context.visit = Promise.resolve({ actor: { personId: 'p' } } as Visit)
        }
        if (asked.method === 'POST') return new Response(`posted ${await asked.text()}`)
        const headers = new URL(asked.url).pathname.startsWith('/kept')
          ? { 'X-Keep-Until': String(Date.now() + 60_000) }
          : undefined
        return new Response('page', { headers })
      },
      serveStatic: (_req, _res, next) => next(),
      own: {},
    }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

interface Answer {
  status: number
  headers: Record<string, unknown>
  body: string
}
const ask = (path: string, options: { method?: string; headers?: Record<string, string>; body?: string } = {}) =>
  new Promise<Answer>((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path, agent: false, ...options }, (res) => {
      let body = ''
      res.on('data', (chunk) => {
        body += chunk
      })
      res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body }))
    })
    sent.on('error', reject)
    sent.end(options.body)
  })
const ownHost = () => `http://127.0.0.1:${port}`

/** Bytes as they are, for what a client library would not send. */
const raw = (text: string) =>
  new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(text))
    let said = ''
    socket.on('data', (chunk) => {
      said += chunk
    })
    socket.on('close', () => resolve(said))
  })

it('refuses stray methods, junk hosts and addresses', async () => {
  for (const method of ['TRACE', 'PUT', 'DELETE', 'PATCH']) expect((await ask('/vi', { method })).status).toBe(405)
  expect((await ask('/vi', { headers: { Host: 'a b"<>' } })).status).toBe(400)
  expect(await raw('GET /vi HTTP/1.1\r\nConnection: close\r\n\r\n')).toContain('400')
  expect((await ask('/%E0%A4%A')).status).toBe(400)
  for (const path of ['//evil.example/vi', '/\\evil.example/vi', '/vi/plots?q=%00', '/vi/%00']) {
    expect((await ask(path)).status).toBe(400)
  }
  for (const Host of ['localhost:99999', '1.2.3.4.5', '[::::]', 'xn--a']) {
    expect((await ask('/vi', { headers: { Host } })).status).toBe(400)
  }
  expect((await ask(`/vi?q=${'x'.repeat(9000)}`)).status).toBe(414)
})

it('puts strict headers on every answer', async () => {
  for (const path of ['/vi', '/kept', '/%E0%A4%A']) {
    expect((await ask(path)).headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
    })
  }
})

it('takes a form only from a page of its own', async () => {
  const post = (headers: Record<string, string>) => ask('/vi/x', { method: 'POST', headers, body: 'a=b' })
  expect((await post({ Origin: ownHost() })).status).toBe(200)
  expect((await post({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200)
  const foreign = [
    {},
    { Origin: 'null' },
    { Origin: 'https://evil.example' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site', Origin: ownHost() },
    { Cookie: 'cm_session=abc' },
  ]
  for (const headers of foreign) expect((await post(headers as Record<string, string>)).status).toBe(403)
})

it('lets a mail program end alerts for its reader, who is not signed in there', async () => {
  const press = (path: string, headers: Record<string, string> = {}) =>
    ask(path, { method: 'POST', headers, body: 'List-Unsubscribe=One-Click' })
  expect((await press('/vi/needs/a-B_1/stop')).status).toBe(200)
  expect((await press('/vi/needs/a-B_1/stop', { Cookie: 'cm_session=abc' })).status).toBe(403)
  expect((await press('/vi/needs/a-B_1/stop', { Origin: 'https://evil.example' })).status).toBe(403)
  expect((await press('/vi/my/needs/a/stop')).status).toBe(403)
})

it('takes a call of a program without cookie and Origin, and none with a cookie', async () => {
  const call = (headers: Record<string, string>) => ask('/api/v1/roadmap', { method: 'POST', headers, body: '{}' })
  expect((await call({})).status).toBe(200)
  expect((await call({ Cookie: 'cm_session=abc' })).status).toBe(403)
})

it('keeps a page for visitors, never for somebody with a session', async () => {
  rendered = 0
  const first = await ask('/kept/a')
  const again = await ask('/kept/a')
  expect([first.body, again.body, rendered]).toEqual(['page', 'page', 1])
  const known = await ask('/kept/a', { headers: { 'If-None-Match': String(first.headers.etag) } })
  expect([known.status, known.body]).toEqual([304, ''])
  const signedIn = await ask('/kept/a', { headers: { Cookie: 'cm_session=abc' } })
  expect(rendered).toBe(2)
  expect(signedIn.headers['cache-control']).toBe('private, no-store')
  expect(first.headers['x-keep-until'] ?? signedIn.headers['x-keep-until']).toBeUndefined()
})

it('keeps the whole page when only its head was asked for', async () => {
  const head = await ask('/kept/head', { method: 'HEAD' })
  expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', '4'])
  expect((await ask('/kept/head')).body).toBe('page')
})

it('keeps no page of somebody known, however the session was found', async () => {
  rendered = 0
  await ask('/kept/known')
  await ask('/kept/known')
  expect(rendered).toBe(2)
})
