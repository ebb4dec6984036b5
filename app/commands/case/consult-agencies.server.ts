import { mail } from '~/documents/notice/mail'
import type { SilenceRule } from '~/domain/case/consultation'
import type { Lang } from '~/domain/text'
import { mayEndOn } from '~/domain/time/calendar'
import { open } from '~/domain/time/clock'
import { type Day, dayInVietnam, dayToDate } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { ofCase } from '~/infra/case-documents.server'
import { caseForMove, turnClock, writeMove } from '~/infra/case-record.server'
import { consultationLink } from '~/infra/consultation.server'
import { calendar } from '~/infra/reference.server'
import { makeToken } from '~/infra/session.server'
import { type Ctx, transact } from '~/infra/transact.server'

export interface AgencyAsked {
  agencyName: string
  contactName: string
  email: string
  lang: Lang
}

export interface ConsultationInput {
  number: string
  version: number
  agencies: AgencyAsked[]
  question: string
  silence: SilenceRule
  silenceBasis: string | null
  dueDay: Day
  documentIds: string[]
}

/**
 * The officer asks several agencies at once, each over a link of its own. The clock goes on, with the agencies as its
 * holder. Refuses `day-past` and `day-off` for the due day, `not-a-choice` for a document of another case, `required`
 * for the article where silence is to be consent.
 */
export async function consultAgencies(ctx: Ctx, input: ConsultationInput): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'consult')
  if (!found.ok) return found
  const { record, next } = found.value
  const ends = mayEndOn(await calendar(), input.dueDay, dayInVietnam(ctx.now))
  if (!ends.ok) return refuse(ends.refusal.code, ends.refusal.values, 'dueDay')
  if (input.silence === 'consent' && !input.silenceBasis) return refuse('required', undefined, 'silenceBasis')
  return transact(ctx, async (t) => {
    const moved = await writeMove(t, record, next)
    if (!moved.ok) return moved
    const own = await t.db.document.count({ where: { ...ofCase(record.id), id: { in: input.documentIds } } })
    if (own !== new Set(input.documentIds).size) return refuse('not-a-choice', undefined, 'documentIds')
    const turned = await turnClock(t, record, (segments, on) =>
      open(segments, { on, holder: 'agency', reason: 'consultation' }),
    )
    if (!turned.ok) return turned
    const { question, silence, silenceBasis, documentIds, dueDay } = input
    for (const agency of input.agencies) {
      const { token, tokenHash } = makeToken()
      const row = await t.db.consultation.create({
        data: {
          ...agency,
          caseId: record.id,
          question,
          silence,
          silenceBasis,
          documentIds,
          askedById: ctx.actor.personId ?? '',
          askedAt: t.now,
          dueDay: dayToDate(dueDay),
          tokenHashes: [tokenHash],
          // The question itself is word enough for its own day.
          remindedOn: dayToDate(t.today),
        },
      })
      await t.audit({
        act: 'case.consult',
        subject: { kind: 'consultation', id: row.id },
        caseId: record.id,
        detail: {
          agency: agency.agencyName,
          contact: agency.contactName,
          question,
          silence,
          silenceBasis,
          answerByDay: dueDay,
        },
      })
      const about = { name: agency.contactName, link: consultationLink(row, token) }
      const words = mail('consultation_asked', { ...about, number: record.number, question, dueDay }, agency.lang)
      await t.mail({
        kind: 'consultation_asked',
        to: { email: agency.email, name: agency.contactName },
        lang: agency.lang,
        caseId: record.id,
        ...words,
      })
    }
    return ok(true)
  })
}
