import { randomBytes } from 'node:crypto'
import { type LetterHead, makeCode } from '~/domain/case/letter'
import { OFFICE, SIGNER_TITLES } from '~/domain/party/office'
import type { Day } from '~/domain/time/day'
import { type CaseRecord, formOf, textOf } from './case-record.server'
import { baseUrl, settings } from './env.server'

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
export const courtesyLangOf = (lang: string | undefined): 'en' | 'zh' => (lang === 'zh' ? 'zh' : 'en')
