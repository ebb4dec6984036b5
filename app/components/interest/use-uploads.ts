import { useRevalidator } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { cleanFileName } from '~/domain/interest/file-name'
import type { UploadState } from '~/domain/interest/upload'
import { REFUSALS, type RefusalCode } from '~/domain/refusal'

interface Failure {
  code: RefusalCode
  values?: Record<string, string | number>
}

/** A file on its way from this page. */
export interface Sending {
  key: number
  fileName: string
  kind: string
  sizeBytes: number
  sentBytes: number
  /** `waiting` for its turn; `broken`: no connection, tried again by itself. */
  state: 'waiting' | 'broken' | UploadState
  failure: Failure | null
  /** Its row, once it is announced. */
  id: string | null
}

interface Standing {
  id: string
  state: UploadState
  receivedBytes: number
  failure: Failure | null
  pieceBytes?: number
}

/** What the page knows of files that came in part before. */
interface Unfinished {
  id: string
  fileName: string
  sizeBytes: number
  state: UploadState
}

class Refused extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code)
  }
}

const WAITS_MS = [1000, 2000, 4000, 8000, 15_000, 30_000]
const PIECE_BYTES = 256 * 1024

const pause = (ms: number) =>
  new Promise<void>((done) => {
    const timer = setTimeout(finished, ms)
    function finished() {
      clearTimeout(timer)
      window.removeEventListener('online', finished)
      done()
    }
    window.addEventListener('online', finished)
  })

/** The answer; throws `Refused` with what the house said, and anything else where nothing answered. */
async function ask(url: string, init?: RequestInit): Promise<Standing> {
  const answer = await fetch(url, { ...init, redirect: 'manual' })
  // Whoever is signed out is sent to sign in; a file cannot go there.
  if (answer.type === 'opaqueredirect') throw new Refused({ code: 'not-signed-in' })
  if (answer.ok) return (await answer.json()) as Standing
  const told = (await answer.json().catch(() => null)) as Failure | null
  if (answer.status >= 500 || !told) throw new Error(String(answer.status))
  throw new Refused(told.code in REFUSALS ? told : { code: 'unavailable' })
}

async function digestOf(file: File): Promise<string | null> {
  // Only pages that came over a safe connection have it; the house computes its own either way.
  if (!globalThis.crypto?.subtle) return null
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * Sends files one after the other, each in pieces. Where the connection breaks it goes on from what arrived, as it does
 * for a file that is chosen again and came in part before.
 */
export function useUploads(url: string, unfinished: readonly Unfinished[]) {
  const [files, setFiles] = useState<Sending[]>([])
  const { revalidate } = useRevalidator()
  const queue = useRef<Promise<void>>(Promise.resolve())
  const lastKey = useRef(0)
  const known = useRef(unfinished)
  useEffect(() => {
    known.current = unfinished
  }, [unfinished])

  const change = useCallback((key: number, part: Partial<Sending>) => {
    setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)))
  }, [])

  const send = useCallback(
    async (key: number, file: File, form: { kind: string; supersedes: string }) => {
      const row: { now: Standing | null } = { now: null }
      let broken = 0
      const show = (now: Standing) => {
        row.now = now
        broken = 0
        change(key, { id: now.id, state: now.state, sentBytes: now.receivedBytes, failure: now.failure })
      }
      const sha256 = await digestOf(file)
      const begin = () => {
        const before = known.current.find(
          (one) => one.state !== 'failed' && one.fileName === cleanFileName(file.name) && one.sizeBytes === file.size,
        )
        const body = new URLSearchParams({ ...form, fileName: file.name, sizeBytes: String(file.size) })
        return before ? ask(`${url}/${before.id}`) : ask(url, { method: 'POST', body })
      }
      const next = (now: Standing) => {
        const end = Math.min(file.size, now.receivedBytes + PIECE_BYTES)
        const query = new URLSearchParams({ offset: String(now.receivedBytes), ...(sha256 && { sha256 }) })
        if (end === file.size) change(key, { state: 'checking', sentBytes: end })
        return ask(`${url}/${now.id}?${query}`, {
          method: 'POST',
          body: file.slice(now.receivedBytes, end),
          headers: { 'Content-Type': 'application/octet-stream' },
        })
      }
      /** What arrived, wherever the sender believes it is. */
      const lookAgain = async () => {
        if (row.now) await ask(`${url}/${row.now.id}`).then(show, () => {})
      }
      while (row.now === null || row.now.state === 'uploading' || row.now.state === 'checking') {
        try {
          show(row.now === null ? await begin() : { ...row.now, ...(await next(row.now)) })
        } catch (error) {
          if (error instanceof Refused && error.failure.code === 'upload-offset') await lookAgain()
          else if (error instanceof Refused) {
            // Another window may have sent the rest.
            await lookAgain()
            if (row.now?.state !== 'kept') change(key, { state: 'failed', failure: error.failure })
            break
          } else {
            change(key, { state: 'broken' })
            await pause(WAITS_MS[Math.min(broken, WAITS_MS.length - 1)] ?? 30_000)
            const tries = broken + 1
            await lookAgain()
            broken = tries
          }
        }
      }
      revalidate()
    },
    [change, revalidate, url],
  )

  const add = useCallback(
    (chosen: File[], form: { kind: string; supersedes: string }) => {
      for (const file of chosen) {
        lastKey.current += 1
        const key = lastKey.current
        const fresh = { key, fileName: file.name, kind: form.kind, sizeBytes: file.size, sentBytes: 0, id: null }
        setFiles((all) => [...all, { ...fresh, state: 'waiting', failure: null }])
        queue.current = queue.current.then(() => send(key, file, form)).catch(() => {})
      }
    },
    [send],
  )

  const forget = useCallback((key: number) => setFiles((all) => all.filter((one) => one.key !== key)), [])

  return { files, add, forget }
}
