import { holdsOn } from '~/domain/party/organization-document'
import { type Day, dayInVietnam, toDay } from '~/domain/time/day'
import { FOLLOWED } from '~/infra/case-documents.server'
import { db } from '~/infra/db.server'
import type { Ctx } from '~/infra/transact.server'

export interface KeptChoice {
  id: string
  kind: string
  fileName: string
  validUntil: Day | null
  expired: boolean
  /** A newer version stands in its place. */
  followed: boolean
}

/** Documents of the organisation for a draft the person may read: those used in it, and those that may be. */
export async function keptDocuments(
  ctx: Ctx,
  interestId: string,
): Promise<{ used: KeptChoice[]; others: KeptChoice[] }> {
  const rows = await db().document.findMany({
    where: {
      organization: { interests: { some: { id: interestId } } },
      kind: { not: 'mandate' },
      OR: [{ retiredAt: null, supersededBy: null }, { uses: { some: { interestId } } }],
    },
    include: { uses: { where: { interestId }, select: { interestId: true } }, ...FOLLOWED },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  const today = dayInVietnam(ctx.now)
  const choices = rows.map((row) => {
    const validUntil = row.validUntil && toDay(row.validUntil)
    const { id, kind, fileName } = row
    const followed = row.supersededBy !== null
    return { id, kind, fileName, validUntil, expired: !holdsOn(validUntil, today), followed, used: row.uses.length > 0 }
  })
  const of = (wanted: boolean) => choices.flatMap(({ used, ...choice }) => (used === wanted ? [choice] : []))
  return { used: of(true), others: of(false) }
}
