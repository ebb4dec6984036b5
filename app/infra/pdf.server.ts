import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import { refuse, type Verdict } from '~/domain/verdict'
import { log } from './log.server'
import { Thread } from './thread.server'

/** So many readers may wait before others are sent away; the last of them then waits a few seconds. */
const MOST_READERS = 24
const LONGEST_MS = 15_000
const MEMORY_MB = 512

interface Asked {
  definition: TDocumentDefinitions
  done: (bytes: Uint8Array) => void
  reject: (error: unknown) => void
}

const thread = new Thread('app/infra/pdf-worker.mjs', MEMORY_MB)
/** Letters are drawn first: a command waits for them with its transaction open. */
const letters: Asked[] = []
const readers: Asked[] = []
let drawing = false

function draw(line: Asked[], definition: TDocumentDefinitions): Promise<Uint8Array> {
  return new Promise((done, reject) => {
    line.push({ definition, done, reject })
    if (!drawing) void drawAll()
  })
}

async function drawAll(): Promise<void> {
  drawing = true
  for (let asked = next(); asked; asked = next()) {
    await thread.ask({ definition: asked.definition }, LONGEST_MS).then(asked.done, asked.reject)
  }
  drawing = false
}

const next = (): Asked | undefined => letters.shift() ?? readers.shift()

/**
 * The bytes of a PDF, drawn in a thread, one after another. The same definition gives the same bytes: its
 * `info.creationDate` must come from the data. A definition is data alone: table layouts by their name in the thread,
 * page numbers as `PAGE` and `PAGES`. Rejects when it cannot be drawn.
 */
export const renderPdf = (definition: TDocumentDefinitions): Promise<Uint8Array> => draw(letters, definition)

export interface PaperToRead {
  definition: () => TDocumentDefinitions
  /** A name that stands for the same paper for ever: the last ones drawn are kept under it. */
  keptAs?: string
}

const MOST_KEPT = 60
const kept = new Map<string, Promise<Uint8Array>>()

/** The same for somebody who reads and may come back: refused as `unavailable` while too many wait. */
export async function pdfToRead({ definition, keptAs }: PaperToRead): Promise<Verdict<Uint8Array>> {
  const known = keptAs === undefined ? undefined : kept.get(keptAs)
  if (!known && readers.length >= MOST_READERS) return refuse('unavailable')
  try {
    const drawn = known ?? draw(readers, definition())
    if (!known && keptAs !== undefined) keep(keptAs, drawn)
    return { ok: true, value: await drawn }
  } catch (error) {
    log.error({ err: error }, 'a paper was not drawn')
    return refuse('unavailable')
  }
}

function keep(name: string, drawn: Promise<Uint8Array>): void {
  kept.set(name, drawn)
  drawn.catch(() => kept.delete(name))
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
}
