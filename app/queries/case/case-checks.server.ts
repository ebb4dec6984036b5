import { TRIAGE_KEYS, type TriageKey } from '~/domain/case/checklist'
import { type InterestRole, roadmapFactsOf } from '~/domain/interest/form'
import { screenEnvironment } from '~/domain/procedure/screening'
import type { Text } from '~/domain/text'
import { dayInVietnam } from '~/domain/time/day'
import { checksOf, dossierOfCase } from '~/infra/case-checks.server'
import { type CaseRecord, findCase, formOf } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { sectors } from '~/infra/reference.server'
import type { Ctx } from '~/infra/transact.server'

type InForce = Awaited<ReturnType<typeof checksOf>>

const answerOf = (checks: InForce, key: string) => {
  const found = checks.find((one) => one.key === key)
  return { answer: found?.answer ?? null, note: found?.note ?? null }
}

/**
 * The papers of a case's dossier, each as answered last. For pages that have asked who may see the case already; null
 * where there is no such case or no procedure in force.
 */
export async function paperChecklist(ctx: Ctx, number: string) {
  const record = await findCase(number)
  const dossier = record && (await dossierOfCase(ctx, record))
  if (!record || !dossier?.ok) return null
  const checks = await checksOf(db(), record.id, 'intake')
  const { version, papers } = dossier.value
  return { version, lines: papers.map((paper) => ({ ...paper, ...answerOf(checks, paper.key) })) }
}

/** The triage of a case as answered last, with what is computed for it. For pages that have asked who may see the case. */
export async function triageChecklist(ctx: Ctx, number: string) {
  const record = await findCase(number)
  if (!record) return null
  const checks = await checksOf(db(), record.id, 'triage')
  const lines = TRIAGE_KEYS.map((key) => ({ key, ...answerOf(checks, key) }))
  return { lines, computed: await computedFor(ctx, record) }
}

/** The papers and the triage of a case as they were answered, for the case's page; stages nobody answered are left out. */
export async function checksShown(caseId: string) {
  const [papers, triage] = await Promise.all([checksOf(db(), caseId, 'intake'), checksOf(db(), caseId, 'triage')])
  const by = await db().person.findMany({
    where: { id: { in: [...new Set([...papers, ...triage].map((one) => one.answeredById))] } },
    select: { id: true, fullName: true },
  })
  const nameOf = (checks: InForce) => by.find(({ id }) => id === checks[0]?.answeredById)?.fullName ?? null
  const atOf = (checks: InForce) => checks[0]?.answeredAt.toISOString() ?? null
  const inOrder = [...papers].sort((a, b) => a.key.localeCompare(b.key, 'en', { numeric: true }))
  return {
    papers: inOrder.map(({ key, label, required, answer, note }) => {
      return { key, label: label as Text, required, answer, note }
    }),
    papersBy: nameOf(papers),
    papersAt: atOf(papers),
    triage: triage.length > 0 ? TRIAGE_KEYS.map((key: TriageKey) => ({ key, ...answerOf(triage, key) })) : [],
    triageBy: nameOf(triage),
    triageAt: atOf(triage),
  }
}

/** What the house knows of a case's environmental procedure and of how the province ranks its sector. */
async function computedFor(ctx: Ctx, record: CaseRecord) {
  const { zone } = record.interest
  const today = dayInVietnam(ctx.now)
  const form = formOf(record)
  const facts = roadmapFactsOf(form, {
    role: record.interest.role as InterestRole,
    zoneKind: zone.kind,
    foreign: record.organization.kind === 'foreign',
    stateLandInBorderCommune: zone.borderCommune && !zone.developerOfferNeeded,
    startDay: today,
  })
  const screened = screenEnvironment(facts, today)
  const rows = await sectors()
  const sector = rows.find(({ slug }) => slug === form.sector)
  return {
    environment: screened.ok
      ? {
          procedure: screened.value.procedure,
          registration: screened.value.registration,
          assumed: screened.value.assumed,
          legalBasis: screened.value.legalBasis,
        }
      : null,
    sectorName: sector?.name ?? null,
    sectorRank: sector?.priority ?? null,
    sectorAllowed:
      zone.sectorSlugs.length === 0 || !zone.sectorsCertain ? null : zone.sectorSlugs.includes(form.sector),
    borderCommune: zone.borderCommune,
  }
}

export type PaperChecklist = NonNullable<Awaited<ReturnType<typeof paperChecklist>>>
export type TriageChecklist = NonNullable<Awaited<ReturnType<typeof triageChecklist>>>
export type ChecksShown = Awaited<ReturnType<typeof checksShown>>
