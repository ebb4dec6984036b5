import { type CatalogueSnapshot, nextHoldChange } from '~/domain/land/catalogue'
import { now } from './clock.server'
import { db } from './db.server'
import { log } from './log.server'
import { readSnapshot } from './snapshot-rows.server'

const POLL_MS = 1000

let version = 0
const listeners = new Set<() => void>()

/** The catalogue version this process last saw. Part of the key of kept pages and of the snapshot. */
export const catalogueVersion = (): number => version

/** Told after a commit of this process; other processes' changes are seen by the poll. */
export function catalogueMoved(to: number): void {
  if (to <= version) return
  version = to
  for (const listener of listeners) listener()
}

export const onCatalogueMoved = (listener: () => void): void => {
  listeners.add(listener)
}

export async function readCatalogueVersion(): Promise<void> {
  const row = await db().catalogue.findUnique({ where: { id: 1 }, select: { version: true } })
  if (row) catalogueMoved(row.version)
}

/** Follows the version other processes write. Returns what ends it. */
export function watchCatalogue(): () => void {
  const timer = setInterval(() => {
    readCatalogueVersion().catch((error) => log.warn({ err: error }, 'catalogue version not read'))
  }, POLL_MS)
  timer.unref()
  return () => clearInterval(timer)
}

interface Kept {
  version: number
  reading: Promise<CatalogueSnapshot>
  /** When a hold begins or ends: what it keeps of a node is read anew, since no version moves then. */
  until: Date | null
}
let kept: Kept | undefined

/**
 * All land as rows and columns: read once per catalogue version and until a hold ends, shared by list, pages, map and
 * programs.
 */
export function snapshot(): Promise<CatalogueSnapshot> {
  if (kept?.version !== version || (kept.until !== null && kept.until <= now())) {
    const readAt = now()
    const reading = readSnapshot(version)
    const own: Kept = { version, reading, until: null }
    kept = own
    reading.then(
      (land) => {
        own.until = nextHoldChange(land, readAt)
      },
      () => {
        if (kept === own) kept = undefined
      },
    )
  }
  return kept.reading
}

/** Forgets the snapshot: where a test changes rows without a command. */
export const forgetSnapshot = (): void => {
  kept = undefined
}
