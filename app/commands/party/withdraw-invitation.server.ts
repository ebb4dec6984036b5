import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'

/** Takes an invitation back: its link opens nothing any more. Refuses `not-found`, `not-allowed`, `state-forbids`. */
export async function withdrawInvitation(
  ctx: Ctx,
  input: { organizationId: string; invitationId: string },
): Promise<Verdict<true>> {
  const { organizationId, invitationId } = input
  const allowed = may(ctx.actor, 'organization.manage', { organizationId })
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const invitation = await t.db.memberInvitation.findFirst({ where: { id: invitationId, organizationId } })
    if (!invitation) return refuse('not-found')
    const withdrawn = await t.db.memberInvitation.updateMany({
      where: { id: invitationId, acceptedAt: null, withdrawnAt: null },
      data: { withdrawnAt: t.now },
    })
    if (withdrawn.count !== 1) return refuse('state-forbids')
    await t.audit({
      act: 'organization.withdraw_invitation',
      subject: { kind: 'organization', id: organizationId },
      detail: { invitationId, email: invitation.email },
    })
    return ok(true)
  })
}
