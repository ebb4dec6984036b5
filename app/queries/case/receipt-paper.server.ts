import { NO_PREVIOUS_HASH } from '~/domain/interest/receipt'
import { may } from '~/domain/party/permission'
import type { Text } from '~/domain/text'
import { type Day, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { papersOf } from '~/infra/case-documents.server'
import { findCase, formOf, textOf, thingOf } from '~/infra/case-record.server'
import { baseUrl, settings } from '~/infra/env.server'
import type { Ctx } from '~/infra/transact.server'

export interface ReceiptPaper {
  number: string
  position: number
  submittedAt: string
  hash: string
  previousHash: string | null
  intakeDueDay: Day
  organization: { name: string; registration: string | null }
  project: string
  zone: Text
  plotCodes: string[]
  documents: { fileName: string; sha256: string }[]
  baseUrl: string
  illustrative: boolean
}

/** What the submission receipt says, for those who may see the case. Everybody else is told `not-found`. */
export async function receiptPaper(ctx: Ctx, number: string): Promise<Verdict<ReceiptPaper>> {
  const record = await findCase(number)
  if (!record?.receipt || !may(ctx.actor, 'case.read', thingOf(record)).ok) return refuse('not-found')
  const { organization, interest, receipt } = record
  const sent = papersOf(interest).filter((document) => document.createdAt <= record.submittedAt)
  return ok({
    number: record.number,
    position: receipt.position,
    submittedAt: receipt.submittedAt.toISOString(),
    hash: receipt.hash,
    previousHash: receipt.previousHash === NO_PREVIOUS_HASH ? null : receipt.previousHash,
    intakeDueDay: toDay(record.intakeDueDay),
    organization: {
      name: interest.applicantName ?? organization.name,
      registration: organization.taxCode ?? organization.registrationNumber,
    },
    project: formOf(record).projectName,
    zone: textOf(interest.zone.nameText),
    plotCodes: interest.plots.map(({ plot }) => plot.code),
    documents: sent.map(({ fileName, sha256 }) => ({ fileName, sha256 })),
    baseUrl: baseUrl(),
    illustrative: settings().DEMO || interest.plots.some(({ plot }) => plot.illustrative),
  })
}
