import { randomUUID } from 'node:crypto'
import type { Verdict } from '~/domain/verdict'
import { dropFile, keepUpload } from './files.server'
import type { Upload } from './upload.server'

export interface KeptUpload extends Upload {
  storageKey: string
}

/**
 * Uploads go with their change or not at all: bytes are kept under `folder` first, rows are written by `change`
 * inside its transaction, and bytes without a row are taken back.
 */
export async function withUploads<T>(
  folder: string,
  uploads: readonly Upload[],
  change: (kept: KeptUpload[]) => Promise<Verdict<T>>,
): Promise<Verdict<T>> {
  const kept: KeptUpload[] = []
  let done = false
  try {
    for (const upload of uploads) {
      const storageKey = `${folder}/${randomUUID()}`
      kept.push({ ...upload, storageKey })
      await keepUpload(storageKey, upload.temporaryPath)
    }
    const verdict = await change(kept)
    done = verdict.ok
    return verdict
  } finally {
    if (!done) await Promise.allSettled(kept.map((upload) => dropFile(upload.storageKey)))
  }
}

/** The columns of a document row that come from an upload. */
export const documentOf = (upload: KeptUpload) => ({
  fileName: upload.fileName,
  mediaType: upload.mediaType,
  sizeBytes: upload.sizeBytes,
  sha256: upload.sha256,
  storageKey: upload.storageKey,
})
