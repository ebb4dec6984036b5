import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { AppLoadContext, RequestHandler } from '@remix-run/node'
import { recordRead } from './access-log.server'
import { nowMs, today } from './clock.server'
import { baseUrl, settings } from './env.server'
import { strictHeaders } from './headers.server'
import { log } from './log.server'
import { type KeptPage, PageCache } from './page-cache.server'
import { SESSION_COOKIE } from './session.server'
import { catalogueVersion, onCatalogueMoved } from './snapshot.server'
import { REQUEST_ID, withIncoming } from './upload.server'

const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS'])
const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i
const MAX_URL = 8192

const pages = new PageCache(strictHeaders())
onCatalogueMoved(() => pages.clear())

const setStrictHeaders = (res: ServerResponse): void => {
  for (const [name, value] of Object.entries(strictHeaders())) res.setHeader(name, value)
}

function refuseRaw(res: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  res.writeHead(status, { ...strictHeaders(), 'Content-Type': 'text/plain; charset=utf-8', ...headers })
  res.end(`${text}\n`)
}

/** What programs write to: the API, and the address that ends alerts, which a mail program presses for its reader. */
const OF_PROGRAMS = /^\/(api\/|(vi|en|zh)\/needs\/[\w-]+\/stop$)/

/** A write must come from our own pages: a matching Origin or a same-origin fetch; programs without a cookie need neither. */
function fromOwnPage(req: IncomingMessage): boolean {
  const site = req.headers['sec-fetch-site']
  const origin = req.headers.origin
  if (site !== undefined && site !== 'same-origin') return false
  if (origin !== undefined) return origin === baseUrl() || origin === `${schemeOf(req)}://${req.headers.host}`
  if (site === 'same-origin') return true
  return OF_PROGRAMS.test(req.url ?? '') && !req.headers.cookie?.includes(`${SESSION_COOKIE}=`)
}

const schemeOf = (req: IncomingMessage): string =>
  settings().TRUST_PROXY && req.headers['x-forwarded-proto'] === 'https' ? 'https' : 'http'

function ipOf(req: IncomingMessage): string {
  const forwarded = settings().TRUST_PROXY ? req.headers['x-forwarded-for'] : undefined
  const last = (Array.isArray(forwarded) ? forwarded.join(',') : forwarded)?.split(',').at(-1)?.trim()
  return last || req.socket.remoteAddress || 'unknown'
}

/** HEAD is asked as GET: what it is answered may be kept, and its body is left out when it is sent. */
function toRequest(req: IncomingMessage, requestId: string, signal?: AbortSignal): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries({ ...req.headers, [REQUEST_ID]: requestId })) {
    if (name.startsWith(':')) continue
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one)
  }
  const init: RequestInit & { duplex?: 'half' } = {
    method: req.method === 'HEAD' ? 'GET' : req.method,
    headers,
    signal,
  }
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    init.body = Readable.toWeb(req) as unknown as ReadableStream
    init.duplex = 'half'
  }
  return new Request(new URL(req.url ?? '/', `${schemeOf(req)}://${req.headers.host}`), init)
}

async function sendResponse(
  req: IncomingMessage,
  res: ServerResponse,
  response: Response,
  cookies: string[],
): Promise<void> {
  response.headers.delete('x-keep-until')
  const headers: Record<string, string | string[]> = { ...strictHeaders() }
  for (const [name, value] of response.headers) if (name !== 'set-cookie') headers[name] = value
  const setCookies = [...response.headers.getSetCookie(), ...cookies]
  if (setCookies.length > 0) headers['set-cookie'] = setCookies
  if (!response.headers.has('cache-control')) headers['cache-control'] = 'private, no-store'
  res.writeHead(response.status, headers)
  if (!response.body || req.method === 'HEAD') {
    await response.body?.cancel()
    res.end()
    return
  }
  await pipeline(Readable.fromWeb(response.body as never), res)
}

function sendKept(req: IncomingMessage, res: ServerResponse, page: KeptPage): void {
  if (req.headers['if-none-match']?.includes(page.etag)) {
    res.writeHead(304, page.sameHead)
    res.end()
    return
  }
  const packed = req.headers['accept-encoding']?.includes('br') === true
  res.writeHead(200, packed ? page.brotliHead : page.plainHead)
  res.end(req.method === 'HEAD' ? undefined : packed ? page.brotli : page.plain)
}

/** The kept-page key: path and query as written, the catalogue version, the day. Null where it may not be kept. */
function keyOf(req: IncomingMessage): string | null {
  if (req.method !== 'GET' && req.method !== 'HEAD') return null
  if (req.headers.cookie?.includes(`${SESSION_COOKIE}=`) || req.headers.authorization) return null
  return `${catalogueVersion()} ${today()} ${req.headers.host} ${req.url}`
}

export interface Serving {
  handler: RequestHandler
  /** Serves a built file; true when it did. */
  serveStatic: (req: IncomingMessage, res: ServerResponse, next: () => void) => void
  /** Answers of the process itself: /healthz, /readyz, /metrics. */
  own: Record<string, (req: IncomingMessage, res: ServerResponse) => void | Promise<void>>
  /** Off where the code itself changes while the process runs. */
  keepPages?: boolean
}

/** Guards first, then kept pages, then the process's own answers, then files, then Remix. */
export function makeListener({ handler, serveStatic, own, keepPages = true }: Serving) {
  return (req: IncomingMessage, res: ServerResponse): void => {
    const refused = refusalOf(req)
    if (refused) {
      refuseRaw(res, refused.status, refused.text, refused.headers)
      return
    }
    const key = keepPages ? keyOf(req) : null
    const kept = key === null ? undefined : pages.find(key, nowMs())
    if (kept) {
      sendKept(req, res, kept)
      return
    }
    const answer = own[(req.url ?? '/').split('?', 1)[0] ?? '/']
    if (answer) {
      setStrictHeaders(res)
      Promise.resolve(answer(req, res)).catch((error) => fail(res, error))
    } else if (req.method === 'POST') void serveRemix(req, res, handler, null)
    else {
      setStrictHeaders(res)
      serveStatic(req, res, () => void serveRemix(req, res, handler, key))
    }
  }
}

/** What is refused before anything looks at it: stray methods, junk hosts and addresses, forms of other sites. */
function refusalOf(req: IncomingMessage): { status: number; text: string; headers?: Record<string, string> } | null {
  const method = req.method ?? ''
  const url = req.url ?? '/'
  const host = req.headers.host ?? ''
  const allow = { Allow: 'GET, HEAD, POST' }
  if (!METHODS.has(method)) return { status: 405, text: 'method not allowed', headers: allow }
  if (host !== hostSeen && !isHost(host)) return { status: 400, text: 'bad host' }
  if (url.length > MAX_URL) return { status: 414, text: 'address too long' }
  if (!isAddress(url)) return { status: 400, text: 'bad address' }
  if (method === 'OPTIONS') return { status: 204, text: '', headers: allow }
  if (method === 'POST' && !fromOwnPage(req)) {
    return { status: 403, text: 'this form was not sent from our own page' }
  }
  return null
}

let hostSeen = ''
function isHost(host: string): boolean {
  if (!HOST.test(host) || !URL.canParse(`http://${host}`)) return false
  hostSeen = host
  return true
}

/** A path of this site that can be decoded, without the NUL that no text in the database can hold. */
function isAddress(url: string): boolean {
  if (!url.startsWith('/') || url.startsWith('//') || url.includes('\\')) return false
  if (!url.includes('%')) return true
  if (url.includes('%00')) return false
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '')
    return true
  } catch {
    return false
  }
}

async function serveRemix(
  req: IncomingMessage,
  res: ServerResponse,
  handler: RequestHandler,
  key: string | null,
): Promise<void> {
  const controller = new AbortController()
  res.on('close', () => {
    if (!res.writableFinished) controller.abort()
  })
  const context: AppLoadContext = { ip: ipOf(req), requestId: randomUUID(), cookies: [] }
  try {
    const tell = async (status: number) =>
      recordRead({ method: req.method ?? '', url: req.url ?? '', status }, await context.visit)
    if (key === null) {
      const response = await withIncoming(context.requestId, () =>
        handler(toRequest(req, context.requestId, controller.signal), context),
      )
      await sendResponse(req, res, response, context.cookies)
      await tell(response.status)
      return
    }
    // Others may wait for this rendering: it goes on when the one who asked first has left.
    const page = await pages.findOrRender(key, nowMs(), async () => {
      const response = await handler(toRequest(req, context.requestId), context)
      if ((await context.visit)?.actor.personId || context.cookies.length > 0) response.headers.delete('x-keep-until')
      return response
    })
    if (page instanceof Response) {
      await sendResponse(req, res, page, context.cookies)
      await tell(page.status)
    } else sendKept(req, res, page)
  } catch (error) {
    fail(res, error)
  }
}

function fail(res: ServerResponse, error: unknown): void {
  if (res.destroyed) return
  log.error({ err: error }, 'answer failed')
  if (res.headersSent) res.destroy()
  else refuseRaw(res, 500, 'something failed on our side; nothing was changed')
}
