import { inVersions } from '~/domain/interest/document-version'
import type { InterestDocumentKind, InterestDraft } from '~/domain/interest/draft'
import { type EditionNumber, type KeptForm, type Reconciled, reconcileDraft } from '~/domain/interest/edition'
import { standingOf, type UploadState } from '~/domain/interest/upload'
import { type Retired, retiredAmong } from '~/domain/land/retired'
import { may } from '~/domain/party/permission'
import { type Text, textIn } from '~/domain/text'
import { toDay } from '~/domain/time/day'
import { ok, type Refusal, type Verdict } from '~/domain/verdict'
import { papersOf } from '~/infra/case-documents.server'
import { db } from '~/infra/db.server'
import { type InterestRecord, interestFor } from '~/infra/interest-record.server'
import { sectors } from '~/infra/reference.server'
import { snapshot } from '~/infra/snapshot.server'
import type { Ctx } from '~/infra/transact.server'
import { kindOf, uploadFactsOf } from '~/infra/upload-record.server'

interface DraftDocument {
  id: string
  kind: InterestDocumentKind
  fileName: string
  sizeBytes: number
  at: string
  /** The organisation keeps it, for other interests as well. */
  kept: boolean
}

export interface DraftUpload {
  id: string
  kind: InterestDocumentKind
  fileName: string
  sizeBytes: number
  receivedBytes: number
  state: UploadState
  failure: Refusal | null
}

export interface DraftPage {
  id: string
  version: number
  state: 'draft' | 'submitted' | 'abandoned'
  /** The case it became, once it was sent. */
  caseNumber: string | null
  organizationId: string
  organizationName: string
  mayWrite: boolean
  emailConfirmed: boolean
  role: 'tenant' | 'developer'
  zone: { code: string; name: string; kind: string }
  plots: { code: string; areaM2: number; offered: boolean; illustrative: boolean }[]
  /** Of the plots, those that a split or merger replaced. */
  retired: (Retired & { code: string })[]
  draft: InterestDraft
  /** Editions of the form that came since the draft was kept. */
  since: Reconciled<EditionNumber>['since']
  /** When it was kept last, and by whom. */
  saved: { at: string; by: string | null }
  /** The case whose decision it appeals. */
  appealOf: string | null
  /** The kept match it was begun from. */
  run: { code: string; day: string } | null
  /** The latest version of each, with the earlier ones. */
  documents: (DraftDocument & { earlier: DraftDocument[] })[]
  /** Files on their way, and those that failed. */
  uploads: DraftUpload[]
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
    organizationId: interest.organizationId,
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
    retired: retiredAmong(
      await snapshot(),
      interest.plots.map(({ plot }) => plot.code),
      false,
    ),
    ...reconcileDraft(interest.form as KeptForm, interest.formVersion),
    saved: await lastSaved(interest),
    appealOf: interest.appealOfCase?.number ?? null,
    run: interest.matchRun && { code: interest.matchRun.code, day: toDay(interest.matchRun.day) },
    documents: inVersions(papersOf(interest)).map((latest) => ({
      ...draftDocument(latest),
      earlier: latest.earlier.map(draftDocument),
    })),
    uploads: await uploadsOf(interest.id, ctx.now),
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

const draftDocument = (row: InterestRecord['documents'][number]): DraftDocument => ({
  id: row.id,
  kind: row.kind as InterestDocumentKind,
  fileName: row.fileName,
  sizeBytes: row.sizeBytes,
  at: row.createdAt.toISOString(),
  kept: row.organizationId !== null,
})

async function uploadsOf(interestId: string, now: Date): Promise<DraftUpload[]> {
  const rows = await db().upload.findMany({
    where: { interestId, state: { not: 'kept' } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    kind: kindOf(row),
    fileName: row.fileName,
    sizeBytes: row.sizeBytes,
    receivedBytes: row.receivedBytes,
    ...standingOf(uploadFactsOf(row), now),
  }))
}
