import { db } from '~/infra/db.server'
import { keyPage, type PageKey } from '~/infra/key-page.server'
import { behalfIn } from '~/infra/on-behalf.server'

const SIZE = 50

interface AuditFilter extends PageKey {
  /** The beginning of the act's name. */
  act: string
  /** E-mail address of who acted or whom it concerns. */
  person: string
  caseNumber: string
}

const position = (key: string | null | undefined): bigint | undefined =>
  key && /^\d{1,18}$/.test(key) ? BigInt(key) : undefined

const personIds = async (email: string): Promise<string[]> => {
  const found = await db().person.findMany({
    where: { email: { contains: email, mode: 'insensitive' } },
    select: { id: true },
    take: 50,
  })
  return found.map((person) => person.id)
}

/** The record, newest first. A filter that names nobody or no case finds nothing. */
export async function auditEntries({ act, person, caseNumber, after, before }: AuditFilter) {
  const ids = person ? await personIds(person) : null
  const file = caseNumber ? await db().caseFile.findUnique({ where: { number: caseNumber } }) : null
  if (caseNumber && !file) return { rows: [], before: null, after: null }
  const keys = { after: position(after)?.toString(), before: position(before)?.toString() }
  const page = await keyPage(keys, SIZE, ({ below, above }, take) =>
    db().auditEntry.findMany({
      where: {
        id: above ? { gt: BigInt(above) } : { lt: below === undefined ? undefined : BigInt(below) },
        act: act ? { startsWith: act } : undefined,
        caseId: file?.id,
        OR: ids ? [{ actorId: { in: ids } }, { subjectKind: 'person', subjectId: { in: ids } }] : undefined,
      },
      orderBy: { id: above ? 'asc' : 'desc' },
      take,
      include: { detail: true },
    }),
  )
  const caseIds = page.rows.flatMap((row) => row.caseId ?? [])
  const files = await db().caseFile.findMany({ where: { id: { in: caseIds } }, select: { id: true, number: true } })
  const numbers = new Map(files.map((one) => [one.id, one.number]))
  return {
    ...page,
    rows: page.rows.map((row) => ({
      id: row.id.toString(),
      at: row.at,
      act: row.act,
      actorName: row.detail?.actorName ?? '',
      behalf: behalfIn(row.detail?.body),
      actorRole: row.actorRole,
      subject: { kind: row.subjectKind, id: row.subjectId.slice(-12) },
      caseNumber: row.caseId ? (numbers.get(row.caseId) ?? null) : null,
      detail: row.detail ? JSON.stringify(row.detail.body, null, 2) : null,
    })),
  }
}
