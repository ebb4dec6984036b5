import { createHash } from 'node:crypto'
import { type ChainLink, chainHash, NO_PREVIOUS_HASH, receiptNumber } from '~/domain/interest/receipt'
import { ok, type Verdict } from '~/domain/verdict'
import type { Transaction } from './transact.server'

export const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/**
 * The next receipt of the chain. The series' rows are locked from here to the end of the transaction: receipts follow one
 * another without a gap, so whatever can be done before this is done before. Refuses `out-of-range` when a year's
 * numbers are used up.
 */
export async function nextReceipt(
  t: Transaction,
  content: { year: number; payloadDigest: string },
): Promise<Verdict<ChainLink>> {
  const { position, sequence } = await takeNumbers(t, `receipt.${content.year}`)
  const number = receiptNumber(content.year, sequence)
  if (!number.ok) return number
  // A statement of its own: one that waited for the lock still sees the table as it was before.
  const previous = await t.db.receipt.findUnique({ where: { position: position - 1 }, select: { hash: true } })
  const link = {
    number: number.value,
    submittedAt: t.now.toISOString(),
    position,
    payloadDigest: content.payloadDigest,
    previousHash: previous?.hash ?? NO_PREVIOUS_HASH,
  }
  return ok({ ...link, hash: chainHash(sha256Hex, link) })
}

/** Position and the year's sequence in one statement; the position's row first, so that nobody waits for the other way round. */
async function takeNumbers(t: Transaction, yearKey: string): Promise<{ position: number; sequence: number }> {
  const take = () => t.db.$queryRaw<{ position: number | null; sequence: number | null }[]>`
    WITH chain AS (
      UPDATE "NumberSeries" SET last = last + 1 WHERE key = 'receipt.position' RETURNING last
    ), series AS (
      UPDATE "NumberSeries" SET last = last + 1 WHERE key = ${yearKey} AND (SELECT last FROM chain) > 0 RETURNING last
    )
    SELECT (SELECT last FROM chain) AS position, (SELECT last FROM series) AS sequence`
  const [taken] = await take()
  if (taken?.position != null && taken.sequence != null) return { position: taken.position, sequence: taken.sequence }
  // The first receipt of all, or of a year: its rows are not there yet, and what was taken of the other goes back.
  if (taken?.position != null) {
    await t.db.$executeRaw`UPDATE "NumberSeries" SET last = last - 1 WHERE key = 'receipt.position'`
  }
  await t.db.$executeRaw`
    INSERT INTO "NumberSeries" (key, last) VALUES ('receipt.position', 0), (${yearKey}, 0) ON CONFLICT DO NOTHING`
  return takeNumbers(t, yearKey)
}
