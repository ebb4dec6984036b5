import type { CaseState } from '~/domain/case/state'
import type { DuplicateReason, DuplicateVerdict } from '~/domain/interest/duplicate'
import type { InterestForm } from '~/domain/interest/form'
import { may } from '~/domain/party/permission'
import { type Text, textIn } from '~/domain/text'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import type { Prisma } from '~/infra/prisma/client'
import { sectors } from '~/infra/reference.server'
import type { Ctx } from '~/infra/transact.server'

const CASE = {
  select: {
    number: true,
    state: true,
    submittedAt: true,
    organization: { select: { name: true, taxCode: true, registrationNumber: true, country: true } },
    interest: {
      select: {
        form: true,
        zone: { select: { nameText: true } },
        plots: { select: { plot: { select: { code: true } } } },
      },
    },
  },
} satisfies Prisma.CaseFileDefaultArgs
const INCLUDE = { earlier: CASE, later: CASE } satisfies Prisma.DuplicatePairInclude
type PairRow = Prisma.DuplicatePairGetPayload<{ include: typeof INCLUDE }>

export interface DuplicateSide {
  number: string
  state: CaseState
  submittedAt: string
  organization: string
  registration: string | null
  project: string
  sector: string
  capital: { amount: string; currency: string }
  land: string
}

export interface DuplicatePairShown {
  id: string
  version: number
  reasons: DuplicateReason[]
  noticedAt: string
  earlier: DuplicateSide
  later: DuplicateSide
  verdict: DuplicateVerdict | null
  note: string | null
  reviewedBy: string | null
  reviewedAt: string | null
}

const MOST = 50
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Pairs to review (oldest first) or reviewed (newest first), a page at a time: `after` is the last one seen. */
export async function duplicates(ctx: Ctx, filter: { reviewed: boolean; after: string | null }) {
  const { reviewed, after } = filter
  const rows = await db().duplicatePair.findMany({
    where: reviewed ? { verdict: { not: null } } : { verdict: null },
    include: INCLUDE,
    orderBy: reviewed ? [{ createdAt: 'desc' }, { id: 'desc' }] : [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MOST + 1,
    ...(after && UUID.test(after) && { cursor: { id: after }, skip: 1 }),
  })
  const shown = rows.slice(0, MOST)
  return { reviewed, pairs: await pairsOf(ctx, shown), next: rows.length > MOST ? (shown.at(-1)?.id ?? null) : null }
}

/** One pair, side by side. Refuses `not-found`. */
export async function duplicatePair(
  ctx: Ctx,
  id: string,
): Promise<Verdict<DuplicatePairShown & { mayReview: boolean }>> {
  const row = UUID.test(id) ? await db().duplicatePair.findUnique({ where: { id }, include: INCLUDE }) : null
  const [pair] = row ? await pairsOf(ctx, [row]) : []
  return pair ? ok({ ...pair, mayReview: may(ctx.actor, 'duplicate.review').ok }) : refuse('not-found')
}

/** The pairs a case is part of. Whose case it is was asked before. */
export async function duplicatesOfCase(ctx: Ctx, caseId: string): Promise<DuplicatePairShown[]> {
  if (!may(ctx.actor, 'duplicate.read').ok) return []
  const rows = await db().duplicatePair.findMany({
    where: { OR: [{ earlierId: caseId }, { laterId: caseId }] },
    include: INCLUDE,
    orderBy: { createdAt: 'asc' },
    take: MOST,
  })
  return pairsOf(ctx, rows)
}

async function pairsOf(ctx: Ctx, rows: PairRow[]): Promise<DuplicatePairShown[]> {
  const reviewers = rows.flatMap(({ reviewedById }) => reviewedById ?? [])
  const [people, sectorRows] = await Promise.all([
    db().person.findMany({ where: { id: { in: reviewers } }, select: { id: true, fullName: true } }),
    sectors(),
  ])
  const nameOf = new Map(people.map(({ id, fullName }) => [id, fullName]))
  const { lang } = ctx.actor
  const sideOf = (side: PairRow['earlier']): DuplicateSide => {
    const form = side.interest.form as unknown as InterestForm
    const sector = sectorRows.find(({ slug }) => slug === form.sector)
    return {
      number: side.number,
      state: side.state as CaseState,
      submittedAt: side.submittedAt.toISOString(),
      organization: side.organization.name,
      registration: side.organization.taxCode ?? side.organization.registrationNumber,
      project: form.projectName,
      sector: sector ? textIn(sector.name, lang) : form.sector,
      capital: { amount: form.capitalAmount, currency: form.capitalCurrency },
      land:
        side.interest.plots
          .map(({ plot }) => plot.code)
          .sort()
          .join(' + ') || textIn(side.interest.zone.nameText as unknown as Text, lang),
    }
  }
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    reasons: row.reasons as DuplicateReason[],
    noticedAt: row.createdAt.toISOString(),
    earlier: sideOf(row.earlier),
    later: sideOf(row.later),
    verdict: row.verdict as DuplicateVerdict | null,
    note: row.note,
    reviewedBy: row.reviewedById ? (nameOf.get(row.reviewedById) ?? null) : null,
    reviewedAt: row.reviewedAt?.toISOString() ?? null,
  }))
}
