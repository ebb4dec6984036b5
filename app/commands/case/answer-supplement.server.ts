import { mailsTo } from '~/documents/notice/mails-to'
import { checkHandedIn, itemKey } from '~/domain/case/supplement'
import { holdsOn } from '~/domain/party/organization-document'
import { may } from '~/domain/party/permission'
import { resume } from '~/domain/time/clock'
import { type Day, dayInVietnam } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { caseForMove, turnClock, writeMove } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { baseUrl } from '~/infra/env.server'
import { documentOf, type KeptUpload, withUploads } from '~/infra/kept-uploads.server'
import { itemsOf, replaceableDocuments } from '~/infra/supplements.server'
import { type Ctx, transact } from '~/infra/transact.server'
import type { Upload } from '~/infra/upload.server'
import { followKept } from './follow-kept.server'

/**
 * The investor answers the one open request; the clock runs again after today. A file of the field `file<n>` is handed
 * in for item n, and is the new version of the document `replaces` names for it: of one the organisation keeps, kept by
 * it from now on with the last day `until` gives. Refuses as `checkHandedIn` does, and `day-past` at `until<n>`.
 */
export async function answerSupplement(
  ctx: Ctx,
  input: {
    number: string
    version?: number
    answer: string
    uploads: Upload[]
    replaces?: Record<number, string | null>
    until?: Record<number, Day | null>
  },
): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'answer_supplement')
  if (!found.ok) return found
  const { record, next } = found.value
  const open = record.supplements.find((supplement) => supplement.answeredAt === null)
  if (!open) return refuse('state-forbids')
  const { replaces = {}, until = {} } = input
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
  const mayKeep = may(ctx.actor, 'organization.keep_documents', { organizationId: record.organizationId })
  const keptFor = (item: number | null) =>
    item !== null && documents.some(({ id, organizationId }) => id === replaces[item] && organizationId !== null)
  for (const item of places.filter(keptFor)) {
    if (!mayKeep.ok) return mayKeep
    if (!holdsOn(until[item] ?? null, dayInVietnam(ctx.now))) return refuse('day-past', undefined, `until${item}`)
  }
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
      const rowOf = (upload: KeptUpload) => ({
        ...documentOf(upload),
        ...standing(upload),
        uploadedById: ctx.actor.personId,
        createdAt: t.now,
      })
      const ofOrganization = kept.filter((upload) => keptFor(itemOf(upload)))
      for (const upload of ofOrganization) {
        await followKept(t, record, { ...rowOf(upload), validUntil: until[itemOf(upload) ?? 0] ?? null })
      }
      await t.db.document.createMany({
        data: kept
          .filter((upload) => !ofOrganization.includes(upload))
          .map((upload) => ({ ...rowOf(upload), caseId: record.id })),
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
