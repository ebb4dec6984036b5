import { mailsTo } from '~/documents/notice/mails-to'
import { peopleOf } from '~/infra/case-record.server'
import { baseUrl } from '~/infra/env.server'
import type { Transaction } from '~/infra/transact.server'
import { lineOf } from '~/infra/waiting-line.server'

/**
 * Makes a change of plots, and tells whoever waits for land that thereby became part of more than was asked for: their
 * turn is never called. A place lost is lost for good, so nobody is told twice.
 */
export async function tellingLostPlaces(
  t: Transaction,
  plotIds: readonly string[],
  change: () => Promise<string>,
): Promise<string> {
  const before = await lineOf(t, plotIds)
  const standing = new Set(before.places.filter(({ lost }) => lost === null).map(({ id }) => id))
  const made = await change()
  const after = standing.size > 0 ? (await lineOf(t, plotIds)).places : []
  for (const { id, caseId, number, position, lost } of after) {
    if (lost === null || !standing.has(id)) continue
    const { organizationId } = await t.db.caseFile.findUniqueOrThrow({
      where: { id: caseId },
      select: { organizationId: true },
    })
    await t.audit({ act: 'waiting.lose', subject: { kind: 'waiting', id }, caseId, detail: { position, ...lost } })
    const people = await peopleOf(organizationId, t.today, t.db)
    const about = { ...lost, number, path: `/my/cases/${number}`, baseUrl: baseUrl() }
    for (const mail of mailsTo(people, 'waiting_lost', about, caseId)) await t.mail(mail)
  }
  return made
}
