import { createHash } from 'node:crypto'
import type { Position } from '~/domain/land/geometry'
import { Thread } from './thread.server'

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
const BATCH = 2000

const thread = new Thread('app/infra/tile-worker.mjs')
let kept = { edition: '', bytes: 0, tiles: new Map<string, Promise<Tile>>() }
/** What the thread's index was made of, and in which of its lives. */
let indexed = { edition: '', start: 0 }

const hasIndexOf = (edition: string): boolean => indexed.edition === edition && indexed.start === thread.start

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
  if (!hasIndexOf(edition) && indexing?.edition !== edition) {
    const done = plots().then(async (rows) => {
      // A message is copied while everybody waits: so many plots at a time.
      for (let from = 0; from === 0 || from < rows.length; from += BATCH) {
        await thread.ask({
          plots: rows.slice(from, from + BATCH),
          first: from === 0,
          last: from + BATCH >= rows.length,
        })
      }
      indexed = { edition, start: thread.start }
    })
    indexing = { edition, done }
    const end = () => {
      if (indexing?.done === done) indexing = undefined
    }
    done.then(end, end)
  }
  if (indexing?.edition === edition) await indexing.done
  const bytes = Buffer.from(await thread.ask({ ...tile }))
  const etag = `"${createHash('sha256').update(edition).update(bytes).digest('base64url').slice(0, 22)}"`
  return { bytes, etag }
}
