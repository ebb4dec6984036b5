import { mailsTo } from '~/documents/notice/mails-to'
import type { CaseRecord } from '~/infra/case-record.server'
import { baseUrl } from '~/infra/env.server'
import type { Transaction } from '~/infra/transact.server'

/** Tells the officer in charge what the land's developer answered. */
export async function tellOfficerOfAnswer(
  t: Transaction,
  record: CaseRecord,
  outcome: 'offered' | 'declined',
): Promise<void> {
  if (!record.officer) return
  const about = { number: record.number, outcome, path: `/office/cases/${record.number}`, baseUrl: baseUrl() }
  for (const mail of mailsTo([record.officer], 'developer_answered', about, record.id)) await t.mail(mail)
}
