import { holdsOn, type KeptDocument } from '~/domain/party/organization-document'
import { type Day, toDay } from '~/domain/time/day'
import type { Prisma } from './prisma/client'

/** The documents of a case: those of its own, and those of its organisation that were used in it. */
export const ofCase = (caseId: string): Prisma.DocumentWhereInput => ({
  OR: [{ caseId }, { uses: { some: { caseId } } }],
})

/** What reading the documents of a case takes along, so that `inCase` knows their versions. */
export const USED_IN = (caseId: string) =>
  ({ where: { caseId }, select: { replacesId: true } }) satisfies Prisma.Document$usesArgs

/**
 * A document as it stands in one case: what an organisation keeps came there after the version that case was given,
 * whichever other cases were given meanwhile.
 */
export const inCase = <D extends { supersedesId: string | null; uses: { replacesId: string | null }[] }>(
  row: D,
): D => ({
  ...row,
  supersedesId: row.uses[0]?.replacesId ?? row.supersedesId,
})

/** What reading an interest takes along of its organisation's documents. */
export const USED_DOCUMENTS = {
  include: { document: true },
  orderBy: [{ createdAt: 'asc' }, { documentId: 'asc' }],
} satisfies Prisma.Interest$documentUsesArgs

/** The papers of an interest: those of its own, then those of its organisation that were used in it. */
export const papersOf = <D>(interest: { documents: D[]; documentUses: { document: D }[] }): D[] => [
  ...interest.documents,
  ...interest.documentUses.map(({ document }) => document),
]

/** Whether a newer version stands in its place. */
export const FOLLOWED = { supersededBy: { select: { id: true } } } satisfies Prisma.DocumentInclude
type KeptRow = Prisma.DocumentGetPayload<{ include: typeof FOLLOWED }>

/** A row as the domain judges it. */
export const keptDocumentOf = ({ fileName, kind, validUntil, retiredAt, supersededBy }: KeptRow): KeptDocument => ({
  fileName,
  kind,
  validUntil: validUntil && toDay(validUntil),
  retired: retiredAt !== null,
  followed: supersededBy !== null,
})

/** Whether a document no longer holds on a day. */
export const isExpired = (row: { validUntil: Date | null }, today: Day): boolean =>
  !holdsOn(row.validUntil && toDay(row.validUntil), today)
