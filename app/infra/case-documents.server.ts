import { holdsOn, type KeptDocument } from '~/domain/party/organization-document'
import { type Day, toDay } from '~/domain/time/day'
import type { Prisma } from './prisma/client'

/** The documents of a case: those of its own, and those of its organisation that were used in it. */
export const ofCase = (caseId: string): Prisma.DocumentWhereInput => ({
  OR: [{ caseId }, { uses: { some: { caseId } } }],
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

type KeptRow = { fileName: string; kind: string; validUntil: Date | null; retiredAt: Date | null }

/** A row as the domain judges it. */
export const keptDocumentOf = ({ fileName, kind, validUntil, retiredAt }: KeptRow): KeptDocument => ({
  fileName,
  kind,
  validUntil: validUntil && toDay(validUntil),
  retired: retiredAt !== null,
})

/** Whether a document no longer holds on a day. */
export const isExpired = (row: { validUntil: Date | null }, today: Day): boolean =>
  !holdsOn(row.validUntil && toDay(row.validUntil), today)
