import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { settings } from './env.server'

let store: Disk | undefined

/** The file store: a folder outside the web root. Keys are made by the house, never taken from a file's name. */
function disk(): Disk {
  const url = settings().FILES_URL
  const location = url === undefined ? path.resolve(settings().DATA_DIR, 'files') : new URL(url)
  store ??= new Disk(new FSDriver({ location, visibility: 'private' }))
  return store
}

/** Keeps bytes under a key. */
export const keepBytes = (key: string, bytes: Uint8Array): Promise<void> => disk().put(key, bytes)

/** Moves an uploaded temporary file into the store. */
export async function keepUpload(key: string, temporaryPath: string): Promise<void> {
  await disk().putStream(key, createReadStream(temporaryPath))
  await rm(temporaryPath, { force: true })
}

export const readFileStream = (key: string): Promise<Readable> => disk().getStream(key)
export const readFileBytes = (key: string): Promise<Uint8Array> => disk().getBytes(key)
/** Takes back what was kept for a change that did not happen. */
export const dropFile = (key: string): Promise<void> => disk().delete(key)
