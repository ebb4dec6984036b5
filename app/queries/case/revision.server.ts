import { dayInVietnam } from '~/domain/time/day'
import { db } from '~/infra/db.server'
import { Prisma } from '~/infra/prisma/client'
import type { Ctx } from '~/infra/transact.server'

/** Entries get their numbers before they commit: among so many newest ones a late one still shows. */
const LOOKED_THROUGH = 200

export interface Revision {
  /** Another text whenever a case changed, or the day did. */
  revision: string
  /** The last change. */
  last: { number: string; act: string; by: string | null; at: string } | null
}

/** Where the cases stand, one or all of them: what a page that is open asks again and again. */
export async function casesRevision(ctx: Ctx, number: string | null): Promise<Revision> {
  const ofCase = number
    ? Prisma.sql`"caseId" = (SELECT id FROM "CaseFile" WHERE number = ${number})`
    : Prisma.sql`"caseId" IS NOT NULL`
  const [row] = await db().$queryRaw<{ highest: bigint | null; sum: string }[]>`
    SELECT max(id) AS highest, coalesce(sum(id), 0)::text AS sum FROM (
      SELECT id FROM "AuditEntry" WHERE ${ofCase} ORDER BY id DESC LIMIT ${LOOKED_THROUGH}) latest`
  const highest = row?.highest ?? null
  return {
    revision: `${dayInVietnam(ctx.now)}-${highest ?? 0}-${row?.sum ?? 0}`,
    last: highest === null ? null : await lastChange(highest),
  }
}

async function lastChange(id: bigint): Promise<Revision['last']> {
  const entry = await db().auditEntry.findUnique({ where: { id }, include: { detail: true } })
  const file = entry?.caseId
    ? await db().caseFile.findUnique({ where: { id: entry.caseId }, select: { number: true } })
    : null
  if (!entry || !file) return null
  return { number: file.number, act: entry.act, by: entry.detail?.actorName ?? null, at: entry.at.toISOString() }
}
