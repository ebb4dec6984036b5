import { mailsTo } from '~/documents/notice/mails-to'
import { resume } from '~/domain/time/clock'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { caseForMove, turnClock, writeMove } from '~/infra/case-record.server'
import { baseUrl } from '~/infra/env.server'
import { documentOf, withUploads } from '~/infra/kept-uploads.server'
import { type Ctx, transact } from '~/infra/transact.server'
import type { Upload } from '~/infra/upload.server'

/** The investor answers the one open request; the clock runs again after today. */
export async function answerSupplement(
  ctx: Ctx,
  input: { number: string; version?: number; answer: string; uploads: Upload[] },
): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'answer_supplement')
  if (!found.ok) return found
  const { record, next } = found.value
  const open = record.supplements.find((supplement) => supplement.answeredAt === null)
  if (!open) return refuse('state-forbids')
  return withUploads(`cases/${record.id}`, input.uploads, (kept) =>
    transact(ctx, async (t) => {
      const moved = await writeMove(t, record, next)
      if (!moved.ok) return moved
      const turned = await turnClock(t, record, (segments, on) =>
        resume(segments, { on, holder: 'officer', reason: 'supplement_answered', answers: 'supplement' }),
      )
      if (!turned.ok) return turned
      await t.db.supplement.update({
        where: { id: open.id },
        data: { answer: input.answer, answeredAt: t.now, answeredById: ctx.actor.personId },
      })
      await t.db.document.createMany({
        data: kept.map((upload) => ({
          ...documentOf(upload),
          caseId: record.id,
          kind: 'supplement',
          uploadedById: ctx.actor.personId,
          createdAt: t.now,
        })),
      })
      await t.audit({
        act: 'case.answer_supplement',
        subject: { kind: 'supplement', id: open.id },
        caseId: record.id,
        detail: {
          answer: input.answer,
          files: kept.map(({ fileName, sha256 }) => ({ fileName, sha256 })),
        },
      })
      if (record.officer) {
        const about = {
          number: record.number,
          organization: record.organization.name,
          path: `/office/cases/${record.number}`,
          baseUrl: baseUrl(),
        }
        for (const mail of mailsTo([record.officer], 'supplement_answered', about, record.id)) await t.mail(mail)
      }
      return ok(true)
    }),
  )
}
