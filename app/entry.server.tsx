import { createHash } from 'node:crypto'
import type { EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { isLang } from './domain/text'
import { contentSecurityPolicy } from './infra/headers.server'
import { sayMistakes } from './infra/http.server'
import { log } from './infra/log.server'
import { makeI18n } from './locales'
import { refusalSentence } from './locales/refusal-sentence'

sayMistakes(refusalSentence('en'))

/** Scripts that run; data for search engines does not, and needs no leave. */
const INLINE_SCRIPT = /<script(?![^>]*(?:\ssrc=|\stype="application\/ld\+json"))[^>]*>([\s\S]*?)<\/script>/g

/** Scripts are allowed by the hash of their text: a kept page can be sent again as it is. */
function hashesOf(html: string): string[] {
  // Most pages ship none, and looking for the pattern in a list takes a millisecond.
  if (!html.includes('<script')) return []
  const texts = new Set([...html.matchAll(INLINE_SCRIPT)].map(([, text]) => text ?? ''))
  return [...texts].map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
}

async function readAll(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    text += decoder.decode(value, { stream: true })
  }
}

interface StreamCache {
  streamCache?: Record<number, { result: { done: boolean; value: string } }>
}

/** Remix leaves a thrown answer's headers out of the page that shows it. */
const retryAfterOf = ({ staticHandlerContext: { actionHeaders, loaderHeaders } }: EntryContext): string | undefined =>
  [...Object.values(actionHeaders), ...Object.values(loaderHeaders)]
    .map((headers) => headers.get('Retry-After'))
    .find((seconds) => seconds !== null) ?? undefined

/**
 * One `renderToString`: nothing is deferred here, so the payload is read first and handed to Remix's
 * own transfer component as already arrived; streaming the same page costs twice the processor time.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  if (context.serverHandoffStream) {
    const payload = await readAll(context.serverHandoffStream)
    context.serverHandoffStream = new ReadableStream({ start: (controller) => controller.close() })
    const arrived: StreamCache = {
      streamCache: {
        0: { result: { done: false, value: payload } },
        1: { result: { done: true, value: '' } },
      },
    }
    context.renderMeta = Object.assign(context.renderMeta ?? {}, arrived)
  }
  const url = new URL(request.url)
  const segment = url.pathname.split('/')[1]
  const html = renderToString(
    <I18nextProvider i18n={makeI18n(isLang(segment) ? segment : 'vi')}>
      <RemixServer context={context} url={request.url} />
    </I18nextProvider>,
  )
  const page = `<!DOCTYPE html>${html}`
  const retryAfter = retryAfterOf(context)
  if (retryAfter) headers.set('Retry-After', retryAfter)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Security-Policy', contentSecurityPolicy(hashesOf(page)))
  return new Response(page, { status, headers })
}

/** The token of a mailed link stays out of the log. */
const pathOf = (request: Request): string =>
  new URL(request.url).pathname.replace(/(confirm-email|reset-password|invitation)\/.*/, '$1/…')

export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted) log.error({ err: error, path: pathOf(request) }, 'request failed')
}
