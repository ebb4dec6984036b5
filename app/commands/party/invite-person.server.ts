import { roleName } from '~/documents/notice/role-name'
import { may } from '~/domain/party/permission'
import type { Lang } from '~/domain/text'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { type GrantInput, writeGrant } from './grant.server'
import { mailLink } from './one-time-token.server'

/**
 * Makes an account without a password and with a dated role, and mails its owner the link to take it. Gives its id.
 * Refuses `email-taken`, and what `writeGrant` refuses.
 */
export async function invitePerson(
  ctx: Ctx,
  input: GrantInput & { fullName: string; email: string; lang: Lang },
): Promise<Verdict<string>> {
  const allowed = may(ctx.actor, 'people.manage')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const { fullName, email, lang, role } = input
    if (await t.db.person.findUnique({ where: { email } })) return refuse('email-taken', undefined, 'email')
    const person = await t.db.person.create({ data: { fullName, email, lang, createdAt: t.now } })
    const grant = await writeGrant(t, person.id, input)
    if (!grant.ok) return grant
    const { zoneCode, agencyKey, fromDay, untilDay } = input
    await t.audit({
      act: 'party.invite_person',
      subject: { kind: 'person', id: person.id },
      detail: { email, role, zoneCode, agencyKey, fromDay, untilDay },
    })
    await mailLink(t, person, 'invitation', roleName(role, lang))
    return ok(person.id)
  })
}
