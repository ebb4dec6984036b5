import { ok, refuse, type Verdict } from '../verdict'

/** SHA-256 of a text's UTF-8 bytes, as 64 lower-case hexadecimal digits. */
export type Sha256 = (text: string) => string

/** What a receipt may speak of: JSON without fractions, so that it is written in one way only. */
export type PayloadValue =
  | string
  | number
  | boolean
  | null
  | PayloadValue[]
  | { [key: string]: PayloadValue | undefined }

/** What the first receipt of all has in place of the hash before it. */
export const NO_PREVIOUS_HASH = '0'.repeat(64)

const SEQUENCE_MAX = 999_999

/**
 * The public number of a case, `CM-YYYY-NNNNNN`: `sequence` counts from 1 in each year.
 * Refuses with `out-of-range` when the year has not four digits or the sequence is not 1 to 999999.
 */
export const receiptNumber = (year: number, sequence: number): Verdict<string> => {
  const fits = Number.isInteger(sequence) && sequence >= 1 && sequence <= SEQUENCE_MAX
  const inYear = Number.isInteger(year) && year >= 1000 && year <= 9999
  if (!fits || !inYear) return refuse('out-of-range', { min: 1, max: SEQUENCE_MAX })
  return ok(`CM-${year}-${String(sequence).padStart(6, '0')}`)
}

/** Reads a public number as people type it, in any case and with spaces around. Refuses with `not-found`. */
export const parseReceiptNumber = (text: string): Verdict<{ number: string; year: number; sequence: number }> => {
  const number = text.trim().toUpperCase()
  const parts = /^CM-([1-9]\d{3})-(\d{6})$/.exec(number)
  const sequence = Number(parts?.[2])
  return parts && sequence > 0 ? ok({ number, year: Number(parts[1]), sequence }) : refuse('not-found')
}

const write = (value: PayloadValue): string => {
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'))
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const fields = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const field = value[key]
      return field === undefined ? [] : [`${JSON.stringify(key)}:${write(field)}`]
    })
  return `{${fields.join(',')}}`
}

/**
 * What was submitted, as one text: JSON with keys in code unit order, no white space, texts in Unicode NFC, missing
 * fields left out. The same content gives the same text however it was put together; its SHA-256 is the payload
 * digest of the receipt.
 */
export const canonicalPayload = (payload: { [key: string]: PayloadValue | undefined }): string => write(payload)

/** What a receipt's hash covers. */
export interface ChainContent {
  number: string
  /** The instant of submission as ISO 8601 in UTC with milliseconds, as `toISOString` writes it. */
  submittedAt: string
  /** 1 for the first receipt of all, one more for each after it, over all years. */
  position: number
  payloadDigest: string
  previousHash: string
}

export interface ChainLink extends ChainContent {
  hash: string
}

/** The hash of a receipt: it covers the one before, so the order can be proved without showing names. */
export const chainHash = (sha256: Sha256, content: ChainContent): string => {
  const { number, submittedAt, position, payloadDigest, previousHash } = content
  return sha256(['cot-moc receipt 1', position, number, submittedAt, payloadDigest, previousHash].join('\n'))
}

export type ChainCheck = { valid: true } | { valid: false; position: number }

/**
 * Whether receipts, in their order, follow one another unbroken from `after` (from the beginning when not given);
 * if not, the position at which the first fault shows. A missing, changed, moved or added receipt is a fault;
 * one taken off the end cannot be seen from the rest.
 */
export const verifyChain = (
  sha256: Sha256,
  links: readonly ChainLink[],
  after: { position: number; hash: string } = { position: 0, hash: NO_PREVIOUS_HASH },
): ChainCheck => {
  let previous = after
  for (const link of links) {
    const position = previous.position + 1
    const follows = link.position === position && link.previousHash === previous.hash
    if (!follows || link.hash !== chainHash(sha256, link)) return { valid: false, position }
    previous = link
  }
  return { valid: true }
}
