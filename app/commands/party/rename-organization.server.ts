import { fold } from '~/domain/land/search'
import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { lockedMembers, mayStill } from './membership-rows.server'

/**
 * An organisation has another name from now on. What was submitted, decided and written keeps the one it had; its cases
 * are found by both. Refuses `not-found`, `not-allowed` to whoever is no owner, `conflict` where it was changed meanwhile.
 */
export async function renameOrganization(
  ctx: Ctx,
  input: { organizationId: string; version: number; name: string },
): Promise<Verdict<true>> {
  const { organizationId, version, name } = input
  const allowed = may(ctx.actor, 'organization.manage', { organizationId })
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const still = mayStill(t, await lockedMembers(t, organizationId), 'organization.manage', organizationId)
    if (!still.ok) return still
    const before = await t.db.organization.findUniqueOrThrow({ where: { id: organizationId }, select: { name: true } })
    const written = await t.db.organization.updateMany({
      where: { id: organizationId, version },
      data: { name, version: { increment: 1 } },
    })
    if (written.count !== 1) return refuse('conflict')
    const text = fold(name)
    await t.db.$executeRaw`
      UPDATE "CaseFile" SET "searchText" = "searchText" || ' ' || ${text}
      WHERE "organizationId" = ${organizationId}::uuid AND position(${text} IN "searchText") = 0`
    await t.audit({
      act: 'organization.rename',
      subject: { kind: 'organization', id: organizationId },
      detail: { from: before.name, to: name },
    })
    return ok(true)
  })
}
