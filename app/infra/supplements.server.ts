import {
  type Accepted,
  documentKey,
  itemKey,
  SUPPLEMENT_STAGES,
  type SupplementFacts,
  type SupplementItem,
} from '~/domain/case/supplement'
import { INTEREST_DOCUMENT_KINDS } from '~/domain/interest/draft'
import { checksOf } from './case-checks.server'
import { inCase, ofCase, USED_IN } from './case-documents.server'
import type { CaseRecord } from './case-record.server'
import type { Prisma } from './prisma/client'

type Reader = Pick<Prisma.TransactionClient, 'supplement' | 'caseCheck' | 'document'>

export const itemsOf = (items: Prisma.JsonValue): SupplementItem[] => items as unknown as SupplementItem[]

/** The request that waits for the head's countersignature in the present stage of a case; null where none does. */
export const proposedSupplement = (reader: Pick<Prisma.TransactionClient, 'supplement'>, record: CaseRecord) =>
  reader.supplement.findFirst({ where: { caseId: record.id, stage: record.state, sentAt: null, refusedAt: null } })

/** Where a request stands; the applicant knows of those alone that were sent. */
export const supplementStanding = (row: {
  sentAt: Date | null
  refusedAt: Date | null
  answeredAt: Date | null
}): 'held_back' | 'proposed' | 'open' | 'answered' =>
  row.refusedAt ? 'held_back' : row.sentAt === null ? 'proposed' : row.answeredAt === null ? 'open' : 'answered'

/** Papers of the applicant: what comes of the office or a step is replaced by nobody's answer. */
const OF_THE_APPLICANT = [...INTEREST_DOCUMENT_KINDS, 'supplement']

/** The documents of a case that an answer may replace, in the order they came, each as the version this case was given. */
export const replaceableDocuments = async (reader: Pick<Prisma.TransactionClient, 'document'>, caseId: string) => {
  const rows = await reader.document.findMany({
    where: { ...ofCase(caseId), visibility: 'parties', kind: { in: OF_THE_APPLICANT } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      supersedesId: true,
      answers: true,
      kind: true,
      fileName: true,
      interestId: true,
      organizationId: true,
      createdAt: true,
      uses: USED_IN(caseId),
    },
  })
  return rows.map(inCase)
}

/** What a new request of a case is judged by. */
export async function supplementFactsOf(reader: Reader, record: CaseRecord): Promise<SupplementFacts> {
  const checks = await checksOf(reader, record.id, 'intake')
  const proposed = await reader.supplement.count({ where: { caseId: record.id, sentAt: null, refusedAt: null } })
  const papers = checks.filter(({ answer }) => answer !== 'missing')
  const documents = record.receivedDay === null ? [] : await replaceableDocuments(reader, record.id)
  return {
    sentInStage: record.supplements.filter(({ stage }) => stage === record.state).length,
    proposed: proposed > 0 && SUPPLEMENT_STAGES.some((stage) => stage === record.state),
    accepted: [
      ...papers.map(({ key, label }) => ({ key, what: label ?? key })),
      ...documents.map(({ id, fileName }) => ({ key: documentKey(id), what: fileName })),
      ...record.supplements
        .filter(({ answeredAt }) => answeredAt !== null)
        .flatMap(({ id, items }) =>
          itemsOf(items).map(({ what }, index): Accepted => ({ key: itemKey(id, index + 1), what })),
        ),
    ],
  }
}
