import { NO_PREVIOUS_HASH, parseReceiptNumber } from '~/domain/interest/receipt'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { chainUpTo, RECHECK_MS } from '~/infra/verified-chain.server'

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

export interface ReceiptPage {
  receipt: PublicReceipt
  /** When the chain was recomputed from its beginning, and when it will be again. */
  checkedAt: Date
  checkedAgainAt: Date
}

/** A receipt by its number as typed, with the whole chain up to it checked. Refuses `not-found`. */
export async function publicReceipt(typed: string): Promise<Verdict<ReceiptPage>> {
  const parsed = parseReceiptNumber(typed)
  if (!parsed.ok) return parsed
  const row = await db().receipt.findUnique({ where: { number: parsed.value.number } })
  if (!row) return refuse('not-found')
  const { valid: chainValid, checkedAt } = await chainUpTo(row)
  const { number, submittedAt, position, hash, previousHash } = row
  return ok({
    receipt: {
      number,
      submittedAt: submittedAt.toISOString(),
      position,
      hash,
      previousHash: previousHash === NO_PREVIOUS_HASH ? null : previousHash,
      chainValid,
    },
    checkedAt,
    checkedAgainAt: new Date(checkedAt.getTime() + RECHECK_MS),
  })
}
