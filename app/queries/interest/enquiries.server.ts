import { type Text, textIn } from '~/domain/text'
import { type Day, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import type { Prisma } from '~/infra/prisma/client'
import type { Ctx } from '~/infra/transact.server'

export interface EnquiryRow {
  number: string
  kind: 'question' | 'site_visit'
  /** The plot's code or the zone's name; null for a general question. */
  about: string | null
  landPath: string | null
  name: string
  message: string
  preferredDay: Day | null
  createdAt: string
  answerDueDay: Day | null
  answeredAt: string | null
}

export interface EnquiryDetail extends EnquiryRow {
  version: number
  email: string
  phone: string | null
  lang: string
  answer: string | null
}

const INCLUDE = {
  plot: { select: { code: true } },
  zone: { select: { code: true, nameText: true } },
} satisfies Prisma.EnquiryInclude
type Row = Prisma.EnquiryGetPayload<{ include: typeof INCLUDE }>

const rowOf = (row: Row, ctx: Ctx): EnquiryRow => ({
  number: row.number,
  kind: row.kind as EnquiryRow['kind'],
  about: row.plot?.code ?? (row.zone && textIn(row.zone.nameText as unknown as Text, ctx.actor.lang)),
  landPath: row.plot ? `/plots/${row.plot.code}` : row.zone && `/zones/${row.zone.code}`,
  name: row.name,
  message: row.message,
  preferredDay: row.preferredDay && toDay(row.preferredDay),
  createdAt: row.createdAt.toISOString(),
  answerDueDay: row.answerDueDay && toDay(row.answerDueDay),
  answeredAt: row.answeredAt?.toISOString() ?? null,
})

const MOST = 100

/** The open enquiries, oldest first, then the last answered ones. */
export async function enquiries(ctx: Ctx): Promise<{ open: EnquiryRow[]; answered: EnquiryRow[] }> {
  const [open, answered] = await Promise.all([
    db().enquiry.findMany({
      where: { answeredAt: null },
      include: INCLUDE,
      orderBy: [{ createdAt: 'asc' }],
      take: MOST,
    }),
    db().enquiry.findMany({
      where: { answeredAt: { not: null } },
      include: INCLUDE,
      orderBy: [{ answeredAt: 'desc' }],
      take: 20,
    }),
  ])
  return { open: open.map((row) => rowOf(row, ctx)), answered: answered.map((row) => rowOf(row, ctx)) }
}

/** One enquiry for the office. Refuses `not-found`. */
export async function enquiry(ctx: Ctx, number: string): Promise<Verdict<EnquiryDetail>> {
  const row = await db().enquiry.findUnique({ where: { number }, include: INCLUDE })
  if (!row) return refuse('not-found')
  const { version, email, phone, lang, answer } = row
  return ok({ ...rowOf(row, ctx), version, email, phone, lang, answer })
}
