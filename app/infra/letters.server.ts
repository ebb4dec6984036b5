import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { type LetterHead, type LetterKind, makeCode } from '~/domain/case/letter'
import { OFFICE, SIGNER_TITLES } from '~/domain/party/office'
import type { Day } from '~/domain/time/day'
import { dayToDate } from '~/domain/time/day'
import type { Verdict } from '~/domain/verdict'
import { type CaseRecord, formOf, textOf } from './case-record.server'
import { baseUrl, settings } from './env.server'
import { dropFile, keepBytes } from './files.server'
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
  about: { code: string; issuedDay: Day; signer: { name: string; role: keyof typeof SIGNER_TITLES } },
): LetterHead {
  const { organization, interest } = record
  const form = formOf(record)
  return {
    code: about.code,
    baseUrl: baseUrl(),
    caseNumber: record.number,
    officialNumber: record.officialCode,
    issuedDay: about.issuedDay,
    place: OFFICE.place,
    agency: { parent: OFFICE.parent, name: OFFICE.name, contact: null },
    applicant: {
      name: organization.name,
      registration: organization.taxCode ?? organization.registrationNumber,
      address: organization.address,
      contactName: form.contactName,
      phone: form.contactPhone,
      email: form.contactEmail,
    },
    project: form.projectName,
    zone: textOf(interest.zone.nameText),
    plots: interest.plots.map(({ plot }) => ({ code: plot.code, areaM2: plot.areaM2 })),
    signer: { name: about.signer.name, title: SIGNER_TITLES[about.signer.role] },
    copies: [],
    illustrative: settings().DEMO || interest.plots.some(({ plot }) => plot.illustrative),
  }
}

/** The courtesy version is Chinese for those who chose Chinese, else English. */
export const courtesyLangOf = (lang: string): 'en' | 'zh' => (lang === 'zh' ? 'zh' : 'en')

export interface ReadyLetter {
  caseId: string
  kind: LetterKind
  code: string
  issuedDay: Day
  data: unknown
  bytes: Uint8Array
}

/**
 * A letter goes with its change or not at all: the bytes are kept first, the row is written by `change`
 * inside its transaction, and bytes without a row are taken back.
 */
export async function withLetter<T>(
  letter: ReadyLetter,
  change: (write: (t: Transaction, decisionId?: string) => Promise<void>) => Promise<Verdict<T>>,
): Promise<Verdict<T>> {
  const storageKey = `cases/${letter.caseId}/letters/${randomUUID()}.pdf`
  await keepBytes(storageKey, letter.bytes)
  const write = async (t: Transaction, decisionId?: string) => {
    await t.db.letter.create({
      data: {
        caseId: letter.caseId,
        decisionId,
        kind: letter.kind,
        code: letter.code,
        issuedDay: dayToDate(letter.issuedDay),
        data: letter.data as Prisma.InputJsonValue,
        sha256: createHash('sha256').update(letter.bytes).digest('hex'),
        storageKey,
        createdAt: t.now,
      },
    })
  }
  try {
    const verdict = await change(write)
    if (!verdict.ok) await dropFile(storageKey)
    return verdict
  } catch (error) {
    await dropFile(storageKey)
    throw error
  }
}
