import type { Answered, TriageAnswer, TriageKey } from '~/domain/case/checklist'
import type { DecisionReason } from '~/domain/case/letter'
import { lastDayOf } from '~/domain/party/delegation'
import { conditionsOf, editionOf } from '~/infra/conditions.server'
import { db } from '~/infra/db.server'
import { delegationOf } from '~/infra/delegations.server'
import type { SigningDelegation } from '~/infra/prisma/client'

/** Proposals, decisions and notes of a case, with the names of those who wrote them. */
export async function extraOf(caseId: string) {
  const [recommendations, decisions, notes] = await Promise.all([
    db().recommendation.findMany({ where: { caseId }, orderBy: { proposedAt: 'desc' } }),
    db().decision.findMany({ where: { caseId }, orderBy: { decidedAt: 'desc' }, include: { delegation: true } }),
    db().caseNote.findMany({ where: { caseId }, orderBy: { createdAt: 'desc' } }),
  ])
  const names = await namesOf([
    ...recommendations.flatMap((one) => [one.proposedById, one.reviewedById]),
    ...decisions.map((one) => one.decidedById),
    ...notes.map((one) => one.authorId),
  ])
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  return {
    recommendations: recommendations.map((one) => ({
      id: one.id,
      outcome: one.outcome as 'approve' | 'refuse',
      reason: one.reasonCode as DecisionReason | null,
      text: one.text,
      conditions: conditionsOf(one.conditions),
      edition: editionOf(one),
      triage: triageOf(one),
      by: nameOf(one.proposedById),
      at: one.proposedAt.toISOString(),
      review: one.review as 'accepted' | 'edited' | 'challenged' | null,
      reviewText: one.reviewText,
      reviewedBy: nameOf(one.reviewedById),
    })),
    decisions: decisions.map((one) => ({
      id: one.id,
      outcome: one.outcome as 'approved' | 'refused',
      reason: one.reasonCode as DecisionReason | null,
      text: one.text,
      by: nameOf(one.decidedById),
      signing: one.delegation && signingShown(one.delegation),
      at: one.decidedAt.toISOString(),
    })),
    notes: notes.map((one) => ({
      id: one.id,
      text: one.text,
      by: nameOf(one.authorId),
      at: one.createdAt.toISOString(),
    })),
  }
}

async function namesOf(ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => Boolean(id)))]
  const people = await db().person.findMany({ where: { id: { in: wanted } }, select: { id: true, fullName: true } })
  return new Map(people.map((person) => [person.id, person.fullName]))
}

/** The triage a recommendation quotes, as it stood then. */
export const triageOf = (row: { triage: unknown }) => (row.triage ?? []) as Answered<TriageAnswer, TriageKey>[]

/** In whose name a decision is signed, by which paper. */
export function signingShown(row: SigningDelegation) {
  const delegation = delegationOf(row)
  const { form, paperNumber, paperDay } = delegation
  return { form, paperNumber, paperDay, documentId: row.documentId, lastDay: lastDayOf(delegation) }
}
