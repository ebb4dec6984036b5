import type { ConsultationFacts, SilenceRule } from '~/domain/case/consultation'
import { isLang, type Lang } from '~/domain/text'
import { dayInVietnam, toDay } from '~/domain/time/day'
import { db } from './db.server'
import { baseUrl } from './env.server'
import type { Consultation } from './prisma/client'
import { hashToken } from './session.server'

/** A question's row as the domain judges it. */
export const consultationFactsOf = (
  row: Pick<Consultation, 'dueDay' | 'silence' | 'answeredAt'>,
): ConsultationFacts => ({
  dueDay: toDay(row.dueDay),
  silence: row.silence as SilenceRule,
  answeredDay: row.answeredAt && dayInVietnam(row.answeredAt),
})

export const langOfConsultation = (row: { lang: string }): Lang => (isLang(row.lang) ? row.lang : 'vi')

/** The address of the answer, bound to one question and one person. */
export const consultationLink = (row: { lang: string }, token: string): string =>
  `${baseUrl()}/${langOfConsultation(row)}/consultations/${token}`

const INCLUDE = { case: { select: { id: true, number: true, state: true, version: true } } } as const

/** The question a link is for, while its case is in consultation; answered ones can still be read then. */
export const consultationOf = (token: string) =>
  db().consultation.findFirst({
    where: { tokenHashes: { has: hashToken(token) }, case: { state: 'in_consultation' } },
    include: INCLUDE,
  })
