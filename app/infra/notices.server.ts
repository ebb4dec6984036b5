import { type Rhythm, rhythmOf, ruleOf } from '~/domain/notice/rule'
import { type Day, dayToDate } from '~/domain/time/day'
import { baseUrl } from './env.server'
import { inForceOn } from './in-force.server'
import type { Prisma } from './prisma/client'

interface Told {
  kind: string
  to: { email: string }
  lang: string
  subject: string
  text: string
  caseId?: string
}

/** The page of ours a message leads to: its last own address, without the language. */
export function pathIn(text: string): string | null {
  const root = baseUrl()
  const own = text.split(/\s+/).findLast((word) => word.startsWith(`${root}/`))
  const path = own && new URL(own).pathname.match(/^\/(?:vi|en|zh)(\/.*)$/)?.[1]
  return path ?? null
}

/**
 * Keeps what somebody with an account is told, as it was written, with the rhythm in which it is to be mailed. Null for
 * an address without an open account, and for what is in the mail alone.
 */
export async function keepNotice(
  tx: Prisma.TransactionClient,
  now: Date,
  told: Told,
): Promise<{ id: string; rhythm: Rhythm } | null> {
  const { kind, lang, subject, text, caseId } = told
  if (ruleOf(kind) === 'mail_only') return null
  const [reader] = await tx.$queryRaw<{ id: string; wished: string | null }[]>`
    SELECT p.id, w.rhythm AS wished FROM "Person" p
    LEFT JOIN "NoticePreference" w ON w."personId" = p.id AND w.kind = ${kind}
    WHERE p.email = ${told.to.email} AND p."deactivatedAt" IS NULL`
  if (!reader) return null
  const rhythm = rhythmOf(kind, reader.wished)
  const notice = await tx.notice.create({
    data: { personId: reader.id, kind, lang, subject, text, path: pathIn(text), rhythm, caseId, createdAt: now },
    select: { id: true },
  })
  return { id: notice.id, rhythm }
}

/**
 * Of these cases those somebody still has to do with: all of them for whoever has a role, since cases change hands; else
 * those of the organisations they belong to on the day, an agent by its mandate.
 */
export async function stillConcerned(
  tx: Prisma.TransactionClient,
  personId: string,
  caseIds: readonly string[],
  today: Day,
): Promise<Set<string>> {
  if (caseIds.length === 0) return new Set()
  const day = dayToDate(today)
  const inForce = inForceOn(day)
  if ((await tx.roleGrant.count({ where: { personId, ...inForce } })) > 0) return new Set(caseIds)
  const cases = await tx.caseFile.findMany({
    where: { id: { in: [...caseIds] }, organization: { members: { some: { personId, ...inForce } } } },
    select: { id: true },
  })
  return new Set(cases.map(({ id }) => id))
}

/** Whether a mail that waited is still for its reader: the account is open, its case still concerns them. */
export async function stillWanted(tx: Prisma.TransactionClient, outboxId: string, today: Day): Promise<boolean> {
  const notices = await tx.notice.findMany({
    where: { outboxId },
    select: { personId: true, caseId: true, person: { select: { deactivatedAt: true } } },
  })
  const [first] = notices
  if (!first) return true
  if (first.person.deactivatedAt) return false
  const caseIds = notices.flatMap(({ caseId }) => caseId ?? [])
  const concern = await stillConcerned(tx, first.personId, caseIds, today)
  return notices.some(({ caseId }) => caseId === null || concern.has(caseId))
}

/** How many notices somebody has not read; counted up to a hundred. */
export async function unreadCount(tx: Prisma.TransactionClient, personId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ unread: number }[]>`
    SELECT count(*)::int AS unread FROM (
      SELECT 1 FROM "Notice" WHERE "personId" = ${personId}::uuid AND "readAt" IS NULL LIMIT 100) few`
  return row?.unread ?? 0
}
