import { mailsTo } from '~/documents/notice/mails-to'
import { CONDITION_ACTS, type ConditionState, moveCondition } from '~/domain/case/condition'
import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { findCase, lockCase, stateOf, thingOf } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { baseUrl } from '~/infra/env.server'
import { documentOf, withUploads } from '~/infra/kept-uploads.server'
import { type Ctx, transact } from '~/infra/transact.server'
import type { Upload } from '~/infra/upload.server'

/**
 * The investor hands in what shows that a condition is fulfilled: words, files, or both. Refuses `not-found`,
 * `not-allowed`, `state-forbids`, `conflict` where the condition changed meanwhile, `file-missing` with neither.
 */
export async function proveCondition(
  ctx: Ctx,
  input: { number: string; id: string; version: number; note: string | null; uploads: Upload[] },
): Promise<Verdict<true>> {
  const record = await findCase(input.number)
  if (!record) return refuse('not-found')
  const allowed = may(ctx.actor, CONDITION_ACTS.hand_in, thingOf(record))
  if (!allowed.ok) return allowed
  const condition = await db().decisionCondition.findFirst({ where: { id: input.id, caseId: record.id } })
  if (!condition) return refuse('not-found')
  const next = moveCondition(stateOf(record), condition.state as ConditionState, 'hand_in')
  if (!next.ok) return next
  if (!input.note && input.uploads.length === 0) return refuse('file-missing', undefined, 'files')
  return withUploads(`cases/${record.id}`, input.uploads, (kept) =>
    transact(ctx, async (t) => {
      const there = await lockCase(t, record)
      if (!there.ok) return there
      const documents = await Promise.all(
        kept.map((upload) =>
          t.db.document.create({
            data: {
              ...documentOf(upload),
              caseId: record.id,
              kind: 'condition_proof',
              uploadedById: ctx.actor.personId,
              createdAt: t.now,
            },
          }),
        ),
      )
      const written = await t.db.decisionCondition.updateMany({
        where: { id: condition.id, version: input.version },
        data: {
          state: next.value,
          note: input.note,
          documentIds: [...condition.documentIds, ...documents.map(({ id }) => id)],
          handedInAt: t.now,
          handedInById: ctx.actor.personId,
          version: { increment: 1 },
        },
      })
      if (written.count !== 1) return refuse('conflict')
      const files = kept.map(({ fileName, sha256 }) => ({ fileName, sha256 }))
      await t.audit({
        act: 'case.prove_condition',
        subject: { kind: 'condition', id: condition.id },
        caseId: record.id,
        detail: { condition: condition.text, text: input.note, files },
      })
      const about = {
        number: record.number,
        condition: condition.text,
        path: `/office/cases/${record.number}/conditions/${condition.id}`,
        baseUrl: baseUrl(),
      }
      const readers = record.officer ? [record.officer] : []
      for (const mail of mailsTo(readers, 'condition_proved', about, record.id)) await t.mail(mail)
      return ok(true)
    }),
  )
}
