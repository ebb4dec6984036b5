import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { data, redirect } from '@remix-run/node'
import type { z } from 'zod'
import { differencesOf } from '~/domain/difference'
import { cleanText } from '~/domain/interest/file-name'
import { type Act, may, type Thing } from '~/domain/party/permission'
import { REFUSALS, statusOf } from '~/domain/refusal'
import type { Lang } from '~/domain/text'
import { addDays, dayInVietnam, dayToDate } from '~/domain/time/day'
import type { Refusal, Verdict } from '~/domain/verdict'
import { baseUrl } from './env.server'
import { readFileStream } from './files.server'
import { type Mistake, messageOf, mistakeOf, mistakesOf, sayMistakes } from './form-mistakes.server'
import { type PaperToRead, pdfToRead } from './pdf.server'
import { countTry, type LimitName } from './rate-limit.server'
import type { openVisit } from './session.server'
import { type FilesTaken, readAtMost, readParts, type Upload } from './upload.server'

export { sayMistakes }

type OpenVisit = Awaited<ReturnType<typeof openVisit>>

interface Answer {
  values: Record<string, string | string[]>
  errors: Mistake[]
}

/** A page-level refusal: thrown, shown by the page error. */
export function refusalResponse(refusal: Refusal): Response {
  const headers = new Headers({ 'Content-Type': 'application/json; charset=utf-8' })
  if (refusal.code === 'too-many-requests') headers.set('Retry-After', String(refusal.values?.seconds ?? 60))
  if (refusal.code === 'unavailable') headers.set('Retry-After', '5')
  return new Response(JSON.stringify(refusal), { status: statusOf(refusal.code), headers })
}

/** The value, or the refusal as the page's answer. */
export function orThrow<T>(verdict: Verdict<T>, answer = refusalResponse): T {
  if (verdict.ok) return verdict.value
  throw answer(verdict.refusal)
}

/** Only those who may. A stranger is sent to sign in and comes back; a wrong role is refused; a stranger's row is not found. */
export function requireMay(visit: OpenVisit, request: Request, act: Act, thing?: Thing): void {
  const verdict = may(visit.actor, act, thing)
  if (verdict.ok) return
  if (verdict.refusal.code === 'not-signed-in') throw toSignIn(visit.lang, request)
  throw refusalResponse(verdict.refusal)
}

/** Only somebody signed in. */
export function requirePerson(visit: OpenVisit, request: Request): string {
  if (visit.actor.personId === null) throw toSignIn(visit.lang, request)
  return visit.actor.personId
}

function toSignIn(lang: Lang, request: Request): Response {
  const url = new URL(request.url)
  if (request.method !== 'GET') return refusalResponse({ code: 'not-signed-in' })
  return redirect(`/${lang}/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`, 303)
}

/** The whole address of a page of ours, as others may keep it. */
export const pageAddress = (lang: Lang, path: string): string => `${baseUrl()}/${lang}${path}`

export const seeOther = (path: string): Response => redirect(path, 303)

const NOWHERE = 'http://nowhere.invalid'

/** A `next` address of our own site as it may stand in a header, or the fallback. */
export function safeNext(next: string | null, fallback: string): string {
  if (!next || !URL.canParse(next, NOWHERE)) return fallback
  const { origin, pathname, search } = new URL(next, NOWHERE)
  return origin === NOWHERE && /^\/(vi|en|zh)(\/|$)/.test(pathname) ? pathname + search : fallback
}

/** One more try of something limited; over the limit is thrown as 429 with Retry-After, to programs as a `problem`. */
export async function limit(name: LimitName, key: string, answer = refusalResponse): Promise<void> {
  orThrow(await countTry(name, key), answer)
}

/** Form fields as an object; a name ending in `[]` or sent more than once is a list. */
export function valuesOf(fields: URLSearchParams): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  for (const key of new Set(fields.keys())) {
    const all = fields.getAll(key)
    const name = key.replace(/\[\]$/, '')
    values[name] = all.length > 1 || key.endsWith('[]') ? all : (all[0] ?? '')
  }
  return values
}

export type ReadForm<T> =
  | { ok: true; value: T; values: Answer['values']; uploads: Upload[] }
  | { ok: false; answer: Answer; status: number }

/** Reads a posted form by its schema, with files where it has a field for them; keeps what was typed, no password. */
export async function readForm<T>(
  request: Request,
  schema: z.ZodType<T>,
  files: FilesTaken = 'no-files',
): Promise<ReadForm<T>> {
  const parts = await readParts(request, files)
  if (!parts.ok) {
    return {
      ok: false,
      answer: { values: {}, errors: [mistakeOf(parts.refusal)] },
      status: statusOf(parts.refusal.code),
    }
  }
  const { fields, uploads, wrong } = parts.value
  const typed = valuesOf(fields)
  const values = withoutSecrets(typed)
  const parsed = schema.safeParse(typed)
  if (parsed.success && !wrong) return { ok: true, value: parsed.data, values, uploads }
  const errors = [...(parsed.success ? [] : mistakesOf(parsed.error)), ...(wrong ? [mistakeOf(wrong)] : [])]
  return { ok: false, answer: { values, errors }, status: wrong ? statusOf(wrong.code) : 422 }
}

/** What was typed into a form, unjudged: for one that saves itself, field by field. */
export async function readTyped(request: Request): Promise<Verdict<Answer['values']>> {
  const parts = await readParts(request, 'no-files')
  if (!parts.ok) return parts
  const { fields, wrong } = parts.value
  return wrong ? { ok: false, refusal: wrong } : { ok: true, value: valuesOf(fields) }
}

const withoutSecrets = (values: Answer['values']): Answer['values'] =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !/password/i.test(name)))

/** The answer to a form that was refused, by its schema or by a command. */
export const formRefused = (answer: Answer, status = 422) => data(answer, { status })

/** A command's refusal as the answer to its form. A row that is not there stays a page of its own. */
export function answerRefusal(refusal: Refusal, values: Answer['values'] = {}) {
  if (refusal.code === 'not-found' || refusal.code === 'not-signed-in') throw refusalResponse(refusal)
  const errors = [mistakeOf(refusal)]
  const headers: HeadersInit =
    refusal.code === 'too-many-requests' ? { 'Retry-After': String(refusal.values?.seconds ?? 60) } : {}
  return data({ values, errors } satisfies Answer, { status: statusOf(refusal.code), headers })
}

/**
 * As `answerRefusal`; of a form that somebody outran also, field by field, what was typed and what stands there now.
 * `standing` reads the form again as it would be shown now, its guards (`version`) included.
 */
export async function answerStale(
  refusal: Refusal,
  values: Answer['values'],
  standing: () => Promise<Answer['values'] | null>,
) {
  const now = refusal.code === 'conflict' ? await standing() : null
  if (!now) return answerRefusal(refusal, values)
  const told = { values, errors: [mistakeOf(refusal)], differences: differencesOf(values, now), standing: now }
  return data(told, { status: statusOf(refusal.code) })
}

/**
 * Headers of a page that may be kept for visitors: until the end of the Vietnamese day, or until the instant at
 * which something it shows changes by itself, such as the end of a hold.
 */
export function keepUntil(now: Date, changesAt: Date | null = null): Record<string, string> {
  const endOfDay = dayToDate(addDays(dayInVietnam(now), 1)).getTime() - 7 * 3_600_000
  return { 'X-Keep-Until': String(Math.min(endOfDay, changesAt?.getTime() ?? endOfDay)) }
}

/** JSON for programs, with an ETag; answers 304 when the caller has it. */
export function jsonAnswer(request: Request, body: unknown, headers: HeadersInit = {}): Response {
  return textAnswer(request, JSON.stringify(body), headers)
}

/** A text for programs, with an ETag; JSON unless the headers say otherwise. */
export function textAnswer(request: Request, text: string, headers: HeadersInit = {}): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  const all = new Headers(headers)
  all.set('ETag', etag)
  if (!all.has('Cache-Control')) all.set('Cache-Control', 'no-cache')
  if (request.headers.get('If-None-Match')?.split(/,\s*/).includes(etag))
    return new Response(null, { status: 304, headers: all })
  if (!all.has('Content-Type')) all.set('Content-Type', 'application/json; charset=utf-8')
  return new Response(text, { headers: all })
}

/** JSON for a script of our own page, about something in the middle of being done: never kept. */
export const stepAnswer = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json; charset=utf-8' } })

/** A piece of a file, as bytes of at most so many. Refuses `too-large`. */
export async function readPiece(request: Request, max: number): Promise<Verdict<Uint8Array>> {
  const bytes = await readAtMost(request, max)
  return bytes ? { ok: true, value: bytes } : { ok: false, refusal: { code: 'too-large' } }
}

/** RFC 9457 problem for programs. */
export function problem(refusal: Refusal, mistakes: Mistake[] = []): Response {
  const headers = new Headers({ 'Content-Type': 'application/problem+json; charset=utf-8' })
  if (refusal.code === 'too-many-requests') headers.set('Retry-After', String(refusal.values?.seconds ?? 60))
  const found = mistakes.length > 0 ? mistakes : refusal.field ? [{ ...refusal, field: refusal.field }] : []
  const body = {
    type: `/api/v1/problems#${refusal.code}`,
    title: refusal.code,
    status: statusOf(refusal.code),
    detail: messageOf(refusal),
    errors: found.map((mistake) => ({ path: mistake.field, code: mistake.code, message: messageOf(mistake) })),
  }
  return new Response(JSON.stringify(body), { status: body.status, headers })
}

/** Reads the query string of a program's call by its schema: a blank value is none, an unknown name is refused. */
export function readQuery<T>(
  request: Request,
  schema: z.ZodType<T>,
): { ok: true; value: T } | { ok: false; response: Response } {
  const query = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value.trim() !== ''))
  const parsed = schema.safeParse(query)
  if (parsed.success) return { ok: true, value: parsed.data }
  const mistakes = mistakesOf(parsed.error)
  const code = mistakes[0]?.code ?? 'invalid-form'
  return { ok: false, response: problem({ code: REFUSALS[code] === 422 ? code : 'invalid-form' }, mistakes) }
}

const MAX_JSON_BYTES = 64 * 1024

/** Reads a program's JSON by its schema: at most 64 kB, declared as JSON, no key the schema does not know. */
export async function readJson<T>(
  request: Request,
  schema: z.ZodType<T>,
): Promise<{ ok: true; value: T } | { ok: false; response: Response }> {
  const no = (refusal: Refusal, mistakes?: Mistake[]) => ({ ok: false, response: problem(refusal, mistakes) }) as const
  const type = request.headers.get('Content-Type')
  if (type !== null && !/^application\/([\w.+-]+\+)?json\b/i.test(type)) return no({ code: 'wrong-type' })
  if (Number(request.headers.get('Content-Length') ?? 0) > MAX_JSON_BYTES) return no({ code: 'too-large' })
  const bytes = await readAtMost(request, MAX_JSON_BYTES)
  if (bytes === null) return no({ code: 'too-large' })
  let body: unknown
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), (_key, value) =>
      typeof value === 'string' ? cleanText(value) : value,
    )
  } catch {
    return no({ code: 'not-json' })
  }
  const parsed = schema.safeParse(body)
  if (parsed.success) return { ok: true, value: parsed.data }
  const mistakes = mistakesOf(parsed.error)
  const code = mistakes[0]?.code ?? 'invalid-form'
  return no({ code: REFUSALS[code] === 422 ? code : 'invalid-form' }, mistakes)
}

/**
 * Reads the filters of a page's address. Fields that are wrong are named in the answer and left out of the value,
 * so that the page still shows what the others ask for.
 */
export function readSearch<T>(request: Request, schema: z.ZodType<T>): { value: T; answer: Answer } {
  const values = valuesOf(new URL(request.url).searchParams)
  const parsed = schema.safeParse(values)
  if (parsed.success) return { value: parsed.data, answer: { values, errors: [] } }
  const errors = mistakesOf(parsed.error)
  const wrong = new Set(errors.map(({ field }) => (field in values ? field : field.split('.')[0])))
  const rest = Object.fromEntries(Object.entries(values).filter(([name]) => !wrong.has(name)))
  const again = schema.safeParse(rest)
  return { value: again.success ? again.data : schema.parse({}), answer: { values, errors } }
}

const fileHeaders = (kind: 'inline' | 'attachment', fileName: string, mediaType: string): Record<string, string> => ({
  'Content-Type': mediaType,
  'Content-Disposition': `${kind}; filename*=UTF-8''${encodeURIComponent(fileName).replaceAll("'", '%27')}`,
  'Cache-Control': 'private, no-store',
})

const streamed = (stream: Readable, headers: Record<string, string>): Response =>
  new Response(Readable.toWeb(stream) as unknown as ReadableStream, { headers })

interface AskedFile {
  storageKey: string
  fileName: string
  mediaType: string
}

/** What somebody uploaded: only ever a download, and nothing in it runs. */
export const uploadAnswer = async ({ storageKey, fileName, mediaType }: AskedFile): Promise<Response> =>
  streamed(await readFileStream(storageKey), {
    ...fileHeaders('attachment', fileName, mediaType),
    'Content-Security-Policy': "default-src 'none'; sandbox",
  })

/** A PDF the office wrote, shown in the browser: a sandbox would stop its viewer. */
export const letterAnswer = async ({ storageKey, fileName, mediaType }: AskedFile): Promise<Response> =>
  streamed(await readFileStream(storageKey), fileHeaders('inline', fileName, mediaType))

/** A PDF made for this answer. */
export async function pdfAnswer(paper: PaperToRead, fileName: string): Promise<Response> {
  const bytes = orThrow(await pdfToRead(paper)) as Uint8Array<ArrayBuffer>
  return new Response(bytes, { headers: fileHeaders('inline', fileName, 'application/pdf') })
}

/** A file made for this answer, sent piece by piece as it is made. */
export const fileAnswer = (pieces: AsyncIterable<Uint8Array | string>, fileName: string, mediaType: string): Response =>
  streamed(Readable.from(pieces, { objectMode: false }), fileHeaders('attachment', fileName, mediaType))
