import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { settings } from './env.server'
import { keepUpload } from './files.server'

export interface JobFile {
  storageKey: string
  fileName: string
  mediaType: string
  sizeBytes: number
}

/** Writes what comes, piece by piece, to a temporary file and then into the store; what broke off leaves nothing. */
export async function keepPieces(
  { fileName, mediaType }: Pick<JobFile, 'fileName' | 'mediaType'>,
  pieces: AsyncIterable<Uint8Array | string>,
): Promise<JobFile> {
  const folder = path.resolve(settings().DATA_DIR, 'incoming')
  await mkdir(folder, { recursive: true })
  const temporaryPath = path.join(folder, randomUUID())
  try {
    await pipeline(Readable.from(pieces, { objectMode: true, highWaterMark: 1 }), createWriteStream(temporaryPath))
    const { size } = await stat(temporaryPath)
    const storageKey = `jobs/${randomUUID()}`
    await keepUpload(storageKey, temporaryPath)
    return { storageKey, fileName, mediaType, sizeBytes: size }
  } finally {
    await rm(temporaryPath, { force: true })
  }
}
