import { type Act, may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { USED_DOCUMENTS } from './case-documents.server'
import { db } from './db.server'
import type { Prisma } from './prisma/client'
import type { Ctx, Transaction } from './transact.server'

const INCLUDE = {
  organization: true,
  zone: true,
  plots: { include: { plot: true }, orderBy: { plot: { code: 'asc' } } },
  documents: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
  documentUses: USED_DOCUMENTS,
  case: { select: { number: true } },
  matchRun: { select: { code: true, day: true } },
  appealOfCase: { select: { number: true } },
} satisfies Prisma.InterestInclude

export type InterestRecord = Prisma.InterestGetPayload<{ include: typeof INCLUDE }>

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** An interest for those who may read or write it; anybody else's is `not-found`. */
export async function interestFor(
  ctx: Ctx,
  id: string,
  act: Extract<Act, 'interest.read' | 'interest.write'>,
): Promise<Verdict<InterestRecord>> {
  const record = UUID.test(id) ? await db().interest.findUnique({ where: { id }, include: INCLUDE }) : null
  if (!record) return refuse('not-found')
  const allowed = may(ctx.actor, act, { organizationId: record.organizationId })
  if (allowed.ok) return ok(record)
  const reads =
    act === 'interest.write' && may(ctx.actor, 'interest.read', { organizationId: record.organizationId }).ok
  return reads ? refuse('not-allowed') : allowed
}

/** Moves a draft's version, with its row locked to the end; one that was sent or changed meanwhile refuses. */
export async function touchDraft(
  t: Transaction,
  input: { id: string; version?: number },
  data: Prisma.InterestUpdateManyMutationInput = {},
): Promise<Verdict<true>> {
  const { id, version } = input
  const written = await t.db.interest.updateMany({
    where: { id, state: 'draft', ...(version !== undefined && { version }) },
    data: { ...data, version: { increment: 1 } },
  })
  if (written.count === 1) return ok(true)
  const now = await t.db.interest.findUnique({ where: { id }, select: { state: true } })
  return now?.state === 'draft' ? refuse('conflict', { state: now.state }) : refuse('state-forbids')
}
