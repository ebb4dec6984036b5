import { z } from 'zod'
import { OPINIONS, SILENCE_RULES } from '../domain/case/consultation'
import { LANGS } from '../domain/text'
import { day, line, optionalLine, version } from './field'

/** Agencies that fit on the form with scripts off. */
export const AGENCY_ROWS = [1, 2, 3, 4] as const
type AgencyField = `agency${number}` | `contact${number}` | `email${number}` | `lang${number}`
const typed = z.string().trim().max(200, 'too-long').optional()
const agencyShape = Object.fromEntries(
  AGENCY_ROWS.flatMap((n) => [`agency${n}`, `contact${n}`, `email${n}`, `lang${n}`].map((name) => [name, typed])),
) as Record<AgencyField, typeof typed>

/** One question to several agencies: each row is whole or empty, and no address stands twice. */
export const consultForm = z
  .object({
    version,
    question: line(4000),
    silence: z.enum(SILENCE_RULES, 'required'),
    silenceBasis: optionalLine(300),
    dueDay: day,
    documentIds: z
      .union([z.uuid('not-a-choice'), z.array(z.uuid('not-a-choice')).max(60, 'invalid-form')])
      .optional()
      .transform((value) => (value === undefined ? [] : typeof value === 'string' ? [value] : value)),
    ...agencyShape,
  })
  .superRefine((form, context) => {
    const texts = form as unknown as Record<AgencyField, string | undefined>
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    const addresses: string[] = []
    for (const n of AGENCY_ROWS) {
      const row = [`agency${n}`, `contact${n}`, `email${n}`] as const
      if (row.every((name) => !texts[name])) continue
      for (const name of row) if (!texts[name]) wrong(name, 'required')
      const address = texts[`email${n}`]?.toLowerCase()
      if (address && !z.email().safeParse(address).success) wrong(`email${n}`, 'not-an-email')
      if (address && addresses.includes(address)) wrong(`email${n}`, 'already-used')
      if (address) addresses.push(address)
    }
    if (addresses.length === 0) wrong('agency1', 'required')
    if (form.silence === 'consent' && !form.silenceBasis) wrong('silenceBasis', 'required')
  })
  .transform(({ version, question, silence, silenceBasis, dueDay, documentIds, ...rows }) => {
    const texts = rows as Record<AgencyField, string | undefined>
    const agencies = AGENCY_ROWS.flatMap((n) => {
      const [agencyName, contactName, email] = [texts[`agency${n}`], texts[`contact${n}`], texts[`email${n}`]]
      if (!agencyName || !contactName || !email) return []
      const lang = LANGS.find((one) => one === texts[`lang${n}`]) ?? 'vi'
      return [{ agencyName, contactName, email: email.toLowerCase(), lang }]
    })
    return { version, question, silence, silenceBasis, dueDay, documentIds, agencies }
  })

export const extendConsultationForm = z.object({ version, dueDay: day })

/** The answer over a link; who answers is typed, since nobody signs in. */
export const consultationAnswerForm = z
  .object({
    opinion: z.enum(OPINIONS, 'required'),
    answer: z.string().trim().max(8000, 'too-long').default(''),
    answeredByName: line(120),
  })
  .refine((form) => form.opinion === 'agree' || form.opinion === 'no_opinion' || form.answer !== '', {
    path: ['answer'],
    message: 'required',
  })
