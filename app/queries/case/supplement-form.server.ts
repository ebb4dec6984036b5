import { askedToReplace, documentKey } from '~/domain/case/supplement'
import { inVersions } from '~/domain/interest/document-version'
import { dayInVietnam } from '~/domain/time/day'
import { dossierOfCase } from '~/infra/case-checks.server'
import { findCase } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { itemsOf, proposedSupplement, replaceableDocuments, supplementFactsOf } from '~/infra/supplements.server'
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
  const documents = await replaceableDocuments(db(), record.id)
  const isKnown = (key: string) =>
    papers.some((paper) => paper.key === key) || documents.some(({ id }) => documentKey(id) === key)
  const asked = facts.accepted.filter(({ key }) => !isKnown(key))
  const files = inVersions(documents).map(({ id, fileName }) => ({ key: documentKey(id), what: fileName }))
  return {
    second: facts.sentInStage > 0,
    about: [...papers, ...files, ...asked].map(({ key, what }) => ({ key, what, accepted: accepted.has(key) })),
  }
}

/**
 * The items of the open request by their place from 1, and the documents, by their latest version, that an answer may
 * replace. For pages that have asked who may see the case.
 */
export async function answerChoices(caseId: string) {
  const [open, rows] = await Promise.all([
    db().supplement.findFirst({ where: { caseId, answeredAt: null, sentAt: { not: null } } }),
    replaceableDocuments(db(), caseId),
  ])
  const lines = inVersions(rows)
  const latestOf = (id: string | null) =>
    lines.find((line) => line.id === id || line.earlier.some((earlier) => earlier.id === id))?.id ?? null
  return {
    items: itemsOf(open?.items ?? []).map(({ type, what, why, again, about }, index) => {
      return { item: index + 1, type, what, why, again, replaces: latestOf(askedToReplace({ about }, rows)) }
    }),
    documents: lines.map(({ id, fileName, createdAt, earlier, organizationId }) => {
      const kept = organizationId !== null
      return { id, fileName, version: earlier.length + 1, on: dayInVietnam(createdAt), kept }
    }),
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
