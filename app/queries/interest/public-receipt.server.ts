import { createHash } from 'node:crypto'
import { NO_PREVIOUS_HASH, parseReceiptNumber, verifyChain } from '~/domain/interest/receipt'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'

/** What anybody may know of a receipt: no names. */
export interface PublicReceipt {
  number: string
  submittedAt: string
  position: number
  hash: string
  /** Null for the first of all. */
  previousHash: string | null
  /** Whether all receipts up to this one follow one another unbroken. */
  chainValid: boolean
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** A receipt by its number as typed, with the whole chain up to it checked. Refuses `not-found`. */
export async function publicReceipt(typed: string): Promise<Verdict<PublicReceipt>> {
  const parsed = parseReceiptNumber(typed)
  if (!parsed.ok) return parsed
  const receipt = await db().receipt.findUnique({ where: { number: parsed.value.number } })
  if (!receipt) return refuse('not-found')
  const rows = await db().receipt.findMany({
    where: { position: { lte: receipt.position } },
    orderBy: { position: 'asc' },
  })
  const links = rows.map((row) => ({ ...row, submittedAt: row.submittedAt.toISOString() }))
  const { number, submittedAt, position, hash, previousHash } = receipt
  return ok({
    number,
    submittedAt: submittedAt.toISOString(),
    position,
    hash,
    previousHash: previousHash === NO_PREVIOUS_HASH ? null : previousHash,
    chainValid: verifyChain(sha256, links).valid,
  })
}
