import type { UtilityKind } from '~/domain/land/capacity'
import { may } from '~/domain/party/permission'
import type { Text } from '~/domain/text'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import type { Prisma } from '~/infra/prisma/client'
import { type Ctx, transact } from '~/infra/transact.server'

/**
 * The office, or the zone's developer, adds a utility source to a zone. It has no capacity and serves no plot until
 * somebody says so. Refuses `not-found`, `not-allowed`.
 */
export async function addNode(
  ctx: Ctx,
  input: { zoneCode: string; kind: UtilityKind; name: Text; position: { lat: number; lon: number } | null },
): Promise<Verdict<{ id: string }>> {
  const allowed = may(ctx.actor, 'land.write')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const zone = await t.db.zone.findUnique({ where: { code: input.zoneCode }, select: { id: true } })
    if (!zone) return refuse('not-found')
    const own = may(ctx.actor, 'land.write', { zoneId: zone.id })
    if (!own.ok) return own
    const node = await t.db.utilityNode.create({
      data: {
        zoneId: zone.id,
        kind: input.kind,
        nameText: input.name as unknown as Prisma.InputJsonObject,
        lat: input.position?.lat ?? null,
        lon: input.position?.lon ?? null,
      },
    })
    await t.audit({
      act: 'node.add',
      subject: { kind: 'node', id: node.id },
      detail: { zone: input.zoneCode, kind: input.kind, name: input.name.vi },
    })
    await t.touchCatalogue()
    return ok({ id: node.id })
  })
}
