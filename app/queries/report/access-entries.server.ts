import { GRANTED_ROLES, type GrantedRole } from '~/domain/party/permission'
import type { PersonalRead } from '~/domain/report/personal-read'
import { db } from '~/infra/db.server'
import { keyPage, type PageKey } from '~/infra/key-page.server'
import type { Prisma } from '~/infra/prisma/client'

const SIZE = 50

interface AccessFilter extends PageKey {
  /** E-mail address of who read. */
  reader: string
  /** E-mail address of whose account was read. */
  about: string
  caseNumber: string
}

const position = (key: string | null | undefined): string | undefined =>
  key && /^\d{1,18}$/.test(key) ? key : undefined

const idsOf = async (email: string): Promise<string[]> => {
  const found = await db().person.findMany({
    where: { email: { contains: email, mode: 'insensitive' } },
    select: { id: true },
    take: 50,
  })
  return found.map(({ id }) => id)
}

/**
 * Who read whose data, the newest first; over a link it is the agency and the address the link was sent to.
 * A filter that names nobody or no case finds nothing.
 */
export async function accessEntries({ reader, about, caseNumber, after, before }: AccessFilter) {
  const file = caseNumber ? await db().caseFile.findUnique({ where: { number: caseNumber } }) : null
  if (caseNumber && !file) return { rows: [], before: null, after: null }
  const where: Prisma.AccessLogWhereInput = { caseId: file?.id }
  if (reader) {
    const asked = await db().consultation.findMany({
      where: { email: { contains: reader, mode: 'insensitive' } },
      select: { id: true },
      take: 200,
    })
    where.OR = [
      { personId: { in: await idsOf(reader) } },
      { kind: 'consultation', subject: { in: asked.map(({ id }) => id) } },
    ]
  }
  if (about) Object.assign(where, { kind: 'person', subject: { in: await idsOf(about) } })
  const page = await keyPage({ after: position(after), before: position(before) }, SIZE, ({ below, above }, take) =>
    db().accessLog.findMany({
      where: { ...where, id: above ? { gt: BigInt(above) } : { lt: below === undefined ? undefined : BigInt(below) } },
      orderBy: { id: above ? 'asc' : 'desc' },
      take,
    }),
  )
  const people = await db().person.findMany({
    where: {
      id: {
        in: page.rows.flatMap((row) => [
          ...(row.personId ? [row.personId] : []),
          ...(row.kind === 'person' && row.subject ? [row.subject] : []),
        ]),
      },
    },
    select: { id: true, fullName: true, email: true },
  })
  const cases = await db().caseFile.findMany({
    where: { id: { in: page.rows.flatMap(({ caseId }) => caseId ?? []) } },
    select: { id: true, number: true },
  })
  const links = await db().consultation.findMany({
    where: {
      id: { in: page.rows.flatMap((row) => (row.kind === 'consultation' && row.subject ? [row.subject] : [])) },
    },
    select: { id: true, agencyName: true, email: true },
  })
  const linkOf = new Map(links.map((link) => [link.id, link]))
  const readerOf = ({ personId, subject }: { personId: string | null; subject: string | null }) => {
    const link = personId ? undefined : linkOf.get(subject ?? '')
    if (link) return { fullName: link.agencyName, email: link.email }
    return personOf.get(personId ?? '') ?? { fullName: '–', email: '' }
  }
  const personOf = new Map(people.map((person) => [person.id, person]))
  const numberOf = new Map(cases.map(({ id, number }) => [id, number]))
  return {
    ...page,
    rows: page.rows.map((row) => ({
      id: row.id.toString(),
      at: row.at.toISOString(),
      who: readerOf(row),
      role: GRANTED_ROLES.find((role) => role === row.actorRole) ?? (null satisfies GrantedRole | null),
      kind: row.kind as PersonalRead['kind'],
      about: row.kind === 'person' ? (personOf.get(row.subject ?? '')?.fullName ?? row.subject) : row.subject,
      caseNumber: row.caseId ? (numberOf.get(row.caseId) ?? null) : null,
      address: row.address,
    })),
  }
}
