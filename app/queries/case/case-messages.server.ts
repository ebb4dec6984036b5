import { canWrite, type MessageSide, sideOf } from '~/domain/case/message'
import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { ofCase } from '~/infra/case-documents.server'
import { findCase, formOf, stateOf, thingOf } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import type { Ctx } from '~/infra/transact.server'

export interface MessageRow {
  id: string
  side: MessageSide
  by: string
  /** The organisation an agent wrote for. */
  behalf: string | null
  text: string
  at: string
  readAt: string | null
  documents: { id: string; fileName: string }[]
}

export interface CaseMessages {
  /** The oldest first. */
  messages: MessageRow[]
  total: number
  /** Written by the other side and not read by this one. */
  unread: number
  /** Null for whoever reads both sides, such as the auditor. */
  side: MessageSide | null
  mayWrite: boolean
}

async function messagesOf(ctx: Ctx, record: CaseOfMessages, most: number): Promise<CaseMessages> {
  const side = sideOf(ctx.actor, record.organizationId)
  const caseId = record.id
  const [rows, total, unread] = await Promise.all([
    db().caseMessage.findMany({
      where: { caseId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: most,
      include: {
        author: { select: { fullName: true } },
        documents: { include: { document: { select: { id: true, fileName: true } } } },
      },
    }),
    db().caseMessage.count({ where: { caseId } }),
    side === null ? 0 : db().caseMessage.count({ where: { caseId, readAt: null, side: { not: side } } }),
  ])
  return {
    messages: rows.reverse().map((row) => ({
      id: row.id,
      side: row.side as MessageSide,
      by: row.author.fullName,
      behalf: row.behalf,
      text: row.text,
      at: row.createdAt.toISOString(),
      readAt: row.readAt?.toISOString() ?? null,
      documents: row.documents.map(({ document }) => document),
    })),
    total,
    unread,
    side,
    mayWrite: side !== null && may(ctx.actor, 'case.message', record).ok && canWrite(stateOf(record)).ok,
  }
}

type CaseOfMessages = { id: string; state: string; organizationId: string; officerId: string | null }

const SHOWN_ON_CASE = 3
const MOST = 500

/** The last messages of a case, for its page. Refuses `not-found`. */
export async function lastMessages(ctx: Ctx, number: string): Promise<Verdict<CaseMessages>> {
  const record = await db().caseFile.findUnique({
    where: { number },
    select: { id: true, state: true, organizationId: true, officerId: true },
  })
  if (!record || !may(ctx.actor, 'case.read', record).ok) return refuse('not-found')
  return ok(await messagesOf(ctx, record, SHOWN_ON_CASE))
}

/** All messages of a case, and the documents both sides see, to point to. Refuses `not-found`. */
export async function messagesPage(ctx: Ctx, number: string) {
  const record = await findCase(number)
  if (!record || !may(ctx.actor, 'case.read', thingOf(record)).ok) return refuse('not-found')
  const [thread, documents] = await Promise.all([
    messagesOf(ctx, record, MOST),
    db().document.findMany({
      where: { ...ofCase(record.id), visibility: 'parties' },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true, fileName: true },
    }),
  ])
  const { projectName } = formOf(record)
  return ok({ ...thread, number, project: projectName, organization: record.organization.name, documents })
}
