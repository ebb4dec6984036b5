import type { Need } from '~/domain/match/need'
import { type Act, may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from './db.server'
import type { Need as NeedRow } from './prisma/client'
import type { Ctx } from './transact.server'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const needOf = (row: { body: unknown }): Need => row.body as Need

/** A saved need for those who may read or write it; anybody else's, and one put away, is `not-found`. */
export async function savedNeedFor(
  ctx: Ctx,
  id: string,
  act: Extract<Act, 'need.read' | 'need.write'>,
): Promise<Verdict<NeedRow>> {
  const row = UUID.test(id) ? await db().need.findUnique({ where: { id } }) : null
  if (!row || row.archivedAt) return refuse('not-found')
  const thing = { organizationId: row.organizationId }
  const allowed = may(ctx.actor, act, thing)
  if (allowed.ok) return ok(row)
  return act === 'need.write' && may(ctx.actor, 'need.read', thing).ok ? refuse('not-allowed') : allowed
}
