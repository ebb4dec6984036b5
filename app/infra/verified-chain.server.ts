import { type ChainLink, chainHash, NO_PREVIOUS_HASH, verifyChain } from '~/domain/interest/receipt'
import { now } from './clock.server'
import { database, db } from './db.server'
import type { Receipt } from './prisma/client'
import { sha256Hex } from './receipt-chain.server'

/** A chain recomputed this long ago is recomputed from its beginning when next asked. */
export const RECHECK_MS = 15 * 60_000
/** Rows of one question: some milliseconds of hashing between two turns of the event loop. */
const PAGE = 2000
const HASH_BYTES = 32

/** What of the chain was recomputed: the hash at each position, 32 bytes each, so that a row changed since shows. */
interface Verified {
  begunAt: Date
  hashes: Buffer
  upTo: number
  /** The position at which the first fault shows. */
  brokenAt: number | null
}

const byDatabase = new WeakMap<object, { verified: Verified; turn: Promise<unknown> }>()

const fresh = (): Verified => ({ begunAt: now(), hashes: Buffer.alloc(HASH_BYTES * PAGE), upTo: 0, brokenAt: null })

const linkOf = (row: Receipt): ChainLink => ({ ...row, submittedAt: row.submittedAt.toISOString() })

/**
 * Whether all receipts up to one follow one another unbroken, and since when that is known. The part recomputed before is
 * kept in memory and only what came since is read; the receipt itself is compared with what was recomputed of it, and
 * everything is recomputed from the beginning after a quarter of an hour. Readers share one recomputing.
 */
export async function chainUpTo(receipt: Receipt): Promise<{ valid: boolean; checkedAt: Date }> {
  const own = byDatabase.get(database()) ?? { verified: fresh(), turn: Promise.resolve() }
  byDatabase.set(database(), own)
  const work = own.turn.then(async () => {
    if (now().getTime() - own.verified.begunAt.getTime() > RECHECK_MS) own.verified = fresh()
    await extend(own.verified, receipt.position)
    return own.verified
  })
  own.turn = work.catch(() => {})
  const verified = await work
  const { position } = receipt
  const unbroken = verified.brokenAt === null || verified.brokenAt > position
  const kept = verified.hashes.toString('hex', (position - 1) * HASH_BYTES, position * HASH_BYTES)
  const valid = unbroken && receipt.hash === kept && receipt.hash === chainHash(sha256Hex, linkOf(receipt))
  return { valid, checkedAt: verified.begunAt }
}

async function extend(verified: Verified, position: number): Promise<void> {
  while (verified.brokenAt === null && verified.upTo < position) {
    const rows = await db().receipt.findMany({
      where: { position: { gt: verified.upTo } },
      orderBy: { position: 'asc' },
      take: PAGE,
    })
    const check = verifyChain(sha256Hex, rows.map(linkOf), {
      position: verified.upTo,
      hash: hashAt(verified, verified.upTo),
    })
    for (const row of rows) if (check.valid || row.position < check.position) keep(verified, row)
    if (!check.valid) verified.brokenAt = check.position
    // A receipt that is asked for and is not among the rows was taken out.
    else if (rows.length === 0) verified.brokenAt = verified.upTo + 1
  }
}

function hashAt({ hashes }: Verified, position: number): string {
  if (position === 0) return NO_PREVIOUS_HASH
  return hashes.toString('hex', (position - 1) * HASH_BYTES, position * HASH_BYTES)
}

function keep(verified: Verified, row: Receipt): void {
  const end = row.position * HASH_BYTES
  if (end > verified.hashes.length) {
    verified.hashes = Buffer.concat([verified.hashes, Buffer.alloc(verified.hashes.length)])
  }
  verified.hashes.write(row.hash, end - HASH_BYTES, 'hex')
  verified.upTo = row.position
}
