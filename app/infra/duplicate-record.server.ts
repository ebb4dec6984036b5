import { CASE_STATES, type CaseState, isOpen } from '~/domain/case/state'
import {
  type ComparedInterest,
  type DuplicateReason,
  duplicateReasons,
  registrationKey,
  taxCodeBase,
} from '~/domain/interest/duplicate'
import type { InterestForm } from '~/domain/interest/form'
import { db } from './db.server'
import { Prisma } from './prisma/client'

const OPEN = CASE_STATES.filter((state: CaseState) => isOpen(state))

export interface PossibleDuplicate {
  caseId: string
  number: string
  organizationId: string
  projectName: string
  plotCodes: string[]
  state: CaseState
  reasons: DuplicateReason[]
}

/** What an interest is compared by. */
export interface ToCompare extends ComparedInterest {
  zoneId: string
  plotIds: readonly string[]
}

type Reader = Pick<Prisma.TransactionClient, '$queryRaw' | 'caseFile'>

/** The position of the last receipt: cases up to it have been looked at. */
export async function lastReceipt(): Promise<number> {
  const last = await db().receipt.findFirst({ orderBy: { position: 'desc' }, select: { position: true } })
  return last?.position ?? 0
}

/**
 * Open cases that may be the same project, the earliest first; of those submitted after the receipt `after` alone where
 * that is given. Found over the enterprise's numbers and over the land, each by its index. Appeals are none.
 */
export async function possibleDuplicates(reader: Reader, interest: ToCompare, after = 0): Promise<PossibleDuplicate[]> {
  const base = taxCodeBase(interest.taxCode)
  const registration = registrationKey(interest.registrationNumber)
  const plotIds = interest.plotIds.map((id) => Prisma.sql`${id}::uuid`)
  const parties = Prisma.sql`
    SELECT ${interest.organizationId}::uuid AS id
    ${base ? Prisma.sql`UNION SELECT id FROM "Organization" WHERE left("taxCode", 10) = ${base}` : Prisma.empty}
    ${
      registration
        ? Prisma.sql`UNION SELECT id FROM "Organization" WHERE country = ${interest.country}
            AND upper(regexp_replace("registrationNumber", '[^[:alnum:]]', '', 'g')) = ${registration}`
        : Prisma.empty
    }`
  const byLand =
    plotIds.length > 0
      ? Prisma.sql`SELECT p."interestId" AS id FROM "InterestPlot" p WHERE p."plotId" IN (${Prisma.join(plotIds)})`
      : Prisma.sql`SELECT i.id FROM "Interest" i WHERE i."zoneId" = ${interest.zoneId}::uuid AND i.role = 'developer'`
  const found = await reader.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM "CaseFile" c JOIN "Receipt" r ON r."caseId" = c.id
    WHERE r.position > ${after} AND c.state = ANY(${OPEN}) AND c."appealOfId" IS NULL
      AND c.id IN (
        SELECT c1.id FROM "CaseFile" c1 WHERE c1."organizationId" IN (${parties})
        UNION SELECT c2.id FROM "CaseFile" c2 WHERE c2."interestId" IN (${byLand})
      )`
  if (found.length === 0) return []
  const rows = await reader.caseFile.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    select: {
      id: true,
      number: true,
      state: true,
      organization: { select: { id: true, country: true, taxCode: true, registrationNumber: true } },
      interest: {
        select: {
          form: true,
          zone: { select: { code: true } },
          plots: { select: { plot: { select: { code: true } } } },
        },
      },
    },
    orderBy: { submittedAt: 'asc' },
  })
  return rows.flatMap((row) => {
    const { projectName, sector } = row.interest.form as unknown as InterestForm
    const { id: organizationId, ...party } = row.organization
    const plotCodes = row.interest.plots.map(({ plot }) => plot.code).sort()
    const other = { organizationId, ...party, projectName, sector, zoneCode: row.interest.zone.code, plotCodes }
    const reasons = duplicateReasons(interest, other)
    if (reasons.length === 0) return []
    return [
      {
        caseId: row.id,
        number: row.number,
        organizationId,
        projectName,
        plotCodes,
        state: row.state as CaseState,
        reasons,
      },
    ]
  })
}
