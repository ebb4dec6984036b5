import { type ConsultationStanding, type Opinion, standingOf } from '~/domain/case/consultation'
import type { Lang } from '~/domain/text'
import { textIn } from '~/domain/text'
import { type Day, dayInVietnam, toDay } from '~/domain/time/day'
import { ofCase } from '~/infra/case-documents.server'
import { findCase, formOf, textOf } from '~/infra/case-record.server'
import { consultationFactsOf, consultationOf } from '~/infra/consultation.server'
import { db } from '~/infra/db.server'
import { sectors } from '~/infra/reference.server'

export interface ConsultationLine {
  id: string
  version: number
  agency: string
  contact: string
  question: string
  silenceBasis: string | null
  askedDay: Day
  dueDay: Day
  standing: ConsultationStanding
  opinion: Opinion | null
  answer: string | null
  answeredBy: string | null
  answeredAt: string | null
}

/** The questions of a case to agencies, in the order they were asked, and how each stands today. */
export async function consultationsOf(caseId: string, today: Day): Promise<ConsultationLine[]> {
  const rows = await db().consultation.findMany({ where: { caseId }, orderBy: [{ askedAt: 'asc' }, { id: 'asc' }] })
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    agency: row.agencyName,
    contact: row.contactName,
    question: row.question,
    silenceBasis: row.silenceBasis,
    askedDay: dayInVietnam(row.askedAt),
    dueDay: toDay(row.dueDay),
    standing: standingOf(consultationFactsOf(row), today),
    opinion: row.opinion as Opinion | null,
    answer: row.answer,
    answeredBy: row.answeredByName,
    answeredAt: row.answeredAt?.toISOString() ?? null,
  }))
}

/** What an agency sees over its link: its question, what the project is, and the documents it was shown. Null: no such link. */
export async function consultationPage(token: string, lang: Lang, now: Date) {
  const asked = await consultationOf(token)
  if (!asked) return null
  const [record, documents, sectorRows] = await Promise.all([
    findCase(asked.case.number),
    db().document.findMany({
      where: { ...ofCase(asked.caseId), id: { in: asked.documentIds } },
      select: { id: true, fileName: true, sizeBytes: true },
      orderBy: { createdAt: 'asc' },
    }),
    sectors(),
  ])
  if (!record) return null
  const form = formOf(record)
  const sector = sectorRows.find(({ slug }) => slug === form.sector)
  return {
    number: asked.case.number,
    agency: asked.agencyName,
    contact: asked.contactName,
    question: asked.question,
    silence: asked.silence,
    silenceBasis: asked.silenceBasis,
    dueDay: toDay(asked.dueDay),
    standing: standingOf(consultationFactsOf(asked), dayInVietnam(now)),
    opinion: asked.opinion as Opinion | null,
    answer: asked.answer,
    answeredAt: asked.answeredAt?.toISOString() ?? null,
    documents,
    project: {
      name: form.projectName,
      organization: record.organization.name,
      summary: form.summary,
      sector: sector ? textIn(sector.name, lang) : null,
      zone: textIn(textOf(record.interest.zone.nameText), lang),
      plots: record.interest.plots.map(({ plot }) => plot.code),
      areaM2: form.areaM2,
      powerKva: form.powerKva,
      waterM3PerDay: form.waterM3PerDay,
      wastewaterM3PerDay: form.wastewaterM3PerDay,
    },
  }
}
export type ConsultationPage = NonNullable<Awaited<ReturnType<typeof consultationPage>>>

/** A file shown with a question, to whoever holds its link. Null where it was not shown. */
export async function consultationFile(token: string, id: string) {
  const asked = await consultationOf(token)
  if (!asked?.documentIds.includes(id)) return null
  return db().document.findFirst({ where: { ...ofCase(asked.caseId), id } })
}
