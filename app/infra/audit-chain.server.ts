import { createHash } from 'node:crypto'
import {
  type ChainedEntry,
  type ChainFault,
  faultOf,
  linkHash,
  NO_LINK,
  orderedJson,
} from '~/domain/report/audit-chain'
import { db } from './db.server'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What an entry keeps of its detail; the detail itself may be erased later. */
export const digestOf = (detail: unknown): string => sha256(orderedJson(JSON.parse(JSON.stringify(detail))))

/** The advisory lock of whoever seals. */
const SEALING = 20_250_702
const BATCH = 1000
/**
 * Entries of transactions that overlap get their numbers before they commit: the newest numbers are looked through
 * again for those that came late. Verifying counts every entry, so none escapes for ever.
 */
const LATE = 10_000

const COLUMNS = `e.id::text, e.at, e."actorId"::text, e."actorRole", e.act, e."subjectKind", e."subjectId",
  e."caseId"::text, e.digest, e."requestId"`

type EntryRow = Omit<ChainedEntry, 'at'> & { at: Date }
const entryOf = ({ at, ...row }: EntryRow): ChainedEntry => ({ ...row, at: at.toISOString() })

/** Seals committed entries that are not sealed yet, at most `BATCH` of those after `fromId`; gives how many. */
const sealSome = (everything: boolean): Promise<number> =>
  db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SEALING})`
    const [last] = await tx.$queryRaw<{ position: bigint; hash: string }[]>`
      SELECT position, hash FROM "AuditSeal" ORDER BY position DESC LIMIT 1`
    const [highest] = await tx.$queryRaw<{ id: bigint | null }[]>`SELECT max("auditId") AS id FROM "AuditSeal"`
    const from = everything ? 0n : (highest?.id ?? 0n) - BigInt(LATE)
    const rows = await tx.$queryRawUnsafe<EntryRow[]>(
      `SELECT ${COLUMNS} FROM "AuditEntry" e WHERE e.id > $1
       AND NOT EXISTS (SELECT 1 FROM "AuditSeal" s WHERE s."auditId" = e.id) ORDER BY e.id LIMIT ${BATCH}`,
      from,
    )
    let position = Number(last?.position ?? 0n)
    let previousHash = last?.hash ?? NO_LINK
    const seals = rows.map((row) => {
      position += 1
      const hash = linkHash(sha256, position, previousHash, entryOf(row))
      const seal = { position: BigInt(position), auditId: BigInt(row.id), previousHash, hash }
      previousHash = hash
      return seal
    })
    if (seals.length > 0) await tx.auditSeal.createMany({ data: seals })
    return seals.length
  })

/** Seals what was committed since. Any number of processes may call it; one at a time does the work. */
export async function sealAudit({ everything = false } = {}): Promise<number> {
  let sealed = 0
  for (;;) {
    const some = await sealSome(everything)
    sealed += some
    if (some < BATCH) return sealed
  }
}

export interface ChainReport {
  /** Links that were followed. */
  links: number
  /** Entries that no link seals yet: of the last seconds, or left out. */
  unsealed: number
  /** Entries whose detail was erased by retention: the chain holds without it. */
  erased: number
  /** The first place where the record is not what was sealed; `detail`: the content is not what its digest says. */
  fault: { position: number; auditId: string; what: ChainFault | 'detail' } | null
}

/** Follows the whole chain from its beginning, a batch at a time, and compares every detail with its digest. */
export async function verifyAudit(): Promise<ChainReport> {
  const report: ChainReport = { links: 0, unsealed: 0, erased: 0, fault: null }
  let before = { position: 0, hash: NO_LINK }
  for (;;) {
    const rows = await db().$queryRawUnsafe<
      (EntryRow & { position: bigint; previousHash: string; hash: string; body: unknown; kept: boolean })[]
    >(
      `SELECT s.position, s."previousHash", s.hash, ${COLUMNS}, d.body, d."auditId" IS NOT NULL AS kept
       FROM "AuditSeal" s JOIN "AuditEntry" e ON e.id = s."auditId" LEFT JOIN "AuditDetail" d ON d."auditId" = e.id
       WHERE s.position > $1 ORDER BY s.position LIMIT ${BATCH}`,
      BigInt(before.position),
    )
    for (const { position, previousHash, hash, body, kept, ...row } of rows) {
      const link = { position: Number(position), previousHash, hash }
      const what =
        faultOf(sha256, link, entryOf(row), before) ?? (kept && digestOf(body) !== row.digest ? 'detail' : null)
      if (what) return { ...report, fault: { position: link.position, auditId: row.id, what } }
      before = link
      report.links += 1
      if (!kept) report.erased += 1
    }
    if (rows.length < BATCH) break
  }
  const [counted] = await db().$queryRaw<{ unsealed: bigint; seals: bigint }[]>`
    SELECT (SELECT count(*) FROM "AuditEntry" e WHERE NOT EXISTS (SELECT 1 FROM "AuditSeal" s WHERE s."auditId" = e.id)) AS unsealed,
      (SELECT count(*) FROM "AuditSeal") AS seals`
  report.unsealed = Number(counted?.unsealed ?? 0n)
  // A seal whose entry is gone is not among the joined rows, so the one after it shows a gap; the last one shows here.
  if (Number(counted?.seals ?? 0n) > report.links) {
    report.fault = { position: before.position + 1, auditId: '', what: 'gap' }
  }
  return report
}
