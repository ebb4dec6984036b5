import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { findCase, thingOf } from '~/infra/case-record.server'
import { type Ctx, transact } from '~/infra/transact.server'

/** A note of the office on a case; the investor does not see it. */
export async function writeNote(ctx: Ctx, input: { number: string; text: string }): Promise<Verdict<true>> {
  const record = await findCase(input.number)
  if (!record) return refuse('not-found')
  const allowed = may(ctx.actor, 'case.note', thingOf(record))
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const note = await t.db.caseNote.create({
      data: { caseId: record.id, authorId: ctx.actor.personId ?? '', text: input.text, createdAt: t.now },
    })
    await t.audit({
      act: 'case.note',
      subject: { kind: 'note', id: note.id },
      caseId: record.id,
      detail: { text: input.text },
    })
    return ok(true)
  })
}
