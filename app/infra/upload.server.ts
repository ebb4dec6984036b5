import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import { fileTypeFromFile } from 'file-type'
import { cleanFileName, cleanText, extensionOf } from '~/domain/interest/file-name'
import { type Refusal, refuse, type Verdict } from '~/domain/verdict'
import { settings } from './env.server'

export const MAX_FILE_BYTES = 20 * 1024 * 1024
export const MAX_FILES = 10
const MAX_FORM_BYTES = MAX_FILES * MAX_FILE_BYTES + 1024 * 1024
const MAX_FIELD_BYTES = 64 * 1024
const MAX_FIELDS = 300
const MAX_TEXT_FORM_BYTES = 1024 * 1024

/** What may be uploaded: extension → media type that the content itself must show. */
const ACCEPTED: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A file that came with a form: on disk under a temporary name, its content checked against its type. */
export interface Upload {
  field: string
  fileName: string
  mediaType: string
  sizeBytes: number
  sha256: string
  temporaryPath: string
}

export interface FormParts {
  fields: URLSearchParams
  uploads: Upload[]
  /** What is wrong with one of the fields or files as they came: nothing is to be kept, but what was typed is here. */
  wrong: Refusal | null
}

/** What a sheet of land comes as; text has no mark of its own, its reader looks closer. */
const SHEETS: Record<string, string> = { xlsx: ACCEPTED.xlsx ?? '', csv: 'text/csv', geojson: 'application/geo+json' }

/** A form takes no files, papers, or sheets of land. */
export type FilesTaken = 'no-files' | 'files' | 'sheets'

/** Whether a paper may come under this name: its ending is one of those taken. */
export const acceptsName = (fileName: string): boolean => ACCEPTED[extensionOf(fileName)] !== undefined

/** A whole paper on disk: its content against its name, and its media type with it. Why it is not taken, or null. */
export const checkPaper = (upload: Upload): Promise<Refusal | null> => checkContent(upload, 'files')

async function checkContent(upload: Upload, taken: FilesTaken): Promise<Refusal | null> {
  const values = { file: upload.fileName }
  if (upload.sizeBytes === 0) return { code: 'file-empty', field: upload.field, values }
  if (taken === 'sheets') {
    const expected = SHEETS[extensionOf(upload.fileName)]
    const found = await fileTypeFromFile(upload.temporaryPath)
    // Some programs write a workbook's parts in an order that only shows an archive.
    const fits = expected === SHEETS.xlsx ? [expected, 'application/zip'].includes(found?.mime ?? '') : !found
    if (!expected || !fits) return { code: 'wrong-type', field: upload.field, values }
    upload.mediaType = expected
    return null
  }
  const expected = ACCEPTED[extensionOf(upload.fileName)]
  const found = await fileTypeFromFile(upload.temporaryPath)
  if (!expected || found?.mime !== expected) return { code: 'wrong-type', field: upload.field, values }
  if (expected === 'application/pdf') {
    const handle = await open(upload.temporaryPath)
    try {
      const { buffer } = await handle.read(Buffer.alloc(5), 0, 5, 0)
      if (buffer.toString('latin1') !== '%PDF-') return { code: 'wrong-type', field: upload.field, values }
    } finally {
      await handle.close()
    }
  }
  upload.mediaType = expected
  return null
}

/**
 * Reads a posted form, files streamed to disk and never into memory.
 * Refuses `too-large` unread when the declared length is over the limit, and `invalid-form` for what is not a form at
 * all; a file of a `wrong-type` by content, `file-empty` or `too-large` is told beside what was typed.
 */
export async function readParts(request: Request, files: FilesTaken): Promise<Verdict<FormParts>> {
  const type = request.headers.get('Content-Type') ?? ''
  const declared = Number(request.headers.get('Content-Length') ?? 0)
  const max = files === 'no-files' ? MAX_TEXT_FORM_BYTES : MAX_FILE_BYTES
  if (declared > (files === 'no-files' ? max : MAX_FORM_BYTES)) return refuse('too-large', { max: max / 1024 / 1024 })
  if (type.startsWith('application/x-www-form-urlencoded')) {
    const bytes = await readAtMost(request, MAX_TEXT_FORM_BYTES)
    if (!bytes) return refuse('too-large', { max: 1 })
    const sent = new URLSearchParams(new TextDecoder().decode(bytes))
    if (sent.size > MAX_FIELDS) return refuse('invalid-form')
    const fields = [...sent].map(([name, value]) => [cleanText(name), cleanText(value)])
    return { ok: true, value: { fields: new URLSearchParams(fields), uploads: [], wrong: null } }
  }
  if (!type.startsWith('multipart/form-data') || !request.body) return refuse('invalid-form')
  return readMultipart(request, type, files)
}

/** The body, or null when it is longer: a length need not be declared, nor true. */
export async function readAtMost(request: Request, max: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  if (!request.body) return new Uint8Array()
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > max) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function readMultipart(request: Request, type: string, taken: FilesTaken): Promise<Verdict<FormParts>> {
  const maxFiles = taken === 'no-files' ? 0 : MAX_FILES
  const folder = incomingFolder()
  await mkdir(folder, { recursive: true })
  const temporary = arrived.get(request.headers.get(REQUEST_ID) ?? '')
  const fields = new URLSearchParams()
  const uploads: Upload[] = []
  const writes: Promise<void>[] = []
  let refusal: Refusal | null = null
  let parser: busboy.Busboy
  try {
    parser = busboy({
      headers: { 'content-type': type },
      defParamCharset: 'utf8',
      limits: {
        // Browsers post a nameless part for an empty file field: counted by name below.
        files: MAX_FIELDS,
        fileSize: MAX_FILE_BYTES,
        fields: MAX_FIELDS,
        fieldSize: MAX_FIELD_BYTES,
        parts: MAX_FIELDS + MAX_FILES,
      },
    })
  } catch {
    return refuse('invalid-form')
  }
  parser.on('field', (name, value, info) => {
    if (info.valueTruncated) refusal ??= { code: 'too-long', field: name, values: { max: MAX_FIELD_BYTES } }
    else fields.append(cleanText(name), cleanText(value))
  })
  for (const event of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const) {
    parser.on(event, () => {
      refusal ??= { code: 'invalid-form' }
    })
  }
  parser.on('file', (field, stream, info) => {
    // A form that is cut off ends its open part with an error; unheard it would end the process.
    stream.on('error', () => {})
    // A browser posts an empty, nameless part for a file field nobody filled in.
    if (!info.filename) {
      stream.resume()
      return
    }
    if (uploads.length >= maxFiles) {
      refusal ??= maxFiles === 0 ? { code: 'invalid-form' } : { code: 'too-large', field, values: { max: maxFiles } }
      stream.resume()
      return
    }
    const upload: Upload = {
      field,
      fileName: cleanFileName(info.filename),
      mediaType: info.mimeType,
      sizeBytes: 0,
      sha256: '',
      temporaryPath: path.join(folder, randomUUID()),
    }
    uploads.push(upload)
    temporary?.push(upload.temporaryPath)
    const digest = createHash('sha256')
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        upload.sizeBytes += chunk.length
        digest.update(chunk)
        done(null, chunk)
      },
    })
    stream.on('limit', () => {
      refusal ??= {
        code: 'too-large',
        field,
        values: { file: upload.fileName, max: MAX_FILE_BYTES / 1024 / 1024 },
      }
    })
    const written = pipeline(stream, meter, createWriteStream(upload.temporaryPath)).then(() => {
      upload.sha256 = digest.digest('hex')
    })
    // A write may fail while the form is still being read; it is answered when all of it is.
    written.catch(() => {})
    writes.push(written)
  })
  try {
    await pipeline(Readable.fromWeb(request.body as never), parser)
    await Promise.all(writes)
  } catch {
    await Promise.allSettled(writes)
    refusal ??= { code: 'invalid-form' }
  }
  for (const upload of uploads) {
    if (refusal) break
    refusal = await checkContent(upload, taken)
  }
  if (refusal && refusal.field === undefined) return { ok: false, refusal }
  return { ok: true, value: { fields, uploads, wrong: refusal } }
}

const HOUR_MS = 3_600_000
const incomingFolder = (): string => path.resolve(settings().DATA_DIR, 'incoming')

/** The header by which a request bears the id the server gave it; whatever the sender wrote there is overwritten. */
export const REQUEST_ID = 'x-request-id'

/** Temporary files of the requests being answered. An AsyncLocalStorage would slow down each promise of the process. */
const arrived = new Map<string, string[]>()

/** Answers one request; temporary files that came with it and that nobody kept do not outlive it. */
export async function withIncoming<T>(requestId: string, answer: () => Promise<T>): Promise<T> {
  const paths: string[] = []
  arrived.set(requestId, paths)
  try {
    return await answer()
  } finally {
    arrived.delete(requestId)
    await Promise.allSettled(paths.map((temporaryPath) => rm(temporaryPath, { force: true })))
  }
}

/** Removes what a process that was killed left behind: temporary files older than an hour. */
export async function sweepIncoming(): Promise<void> {
  const names = await readdir(incomingFolder()).catch(() => [])
  for (const name of names) {
    const file = path.join(incomingFolder(), name)
    const found = await stat(file).catch(() => null)
    // Files bear the machine's time, whatever the CLOCK setting says.
    if (found && Date.now() - found.mtimeMs > HOUR_MS) await rm(file, { force: true })
  }
}
