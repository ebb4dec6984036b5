import type { MailData, MailKind } from '~/documents/notice/mail-data'
import { mailsTo } from '~/documents/notice/mails-to'
import { type CaseRecord, peopleOf } from '~/infra/case-record.server'
import { baseUrl } from '~/infra/env.server'
import type { Transaction } from '~/infra/transact.server'

/** Mails about a case: what they say besides its number. */
type AboutCase = { [K in MailKind]: MailData[K] extends { number: string } ? K : never }[MailKind]
type Says<K extends AboutCase> = Omit<MailData[K], 'name' | 'link' | 'number'>

/** Tells the people of the applicant's organisation what happened, each in their own language. */
export async function tellApplicant<K extends AboutCase>(
  t: Transaction,
  record: CaseRecord,
  kind: K,
  says: Says<K>,
  /** The page of the case to act on; the case itself when not given. */
  page: '' | '/supplement' = '',
): Promise<void> {
  const people = await peopleOf(record.organizationId, t.today, t.db)
  // The number, path and address added here are what `says` leaves out; the mapped type cannot be followed that far.
  const about = {
    ...says,
    number: record.number,
    path: `/my/cases/${record.number}${page}`,
    baseUrl: baseUrl(),
  } as unknown as Parameters<typeof mailsTo<K>>[2]
  for (const mail of mailsTo(people, kind, about, record.id)) await t.mail(mail)
}
