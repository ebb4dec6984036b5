import { type Day, dayToDate } from '~/domain/time/day'
import type { CaseRecord } from '~/infra/case-record.server'
import type { Prisma } from '~/infra/prisma/client'
import type { Transaction } from '~/infra/transact.server'

type NewVersion = Omit<Prisma.DocumentUncheckedCreateInput, 'validUntil' | 'supersedesId'> & {
  /** The version this case was given. */
  supersedesId: string | null
  validUntil: Day | null
}

/**
 * A new version of a document the organisation keeps, used in this case from now on. It follows the organisation's
 * latest version, which another case may have brought; the other cases keep the version they were given.
 */
export async function followKept(t: Transaction, record: CaseRecord, version: NewVersion): Promise<void> {
  const { organizationId, interest } = record
  const { supersedesId: replacesId, validUntil, ...row } = version
  await t.db.$queryRaw`SELECT 1 FROM "Organization" WHERE id = ${organizationId}::uuid FOR UPDATE`
  let latest = replacesId
  for (let after = latest; after !== null; ) {
    const next = await t.db.document.findUnique({ where: { supersedesId: after }, select: { id: true } })
    latest = after
    after = next?.id ?? null
  }
  const { id, kind, fileName, sha256 } = await t.db.document.create({
    data: { ...row, organizationId, supersedesId: latest, validUntil: validUntil && dayToDate(validUntil) },
  })
  const usedById = t.actor.personId ?? ''
  const use = { documentId: id, interestId: interest.id, caseId: record.id, replacesId, usedById, createdAt: t.now }
  await t.db.documentUse.create({ data: use })
  await t.audit({
    act: 'organization.keep_document',
    subject: { kind: 'organization', id: organizationId },
    detail: { documentId: id, kind, fileName, sha256, validUntil, supersedes: latest },
  })
}
