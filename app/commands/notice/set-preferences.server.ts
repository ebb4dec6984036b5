import { type ChoiceKind, choicesFor, type Rhythm } from '~/domain/notice/rule'
import { rolesOf } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'

/**
 * Keeps in which rhythm the person wants to be mailed, per kind; what is legal is not asked. Refuses `not-signed-in`,
 * `not-a-choice` for a kind that does not come to the person.
 */
export async function setPreferences(
  ctx: Ctx,
  input: { rhythms: Partial<Record<ChoiceKind, Rhythm>> },
): Promise<Verdict<true>> {
  const { personId } = ctx.actor
  if (personId === null) return refuse('not-signed-in')
  const kinds = choicesFor(rolesOf(ctx.actor))
  const wished = Object.entries(input.rhythms) as [ChoiceKind, Rhythm][]
  const strange = wished.find(([kind]) => !kinds.includes(kind))
  if (strange) return refuse('not-a-choice', undefined, strange[0])
  return transact(ctx, async (t) => {
    for (const [kind, rhythm] of wished) {
      await t.db.noticePreference.upsert({
        where: { personId_kind: { personId, kind } },
        create: { personId, kind, rhythm, updatedAt: t.now },
        update: { rhythm, updatedAt: t.now },
      })
    }
    await t.audit({
      act: 'notice.set_preferences',
      subject: { kind: 'person', id: personId },
      detail: { ...input.rhythms },
    })
    return ok(true)
  })
}
