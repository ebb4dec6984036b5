import { itemKey } from '~/domain/case/supplement'
import { inVersions } from '~/domain/interest/document-version'
import { type Day, dayInVietnam, toDay } from '~/domain/time/day'
import { inCase, isExpired, ofCase, USED_IN } from '~/infra/case-documents.server'
import { db } from '~/infra/db.server'
import type { Document } from '~/infra/prisma/client'
import { itemsOf, supplementStanding } from '~/infra/supplements.server'

/** What a version of a document was accepted as: part of a dossier that was received, or the answer to an item. */
export type AcceptedAs = { as: 'dossier'; on: Day } | { as: 'answer'; on: Day; what: string }

export interface CaseDocument {
  id: string
  kind: string
  fileName: string
  sizeBytes: number
  at: string
  /** The last day it holds, where one was given, and whether that is over. */
  validUntil: Day | null
  expired: boolean
}
type ShownRow = Pick<Document, 'id' | 'kind' | 'fileName' | 'sizeBytes' | 'createdAt' | 'validUntil'>

/** A version of a document as both sides of the case see it. */
export const shownDocument = (row: ShownRow, today: Day): CaseDocument => ({
  id: row.id,
  kind: row.kind,
  fileName: row.fileName,
  sizeBytes: row.sizeBytes,
  at: row.createdAt.toISOString(),
  validUntil: row.validUntil && toDay(row.validUntil),
  expired: isExpired(row, today),
})

/** The papers of a case in their versions, its letters, and what was asked for with what was handed in for it. */
export async function casePapers(of: { id: string; receivedDay: Date | null }, today: Day) {
  const [rows, letters, supplements] = await Promise.all([
    db().document.findMany({
      where: ofCase(of.id),
      include: { uses: USED_IN(of.id) },
      orderBy: { createdAt: 'asc' },
    }),
    db().letter.findMany({ where: { caseId: of.id }, orderBy: { createdAt: 'asc' } }),
    db().supplement.findMany({ where: { caseId: of.id }, orderBy: { requestedAt: 'desc' } }),
  ])
  const documents = rows.map(inCase)
  const asked = new Map(
    supplements.flatMap(({ id, items, requestedAt }) =>
      itemsOf(items).map(
        ({ what }, index) => [itemKey(id, index + 1), { on: dayInVietnam(requestedAt), what }] as const,
      ),
    ),
  )
  const accepted = (row: Document): AcceptedAs | null => {
    const item = asked.get(row.answers ?? '')
    if (item) return { as: 'answer', ...item }
    const inDossier = row.interestId !== null || row.organizationId !== null
    return inDossier && of.receivedDay ? { as: 'dossier', on: toDay(of.receivedDay) } : null
  }
  const paper = (row: Document) => ({ ...shownDocument(row, today), accepted: accepted(row) })
  return {
    documents: inVersions(documents).map((latest) => ({ ...paper(latest), earlier: latest.earlier.map(paper) })),
    letters: letters.map(({ id, kind, code, number, officialCode, issuedDay }) => {
      return { id, kind, code, number, officialCode, issuedDay: toDay(issuedDay) }
    }),
    supplements: supplements.map((one) => ({
      id: one.id,
      items: itemsOf(one.items).map((item, index) => ({
        ...item,
        files: documents
          .filter(({ answers }) => answers === itemKey(one.id, index + 1))
          .map(({ id, fileName, supersedesId }) => ({ id, fileName, replaces: nameOf(documents, supersedesId) })),
      })),
      state: supplementStanding(one),
      secondReason: one.secondReason,
      countersignText: one.countersignText,
      reason: one.reason,
      askedOn: dayInVietnam(one.requestedAt),
      dueDay: toDay(one.dueDay),
      answer: one.answer,
      answeredAt: one.answeredAt?.toISOString() ?? null,
    })),
  }
}

const nameOf = (documents: readonly Document[], id: string | null): string | null =>
  documents.find((one) => one.id === id)?.fileName ?? null
