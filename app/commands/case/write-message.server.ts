import { mailsTo } from '~/documents/notice/mails-to'
import { canWrite, sideOf } from '~/domain/case/message'
import { may } from '~/domain/party/permission'
import { type Day, dayInVietnam, dayToDate } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { ofCase } from '~/infra/case-documents.server'
import { type CaseRecord, findCase, peopleOf, stateOf, thingOf } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { baseUrl } from '~/infra/env.server'
import { inForceOn } from '~/infra/in-force.server'
import { onBehalfOf } from '~/infra/on-behalf.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { markRead } from './read-marks.server'

interface Written {
  number: string
  text: string
  /** Documents of the case the message points to. */
  documentIds: string[]
}

/**
 * Writes a message between the investor and the office in a case, tells the other side, and marks as read what it had
 * written before. Refuses `not-found`, `not-allowed`, `state-forbids` once the case was withdrawn or closed,
 * `not-a-choice` for a document that both sides do not see in this case.
 */
export async function writeMessage(ctx: Ctx, input: Written): Promise<Verdict<string>> {
  const record = await findCase(input.number)
  if (!record) return refuse('not-found')
  const allowed = may(ctx.actor, 'case.message', thingOf(record))
  if (!allowed.ok) return allowed
  const open = canWrite(stateOf(record))
  if (!open.ok) return open
  const side = sideOf(ctx.actor, record.organizationId)
  if (side === null) return refuse('not-allowed')
  const today = dayInVietnam(ctx.now)
  const readers = side === 'office' ? await peopleOf(record.organizationId, today) : await officeReaders(record, today)
  return transact(ctx, async (t) => {
    const documentIds = [...new Set(input.documentIds)]
    const shown = await t.db.document.count({
      where: { ...ofCase(record.id), id: { in: documentIds }, visibility: 'parties' },
    })
    if (shown !== documentIds.length) return refuse('not-a-choice', undefined, 'document')
    await markRead(t, record.id, side)
    const behalf = await onBehalfOf(t.db, ctx.actor, { subject: { kind: 'case', id: record.id }, caseId: record.id })
    const message = await t.db.caseMessage.create({
      data: {
        caseId: record.id,
        authorId: ctx.actor.personId ?? '',
        side,
        behalf: behalf?.name,
        text: input.text,
        createdAt: t.now,
        documents: { create: documentIds.map((documentId) => ({ documentId })) },
      },
    })
    await t.audit({
      act: 'case.message',
      subject: { kind: 'message', id: message.id },
      caseId: record.id,
      detail: { side, documents: documentIds.length },
    })
    const { number } = record
    const path = `${side === 'office' ? '/my' : '/office'}/cases/${number}/messages`
    const about = { number, by: ctx.actor.fullName, words: input.text, path, baseUrl: baseUrl() }
    for (const mail of mailsTo(readers, 'case_message', about, record.id)) await t.mail(mail)
    return ok(message.id)
  })
}

/** The officer in charge; before there is one, those who receive cases. */
async function officeReaders(record: CaseRecord, today: Day) {
  if (record.officer) return [record.officer]
  const day = dayToDate(today)
  return db().person.findMany({
    where: {
      deactivatedAt: null,
      roleGrants: {
        some: { role: 'intake', ...inForceOn(day) },
      },
    },
    select: { email: true, fullName: true, lang: true },
  })
}
