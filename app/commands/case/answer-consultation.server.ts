import { mailsTo } from '~/documents/notice/mails-to'
import type { Opinion } from '~/domain/case/consultation'
import { VISITOR } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { consultationOf } from '~/infra/consultation.server'
import { baseUrl } from '~/infra/env.server'
import { documentOf, withUploads } from '~/infra/kept-uploads.server'
import { type Ctx, transact } from '~/infra/transact.server'
import type { Upload } from '~/infra/upload.server'

/**
 * The agency answers over its link, once; nobody signs in. The record names the person who answered and the agency.
 * Refuses `not-found` for a link that is none, or whose case is no longer in consultation, `state-forbids` for a second
 * answer.
 */
export async function answerConsultation(
  ctx: Ctx,
  input: { token: string; opinion: Opinion; answer: string; answeredByName: string; uploads: Upload[] },
): Promise<Verdict<true>> {
  const asked = await consultationOf(input.token)
  if (!asked) return refuse('not-found')
  if (asked.answeredAt) return refuse('state-forbids')
  const grants = [{ role: 'agency' as const }]
  const actor = { ...VISITOR, grants, fullName: `${input.answeredByName} (${asked.agencyName})` }
  return withUploads(`cases/${asked.caseId}`, input.uploads, (kept) =>
    transact({ ...ctx, actor }, async (t) => {
      const rows = await t.db.$queryRaw<{ state: string }[]>`
        SELECT state FROM "CaseFile" WHERE id = ${asked.caseId}::uuid FOR SHARE`
      if (rows[0]?.state !== 'in_consultation') return refuse('not-found')
      const { opinion, answer, answeredByName } = input
      const written = await t.db.consultation.updateMany({
        where: { id: asked.id, answeredAt: null },
        data: { opinion, answer, answeredByName, answeredAt: t.now, version: { increment: 1 } },
      })
      if (written.count !== 1) return refuse('state-forbids')
      await t.db.document.createMany({
        data: kept.map((upload) => ({
          ...documentOf(upload),
          caseId: asked.caseId,
          kind: 'consultation_answer',
          visibility: 'office',
          createdAt: t.now,
        })),
      })
      await t.audit({
        act: 'case.answer_consultation',
        subject: { kind: 'consultation', id: asked.id },
        caseId: asked.caseId,
        detail: {
          agency: asked.agencyName,
          opinion,
          answer,
          files: kept.map(({ fileName, sha256 }) => ({ fileName, sha256 })),
        },
      })
      const officer = await t.db.person.findUnique({
        where: { id: asked.askedById },
        select: { email: true, fullName: true, lang: true },
      })
      const about = {
        number: asked.case.number,
        agency: asked.agencyName,
        path: `/office/cases/${asked.case.number}`,
        baseUrl: baseUrl(),
      }
      const readers = officer ? [officer] : []
      for (const one of mailsTo(readers, 'consultation_answered', about, asked.caseId)) await t.mail(one)
      return ok(true)
    }),
  )
}
