import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Position } from '~/domain/land/geometry'
import { log } from './log.server'

/** A plot as the maker of tiles gets it. */
export interface TilePlot {
  id: number
  ring: readonly Position[]
  properties: Record<string, string | number>
}

interface Tile {
  bytes: Buffer
  etag: string
}

/** Tiles kept of the current edition; what is asked least is dropped. */
const MAX_BYTES = 32 * 1024 * 1024
const IDLE_MS = 5 * 60_000
const BATCH = 2000

const WORKER = 'app/infra/tile-worker.mjs'

type Answer = (answer: { bytes?: Uint8Array; error?: string }) => void

interface Running {
  thread: Worker
  waiting: Map<number, Answer>
  next: number
  /** What its index was made of. */
  edition: string | null
}

let worker: Running | undefined
let kept = { edition: '', bytes: 0, tiles: new Map<string, Promise<Tile>>() }
let idle: NodeJS.Timeout | undefined

function running(): Running {
  if (worker) return worker
  const thread = new Worker(resolve(process.cwd(), WORKER))
  const own: Running = { thread, waiting: new Map(), next: 0, edition: null }
  thread.unref()
  thread.on('message', ({ id, ...answer }: { id: number; bytes?: Uint8Array; error?: string }) => {
    own.waiting.get(id)?.(answer)
    own.waiting.delete(id)
  })
  const end = (error?: Error) => {
    if (error) log.warn({ err: error }, 'the maker of tiles ended')
    for (const answer of own.waiting.values()) answer({ error: 'ended' })
    if (worker?.thread === thread) worker = undefined
  }
  thread.on('error', end)
  thread.on('exit', () => end())
  worker = own
  return own
}

const ask = (message: Record<string, unknown>): Promise<Uint8Array> =>
  new Promise((done, reject) => {
    const own = running()
    const id = own.next
    own.next += 1
    own.waiting.set(id, ({ bytes, error }) => (error ? reject(new Error(error)) : done(bytes ?? new Uint8Array(0))))
    own.thread.postMessage({ id, ...message })
  })

/** The memory of an index is given back when nobody has looked at a map for a while. */
function rest(): void {
  clearTimeout(idle)
  idle = setTimeout(() => {
    void worker?.thread.terminate()
    worker = undefined
  }, IDLE_MS)
  idle.unref()
}

/**
 * One tile of the layer `plots`. An edition is what the tiles are made of: the catalogue's version, the day and the
 * last change of a hold; the tiles of the edition before are forgotten. `plots` is asked only when the thread
 * has no index of the edition yet.
 */
export function tileOf(
  edition: string,
  { z, x, y }: { z: number; x: number; y: number },
  plots: () => Promise<TilePlot[]>,
): Promise<Tile> {
  rest()
  if (kept.edition !== edition) kept = { edition, bytes: 0, tiles: new Map() }
  const own = kept
  const key = `${z}/${x}/${y}`
  const found = own.tiles.get(key)
  if (found) {
    own.tiles.delete(key)
    own.tiles.set(key, found)
    return found
  }
  const making = makeTile(edition, { z, x, y }, plots)
  own.tiles.set(key, making)
  making.then(
    ({ bytes }) => {
      own.bytes += bytes.length
      for (const [oldest, tile] of own.tiles) {
        if (own.bytes <= MAX_BYTES || tile === making) break
        own.tiles.delete(oldest)
        void tile.then((dropped) => {
          own.bytes -= dropped.bytes.length
        })
      }
    },
    () => own.tiles.delete(key),
  )
  return making
}

let indexing: { edition: string; done: Promise<unknown> } | undefined

async function makeTile(
  edition: string,
  tile: { z: number; x: number; y: number },
  plots: () => Promise<TilePlot[]>,
): Promise<Tile> {
  if (running().edition !== edition && indexing?.edition !== edition) {
    const done = plots().then(async (rows) => {
      // A message is copied while everybody waits: so many plots at a time.
      for (let from = 0; from === 0 || from < rows.length; from += BATCH) {
        await ask({ plots: rows.slice(from, from + BATCH), first: from === 0, last: from + BATCH >= rows.length })
      }
      running().edition = edition
    })
    indexing = { edition, done }
    const end = () => {
      if (indexing?.done === done) indexing = undefined
    }
    done.then(end, end)
  }
  if (indexing?.edition === edition) await indexing.done
  const bytes = Buffer.from(await ask(tile))
  const etag = `"${createHash('sha256').update(edition).update(bytes).digest('base64url').slice(0, 22)}"`
  return { bytes, etag }
}
