import type { InterestDocumentKind, InterestDraft } from '~/domain/interest/draft'
import { type EditionNumber, type KeptForm, type Reconciled, reconcileDraft } from '~/domain/interest/edition'
import { may } from '~/domain/party/permission'
import { type Text, textIn } from '~/domain/text'
import { toDay } from '~/domain/time/day'
import { ok, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { interestFor } from '~/infra/interest-record.server'
import { sectors } from '~/infra/reference.server'
import type { Ctx } from '~/infra/transact.server'

export interface DraftPage {
  id: string
  version: number
  state: 'draft' | 'submitted' | 'abandoned'
  /** The case it became, once it was sent. */
  caseNumber: string | null
  organizationName: string
  mayWrite: boolean
  emailConfirmed: boolean
  role: 'tenant' | 'developer'
  zone: { code: string; name: string; kind: string }
  plots: { code: string; areaM2: number; offered: boolean; illustrative: boolean }[]
  draft: InterestDraft
  /** Editions of the form that came since the draft was kept. */
  since: Reconciled<EditionNumber>['since']
  /** When it was kept last, and by whom. */
  saved: { at: string; by: string | null }
  /** The kept match it was begun from. */
  run: { code: string; day: string } | null
  documents: { id: string; kind: InterestDocumentKind; fileName: string; sizeBytes: number }[]
  sectors: { slug: string; name: string }[]
}

/** A draft with what its form and its documents show. Refuses `not-found` for anybody else's. */
export async function draftPage(ctx: Ctx, id: string): Promise<Verdict<DraftPage>> {
  const found = await interestFor(ctx, id, 'interest.read')
  if (!found.ok) return found
  const { value: interest } = found
  const { lang } = ctx.actor
  return ok({
    id: interest.id,
    version: interest.version,
    state: interest.state as DraftPage['state'],
    caseNumber: interest.case?.number ?? null,
    organizationName: interest.organization.name,
    mayWrite: may(ctx.actor, 'interest.write', { organizationId: interest.organizationId }).ok,
    emailConfirmed: ctx.actor.emailConfirmed,
    role: interest.role as DraftPage['role'],
    zone: {
      code: interest.zone.code,
      name: textIn(interest.zone.nameText as unknown as Text, lang),
      kind: interest.zone.kind,
    },
    plots: interest.plots.map(({ plot }) => ({
      code: plot.code,
      areaM2: plot.areaM2,
      offered: plot.publication === 'published' && plot.commercial === 'offered',
      illustrative: plot.illustrative,
    })),
    ...reconcileDraft(interest.form as KeptForm, interest.formVersion),
    saved: await lastSaved(interest),
    run: interest.matchRun && { code: interest.matchRun.code, day: toDay(interest.matchRun.day) },
    documents: interest.documents.map(({ id: documentId, kind, fileName, sizeBytes }) => ({
      id: documentId,
      kind: kind as InterestDocumentKind,
      fileName,
      sizeBytes,
    })),
    sectors: (await sectors()).map(({ slug, name }) => ({ slug, name: textIn(name, lang) })),
  })
}

/** Who typed last: the same draft may be open on two devices, or at two members'. */
async function lastSaved(interest: { id: string; updatedAt: Date }): Promise<DraftPage['saved']> {
  const last = await db().auditEntry.findFirst({
    where: { subjectKind: 'interest', subjectId: interest.id, act: { in: ['interest.start', 'interest.save'] } },
    orderBy: { id: 'desc' },
    select: { at: true, detail: { select: { actorName: true } } },
  })
  return { at: (last?.at ?? interest.updatedAt).toISOString(), by: last?.detail?.actorName ?? null }
}
