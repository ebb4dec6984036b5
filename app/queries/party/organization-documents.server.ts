import type { InterestDocumentKind } from '~/domain/interest/draft'
import { holdsOn } from '~/domain/party/organization-document'
import { may } from '~/domain/party/permission'
import { type Day, dayInVietnam, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { FOLLOWED } from '~/infra/case-documents.server'
import { db } from '~/infra/db.server'
import { idKey } from '~/infra/key-page.server'
import type { Ctx } from '~/infra/transact.server'

export interface OrganizationDocument {
  id: string
  kind: InterestDocumentKind | 'mandate'
  fileName: string
  sizeBytes: number
  addedDay: Day
  validUntil: Day | null
  expired: boolean
  retired: boolean
  /** A newer version stands in its place. */
  followed: boolean
  /** Where it is used: drafts by their own address, cases by number. */
  uses: { interestId: string; caseNumber: string | null }[]
}

/** What an organisation keeps, for those who belong to it; mandates for its owners and the agent. */
export async function organizationDocuments(ctx: Ctx, id: string) {
  const organizationId = idKey(id)
  if (!organizationId) return refuse('not-found')
  const allowed = may(ctx.actor, 'organization.read', { organizationId })
  if (!allowed.ok) return allowed.refusal.code === 'not-allowed' ? refuse('not-found') : allowed
  const manages = may(ctx.actor, 'organization.manage', { organizationId }).ok
  const [organization, rows] = await Promise.all([
    db().organization.findUniqueOrThrow({ where: { id: organizationId } }),
    db().document.findMany({
      where: {
        organizationId,
        OR: [
          { kind: { not: 'mandate' } },
          { mandates: { some: manages ? {} : { personId: ctx.actor.personId ?? '' } } },
        ],
      },
      include: {
        uses: { include: { case: { select: { number: true } } }, orderBy: { createdAt: 'desc' } },
        ...FOLLOWED,
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    }),
  ])
  const today = dayInVietnam(ctx.now)
  return ok({
    organization: {
      id: organization.id,
      name: organization.name,
      registration: organization.taxCode ?? organization.registrationNumber,
      illustrative: organization.illustrative,
    },
    mayKeep: may(ctx.actor, 'organization.keep_documents', { organizationId }).ok,
    documents: rows.map((row): OrganizationDocument => {
      const validUntil = row.validUntil && toDay(row.validUntil)
      return {
        id: row.id,
        kind: row.kind as OrganizationDocument['kind'],
        fileName: row.fileName,
        sizeBytes: row.sizeBytes,
        addedDay: dayInVietnam(row.createdAt),
        validUntil,
        expired: !holdsOn(validUntil, today),
        retired: row.retiredAt !== null,
        followed: row.supersededBy !== null,
        uses: row.uses.map((use) => ({ interestId: use.interestId, caseNumber: use.case?.number ?? null })),
      }
    }),
  }) satisfies Verdict<unknown>
}
