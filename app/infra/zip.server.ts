import { createInflateRaw } from 'node:zlib'
import { ok, refuse, type Verdict } from '~/domain/verdict'

/** What an ordinary workbook stays far below; beyond it a file is taken for a bomb. */
const MAX_ENTRIES = 1000
const MAX_TOTAL_BYTES = 400 * 1024 * 1024
const MAX_RATIO = 200
/** A small part may be squeezed as hard as it likes. */
const RATIO_FROM_BYTES = 4 * 1024 * 1024

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

interface Entry {
  name: string
  method: number
  packed: Uint8Array
  /** As the archive declares it; counted again while it is unpacked. */
  sizeBytes: number
}

/** A part that unpacked to something else than it declared. */
export class UnsafeZip extends Error {}

const unsafe = refuse('file-unsafe')

/**
 * The parts of an archive by name, nothing unpacked yet. Refuses `file-unsafe` for too many parts, parts that overlap,
 * sizes or a ratio beyond what a workbook has, encryption and 64-bit archives; `file-unreadable` for what is none.
 */
export function openZip(bytes: Uint8Array): Verdict<Map<string, Entry>> {
  const unreadable = refuse('file-unreadable', { row: 1 })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && end > bytes.length - 65_558 && view.getUint32(end, true) !== END) end -= 1
  if (end < 0 || view.getUint32(end, true) !== END) return unreadable
  const count = view.getUint16(end + 10, true)
  if (count > MAX_ENTRIES) return unsafe
  const entries = new Map<string, Entry>()
  const spans: [from: number, to: number][] = []
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) return unreadable
    const flags = view.getUint16(at + 8, true)
    const method = view.getUint16(at + 10, true)
    const packedBytes = view.getUint32(at + 20, true)
    const sizeBytes = view.getUint32(at + 24, true)
    const nameBytes = view.getUint16(at + 28, true)
    const local = view.getUint32(at + 42, true)
    const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameBytes)).toString('utf8')
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (flags & 1 || packedBytes === 0xffffffff || sizeBytes === 0xffffffff || local === 0xffffffff) return unsafe
    if (method !== 0 && method !== 8) return unsafe
    if (local + 30 > end || view.getUint32(local, true) !== LOCAL) return unreadable
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    if (from + packedBytes > end) return unreadable
    total += sizeBytes
    const tooDense = sizeBytes > RATIO_FROM_BYTES && sizeBytes > packedBytes * MAX_RATIO
    if (total > MAX_TOTAL_BYTES || tooDense || (method === 0 && sizeBytes !== packedBytes)) return unsafe
    spans.push([local, from + packedBytes])
    entries.set(name, { name, method, packed: bytes.subarray(from, from + packedBytes), sizeBytes })
  }
  // Parts that share their bytes are how a small file declares a large one.
  spans.sort(([one], [other]) => one - other)
  for (let index = 1; index < spans.length; index += 1) {
    if ((spans[index]?.[0] ?? 0) < (spans[index - 1]?.[1] ?? 0)) return unsafe
  }
  return ok(entries)
}

const PIECE = 64 * 1024

/** A part, piece by piece as it is unpacked; throws `UnsafeZip` as soon as it is longer than it said. */
export async function* unpack(entry: Entry): AsyncGenerator<Uint8Array> {
  if (entry.method === 0) {
    yield entry.packed
    return
  }
  const inflate = createInflateRaw({ chunkSize: PIECE })
  inflate.end(entry.packed)
  let size = 0
  for await (const piece of inflate as AsyncIterable<Uint8Array>) {
    size += piece.length
    if (size > entry.sizeBytes) throw new UnsafeZip(entry.name)
    yield piece
  }
  if (size !== entry.sizeBytes) throw new UnsafeZip(entry.name)
}
