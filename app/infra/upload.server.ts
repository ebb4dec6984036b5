import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import { fileTypeFromFile } from 'file-type'
import { type Refusal, refuse, type Verdict } from '~/domain/verdict'
import { settings } from './env.server'

export const MAX_FILE_BYTES = 20 * 1024 * 1024
export const MAX_FILES = 10
const MAX_FORM_BYTES = MAX_FILES * MAX_FILE_BYTES + 1024 * 1024
const MAX_FIELD_BYTES = 64 * 1024

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
}

const extensionOf = (fileName: string): string => path.extname(fileName).slice(1).toLowerCase()

/** A name safe to show and to send in a header: no folders, no control characters, at most 120 characters. */
export function cleanFileName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? ''
  const printable = [...base.normalize('NFC')].filter(
    (character) => character >= ' ' && !'"<>|:*?\u007f'.includes(character),
  )
  const clean = printable.join('').trim()
  if (clean.length <= 120) return clean || 'tep'
  const extension = extensionOf(clean)
  return `${clean.slice(0, 110)}.${extension}`
}

async function checkContent(upload: Upload): Promise<Refusal | null> {
  const values = { file: upload.fileName }
  if (upload.sizeBytes === 0) return { code: 'file-empty', field: upload.field, values }
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
 * Refuses `too-large` unread when the declared length is over the limit, `wrong-type` by content,
 * `file-empty`, and `invalid-form` for what is not a form at all.
 */
export async function readParts(request: Request): Promise<Verdict<FormParts>> {
  const type = request.headers.get('Content-Type') ?? ''
  const declared = Number(request.headers.get('Content-Length') ?? 0)
  if (declared > MAX_FORM_BYTES) return refuse('too-large', { max: MAX_FILE_BYTES / 1024 / 1024 })
  if (type.startsWith('application/x-www-form-urlencoded')) {
    if (declared > 1024 * 1024) return refuse('too-large', { max: 1 })
    return { ok: true, value: { fields: new URLSearchParams(await request.text()), uploads: [] } }
  }
  if (!type.startsWith('multipart/form-data') || !request.body) return refuse('invalid-form')
  return readMultipart(request, type)
}

async function readMultipart(request: Request, type: string): Promise<Verdict<FormParts>> {
  const folder = path.resolve(settings().DATA_DIR, 'incoming')
  await mkdir(folder, { recursive: true })
  const fields = new URLSearchParams()
  const uploads: Upload[] = []
  const writes: Promise<void>[] = []
  let refusal: Refusal | null = null
  let parser: busboy.Busboy
  try {
    parser = busboy({
      headers: { 'content-type': type },
      defParamCharset: 'utf8',
      limits: { files: MAX_FILES, fileSize: MAX_FILE_BYTES, fields: 200, fieldSize: MAX_FIELD_BYTES, parts: 220 },
    })
  } catch {
    return refuse('invalid-form')
  }
  parser.on('field', (name, value, info) => {
    if (info.valueTruncated) refusal ??= { code: 'too-long', field: name, values: { max: MAX_FIELD_BYTES } }
    else fields.append(name, value)
  })
  parser.on('filesLimit', () => {
    refusal ??= { code: 'too-large', values: { max: MAX_FILES } }
  })
  parser.on('file', (field, stream, info) => {
    // A browser posts an empty, nameless part for a file field nobody filled in.
    if (!info.filename) {
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
    writes.push(
      pipeline(stream, meter, createWriteStream(upload.temporaryPath)).then(() => {
        upload.sha256 = digest.digest('hex')
      }),
    )
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
    refusal = await checkContent(upload)
  }
  if (refusal) {
    await dropUploads(uploads)
    return { ok: false, refusal }
  }
  return { ok: true, value: { fields, uploads } }
}

/** Removes temporary files nobody kept. */
export async function dropUploads(uploads: Upload[]): Promise<void> {
  await Promise.all(uploads.map((upload) => rm(upload.temporaryPath, { force: true })))
}
