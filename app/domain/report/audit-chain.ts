/** An entry of the record as its link of the chain covers it. Personal content stands only in `digest`. */
export interface ChainedEntry {
  id: string
  /** ISO 8601, UTC. */
  at: string
  actorId: string | null
  actorRole: string
  act: string
  subjectKind: string
  subjectId: string
  caseId: string | null
  digest: string
  requestId: string | null
}

/** A link: the place in the chain, the entry it seals, and the hash of the link before it. */
export interface ChainLink {
  /** 1, 2, 3 … without a gap. */
  position: number
  previousHash: string
  hash: string
}

/** What the first link names as the hash before it. */
export const NO_LINK = '0'.repeat(64)

type Sha256 = (text: string) => string

/** A value as text whose keys are in order, so that a database that reorders keys gives the same text. */
export function orderedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => orderedJson(one ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const pairs = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${orderedJson(one)}`)
  return `{${pairs.join(',')}}`
}

/** The hash of a link: of its position, its entry and the hash before it, 64 hexadecimal digits. */
export const linkHash = (sha256: Sha256, position: number, previousHash: string, entry: ChainedEntry): string =>
  sha256(
    orderedJson([
      position,
      previousHash,
      entry.id,
      entry.at,
      entry.actorId,
      entry.actorRole,
      entry.act,
      entry.subjectKind,
      entry.subjectId,
      entry.caseId,
      entry.digest,
      entry.requestId,
    ]),
  )

/** What is wrong with a link: a gap before it, another hash before it, or an entry that is not what was sealed. */
export type ChainFault = 'gap' | 'order' | 'entry'

/** Whether a link follows the one before it and seals its entry; null where it does. */
export function faultOf(
  sha256: Sha256,
  link: ChainLink,
  entry: ChainedEntry,
  before: { position: number; hash: string },
): ChainFault | null {
  if (link.position !== before.position + 1) return 'gap'
  if (link.previousHash !== before.hash) return 'order'
  return link.hash === linkHash(sha256, link.position, link.previousHash, entry) ? null : 'entry'
}
