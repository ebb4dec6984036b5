import { randomBytes } from 'node:crypto'
import type { AlertRhythm } from '~/domain/match/alert'
import type { Need } from '~/domain/match/need'
import { may } from '~/domain/party/permission'
import { ok, type Verdict } from '~/domain/verdict'
import type { Prisma } from '~/infra/prisma/client'
import { type Ctx, transact } from '~/infra/transact.server'

/** An organisation keeps a need under a name, to be told when land comes to fit it. Gives its id. */
export async function saveNeed(
  ctx: Ctx,
  input: { organizationId: string; name: string; need: Need; alert: AlertRhythm; shareName: boolean },
): Promise<Verdict<{ id: string }>> {
  const { organizationId, name, need, alert, shareName } = input
  const allowed = may(ctx.actor, 'need.write', { organizationId })
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const row = await t.db.need.create({
      data: {
        organizationId,
        createdById: ctx.actor.personId ?? '',
        name,
        body: need as unknown as Prisma.InputJsonObject,
        alert,
        shareName,
        unsubscribeToken: randomBytes(24).toString('base64url'),
        createdAt: t.now,
      },
    })
    await t.audit({
      act: 'need.save',
      subject: { kind: 'need', id: row.id },
      detail: { name, alert, shareName, need: need as unknown as Prisma.InputJsonObject },
    })
    return ok({ id: row.id })
  })
}
