import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, open, rm } from 'node:fs/promises'
import path from 'node:path'
import { settings } from './env.server'

const folder = (): string => path.resolve(settings().DATA_DIR, 'partial')

/** Where the bytes of an unfinished upload stand; its name is the row's id, made by the house. */
export const partialPath = (id: string): string => path.join(folder(), id)

/** Writes a piece at its place and cuts off whatever a broken write left behind it. */
export async function writePiece(id: string, offset: number, bytes: Uint8Array): Promise<void> {
  await mkdir(folder(), { recursive: true })
  const file = await open(partialPath(id), offset === 0 ? 'w' : 'r+')
  try {
    await file.truncate(offset)
    let written = 0
    while (written < bytes.length) {
      written += (await file.write(bytes, written, bytes.length - written, offset + written)).bytesWritten
    }
    await file.sync()
  } finally {
    await file.close()
  }
}

/** SHA-256 of the bytes so far; null where there are none. */
export async function partialDigest(id: string): Promise<string | null> {
  const digest = createHash('sha256')
  try {
    for await (const chunk of createReadStream(partialPath(id))) digest.update(chunk as Buffer)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  return digest.digest('hex')
}

/** A copy of the bytes so far among the temporary files of requests, to be moved into the store. */
export async function copyPartial(id: string): Promise<string> {
  const incoming = path.resolve(settings().DATA_DIR, 'incoming')
  await mkdir(incoming, { recursive: true })
  const copy = path.join(incoming, randomUUID())
  await copyFile(partialPath(id), copy)
  return copy
}

export const dropPartial = (id: string): Promise<void> => rm(partialPath(id), { force: true })
