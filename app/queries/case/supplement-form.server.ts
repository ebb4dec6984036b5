import { dossierOfCase } from '~/infra/case-checks.server'
import { findCase } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { itemsOf, proposedSupplement, supplementFactsOf } from '~/infra/supplements.server'
import type { Ctx } from '~/infra/transact.server'

/**
 * What a request for a supplement may be about, and what was accepted already; whether it would be the stage's second.
 * For pages that have asked who may see the case.
 */
export async function supplementChoices(ctx: Ctx, number: string) {
  const record = await findCase(number)
  if (!record) return null
  const facts = await supplementFactsOf(db(), record)
  const dossier = await dossierOfCase(ctx, record)
  const accepted = new Set(facts.accepted.map(({ key }) => key))
  const papers = dossier.ok ? dossier.value.papers.map(({ key, text }) => ({ key, what: text })) : []
  const asked = facts.accepted.filter(({ key }) => !papers.some((paper) => paper.key === key))
  return {
    second: facts.sentInStage > 0,
    about: [...papers, ...asked].map(({ key, what }) => ({ key, what, accepted: accepted.has(key) })),
  }
}

/** The request that waits for the head's countersignature. For pages that have asked who may see the case. */
export async function supplementToCountersign(number: string) {
  const record = await findCase(number)
  const row = record && (await proposedSupplement(db(), record))
  if (!row) return null
  const officer = await db().person.findUnique({ where: { id: row.requestedById }, select: { fullName: true } })
  const { reason, secondReason } = row
  return { items: itemsOf(row.items), reason, secondReason, by: officer?.fullName ?? null }
}
