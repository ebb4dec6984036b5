import { randomBytes } from 'node:crypto'
import type { DecisionFacts } from '~/domain/case/decision-letter'
import { type DecisionReason, LETTER_KINDS, type LetterHead, type LetterKind, makeCode } from '~/domain/case/letter'
import {
  DEFAULT_SCHEME,
  letterNumber,
  type NumberScheme,
  numberPattern,
  readScheme,
  seriesOf,
} from '~/domain/case/letter-number'
import type { Signature } from '~/domain/case/signing'
import { OFFICE, SIGNER_TITLES } from '~/domain/party/office'
import { type Day, dayInVietnam, toDay } from '~/domain/time/day'
import { agentOf, type CaseRecord, formOf, nextNumber, textOf } from './case-record.server'
import { baseUrl, settings } from './env.server'
import type { Prisma } from './prisma/client'
import type { Transaction } from './transact.server'

/** A new verification code. */
export function newLetterCode(): string {
  const code = makeCode(randomBytes(16))
  if (!code.ok) throw new Error('sixteen bytes make a code')
  return code.value
}

/** What every letter of a case carries, from the record as it stands. */
export function letterHead(
  record: CaseRecord,
  about: {
    code: string | null
    number: string | null
    officialCode: string | null
    issuedDay: Day
    signer: Signature & { name: string | null }
  },
): LetterHead {
  const { organization, interest } = record
  const form = formOf(record)
  const agent = agentOf(record)
  return {
    code: about.code,
    number: about.number,
    officialCode: about.officialCode,
    baseUrl: baseUrl(),
    caseNumber: record.number,
    caseCode: record.officialCode,
    issuedDay: about.issuedDay,
    place: OFFICE.place,
    agency: { parent: OFFICE.parent, name: OFFICE.name, contact: null },
    applicant: {
      name: organization.name,
      registration: organization.taxCode ?? organization.registrationNumber,
      address: organization.address,
      agent: agent && agent.untilDay >= about.issuedDay ? agent.name : null,
      contactName: form.contactName,
      phone: form.contactPhone,
      email: form.contactEmail,
    },
    project: form.projectName,
    zone: textOf(interest.zone.nameText),
    plots: interest.plots.map(({ plot }) => ({ code: plot.code, areaM2: plot.areaM2 })),
    signer: {
      name: about.signer.name,
      title: SIGNER_TITLES[about.signer.signer],
      for: about.signer.form ? { form: about.signer.form, of: SIGNER_TITLES.director } : null,
    },
    copies: [],
    illustrative: settings().DEMO || interest.plots.some(({ plot }) => plot.illustrative),
  }
}

/** A decision's row as its letter is built from it. */
export function decisionFactsOf(
  decision: {
    outcome: string
    reasonCode: string | null
    text: string | null
    conditions: { text: string; dueDay: Date | null; proof: string | null }[]
    decidedAt: Date
  },
  record: CaseRecord,
  heldThroughDay: Day | null,
): DecisionFacts {
  const { zone, role } = record.interest
  // Land of a private developer is held only after its offer: what is held needs none any more.
  const developerOfferRequired = zone.developerOfferNeeded && role === 'tenant' && heldThroughDay === null
  return {
    outcome: decision.outcome as 'approved' | 'refused',
    reason: decision.reasonCode as DecisionReason | null,
    text: decision.text,
    conditions: decision.conditions.map(({ text, dueDay, proof }) => ({
      text,
      proof,
      dueDay: dueDay && toDay(dueDay),
    })),
    submittedAt: record.submittedAt.toISOString(),
    decidedDay: dayInVietnam(decision.decidedAt),
    heldThroughDay,
    developerOfferRequired,
    developer: developerOfferRequired ? zone.developerName : null,
  }
}

export const SCHEME_SETTING = 'letterNumberScheme'
type Reader = Pick<Prisma.TransactionClient, 'officeSetting' | 'numberSeries' | '$queryRaw'>

/** How letters are numbered now: as the office set it, where it set a valid scheme. */
export async function letterScheme(reader: Pick<Reader, 'officeSetting'>): Promise<NumberScheme> {
  const row = await reader.officeSetting.findUnique({ where: { key: SCHEME_SETTING } })
  const set = typeof row?.value === 'string' ? readScheme(row.value) : null
  return set?.ok ? set.value : DEFAULT_SCHEME
}

/** For each kind the number its next letter would bear under a scheme, if it were issued first. */
export async function nextNumbersOf(reader: Pick<Reader, 'numberSeries'>, scheme: NumberScheme, year: string) {
  const rows = await reader.numberSeries.findMany({ where: { key: { startsWith: `letter/${year}` } } })
  const last = new Map(rows.map((row) => [row.key, row.last]))
  return LETTER_KINDS.map((kind) => {
    const count = last.get(seriesOf(scheme, kind, year)) ?? 0
    return { kind, count, number: letterNumber(scheme, kind, year, count + 1) }
  })
}

/** The highest number issued already that a scheme would come to again this year; null where there is none. */
export async function numberInTheWay(reader: Reader, scheme: NumberScheme, year: string): Promise<string | null> {
  for (const { kind, count } of await nextNumbersOf(reader, scheme, year)) {
    const pattern = numberPattern(scheme, kind, year)
    const [taken] = await reader.$queryRaw<{ number: string }[]>`
      SELECT number FROM "Letter" WHERE number ~ ${pattern} AND (regexp_match(number, ${pattern}))[1]::int > ${count}
      ORDER BY (regexp_match(number, ${pattern}))[1]::int DESC LIMIT 1`
    if (taken) return taken.number
  }
  return null
}

/** The next number of a letter's series, by the office's scheme where it set a valid one. */
export async function nextLetterNumber(t: Transaction, kind: LetterKind): Promise<string> {
  const scheme = await letterScheme(t.db)
  const year = t.today.slice(0, 4)
  return letterNumber(scheme, kind, year, await nextNumber(t, seriesOf(scheme, kind, year)))
}

/** The courtesy version is Chinese for those who chose Chinese, else English. */
export const courtesyLangOf = (lang: string | undefined): 'en' | 'zh' => (lang === 'zh' ? 'zh' : 'en')
