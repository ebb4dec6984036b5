import { mailsTo } from '~/documents/notice/mails-to'
import { checkHandedIn, itemKey } from '~/domain/case/supplement'
import { resume } from '~/domain/time/clock'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { caseForMove, turnClock, writeMove } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { baseUrl } from '~/infra/env.server'
import { documentOf, withUploads } from '~/infra/kept-uploads.server'
import { itemsOf, replaceableDocuments } from '~/infra/supplements.server'
import { type Ctx, transact } from '~/infra/transact.server'
import type { Upload } from '~/infra/upload.server'

/**
 * The investor answers the one open request; the clock runs again after today. A file of the field `file<n>` is handed
 * in for item n, and is the new version of the document `replaces` names for it. Refuses as `checkHandedIn` does.
 */
export async function answerSupplement(
  ctx: Ctx,
  input: {
    number: string
    version?: number
    answer: string
    uploads: Upload[]
    replaces?: Record<number, string | null>
  },
): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'answer_supplement')
  if (!found.ok) return found
  const { record, next } = found.value
  const open = record.supplements.find((supplement) => supplement.answeredAt === null)
  if (!open) return refuse('state-forbids')
  const { replaces = {} } = input
  const places = itemsOf(open.items).map((_, index) => index + 1)
  const fieldOf = (item: number) => `file${item}`
  const handed = places.map((item) => ({
    item,
    files: input.uploads.filter(({ field }) => field === fieldOf(item)).length,
    replaces: replaces[item] ?? null,
  }))
  const documents = await replaceableDocuments(db(), record.id)
  const fits = checkHandedIn(handed, documents)
  if (!fits.ok) return fits
  const itemOf = (upload: Upload) => places.find((item) => upload.field === fieldOf(item)) ?? null
  /** What a file is of the case: which item it answers, and of which document it is the new version. */
  const standing = (upload: Upload) => {
    const item = itemOf(upload)
    const supersedesId = item === null ? null : (replaces[item] ?? null)
    const kind = documents.find(({ id }) => id === supersedesId)?.kind ?? 'supplement'
    return { kind, supersedesId, answers: item === null ? null : itemKey(open.id, item) }
  }
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
          ...standing(upload),
          caseId: record.id,
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
          files: kept.map((upload) => {
            const { answers, supersedesId } = standing(upload)
            const { fileName, sha256 } = upload
            return { fileName, sha256, ...(answers && { answers }), ...(supersedesId && { supersedes: supersedesId }) }
          }),
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
