import { INBOX_DUE, INBOX_TABS, type InboxDue, type InboxTab, tabsFor } from '~/domain/case/inbox'
import { db } from '~/infra/db.server'
import { Prisma } from '~/infra/prisma/client'
import type { Ctx } from '~/infra/transact.server'
import { inboxRows } from './inbox-rows.server'
import {
  afterKey,
  allOf,
  dueWhere,
  type InboxFilter,
  inboxWhere,
  NO_DUE_DAY,
  orderOf,
  scopeOf,
  tabOf,
} from './inbox-where.server'

const PER_PAGE = 50
/** Counted so far and no further: what a count costs does not grow with the office. */
export const COUNTED_TO = 1000
/** The same of what words find: no index narrows a word that every case has, so that each one more is looked for. */
export const FOUND_TO = 200

const { sql } = Prisma

/** The office's inbox: a page of one list by the day due, with counts of every list and of what each choice leaves. */
export async function inbox(ctx: Ctx, filter: InboxFilter) {
  const scope = await scopeOf(ctx)
  const tab = tabOf(ctx.actor, filter)
  const tabs = tabsFor(ctx.actor)
  const { after, ...chosen } = { ...filter, tab }
  const where = inboxWhere(scope, chosen)
  const dues = tab === 'ended' ? [] : INBOX_DUE
  const all = new Map<string, Prisma.Sql>(tabs.map((one) => [`tab ${one}`, inboxWhere(scope, { tab: one })]))
  const choices = [...dues.map((due) => [`due ${due}`, due] as const), ['any due', undefined] as const]
  // What words select is looked for once, and its days due are counted in it.
  const once = filter.q ? inboxWhere(scope, { ...chosen, due: undefined }) : null
  const found = new Map<string, Prisma.Sql>(
    choices.map(([name, due]) => [
      name,
      once ? (dueWhere(due, scope) ?? sql`TRUE`) : inboxWhere(scope, { ...chosen, due }),
    ]),
  )
  const due = dues.find((one) => one === chosen.due)
  const [page, counts, foundDue, plotsInReview] = await Promise.all([
    pageOf(where, tab, after),
    countsOf(all, found, once && sql`${once} ORDER BY ${orderOf(tab)} LIMIT ${FOUND_TO + 1}`),
    once && due ? countTo(where, FOUND_TO) : null,
    db().plot.count({ where: { publication: 'in_review', retiredAt: null } }),
  ])
  const countOf = (name: string): number => counts.get(name) ?? 0
  const each = <K extends string>(prefix: string, keys: readonly K[]) =>
    Object.fromEntries(keys.map((key) => [key, countOf(`${prefix} ${key}`)])) as Record<K, number>
  const anyDue = countOf('any due')
  return {
    tab,
    today: scope.today,
    plotsInReview,
    counts: each<InboxTab>('tab', INBOX_TABS),
    tabs,
    /** Null where words found more than were looked through: how many of them are late nobody counted. */
    due: tab === 'ended' ? null : once && anyDue > FOUND_TO ? UNCOUNTED : each<InboxDue>('due', INBOX_DUE),
    anyDue,
    total: foundDue ?? (due ? countOf(`due ${due}`) : anyDue),
    countedTo: COUNTED_TO,
    foundTo: once ? FOUND_TO : COUNTED_TO,
    next: page.next,
    rows: await inboxRows(scope, page.ids),
  }
}

const UNCOUNTED = Object.fromEntries(INBOX_DUE.map((due) => [due, null])) as Record<InboxDue, null>

interface PageRow {
  id: string
  number: string
  due: string | null
}

/** Ids of a page, in order, and the key of its last row where another page follows. */
export async function pageOf(where: Prisma.Sql, tab: InboxTab, after: string | undefined, size = PER_PAGE) {
  const found = await db().$queryRaw<PageRow[]>`
    SELECT c.id, c.number, c."nextDueDay"::text AS due FROM "CaseFile" c
    WHERE ${allOf([where, afterKey(tab, after)])} ORDER BY ${orderOf(tab)} LIMIT ${size + 1}`
  const shown = found.slice(0, size)
  const last = shown.at(-1)
  return {
    ids: shown.map(({ id }) => id),
    next: last && found.length > size ? `${last.due ?? NO_DUE_DAY}~${last.number}` : null,
  }
}

/**
 * How many each condition selects, at most `COUNTED_TO` + 1, in one statement: `all` among all cases, `found` among those
 * that `once` selects.
 */
async function countsOf(
  all: Map<string, Prisma.Sql>,
  found: Map<string, Prisma.Sql>,
  once: Prisma.Sql | null,
): Promise<Map<string, number>> {
  const names = [...all.keys(), ...found.keys()]
  const countIn = (table: Prisma.Sql) => (where: Prisma.Sql) =>
    sql`(SELECT count(*)::int FROM (SELECT 1 FROM ${table} c WHERE ${where} LIMIT ${COUNTED_TO + 1}) counted)`
  const cases = sql`"CaseFile"`
  const columns = [
    ...[...all.values()].map(countIn(cases)),
    ...[...found.values()].map(countIn(once ? sql`once` : cases)),
  ]
  const [row] = await db().$queryRaw<{ counts: number[] }[]>`
    WITH once AS MATERIALIZED (SELECT c.id, c.state, c."nextDueDay" FROM "CaseFile" c WHERE ${once ?? sql`FALSE`})
    SELECT ARRAY[${Prisma.join(columns)}] AS counts`
  return new Map(names.map((name, index) => [name, row?.counts[index] ?? 0]))
}

/** How many a condition selects, counted to one more than a number. */
async function countTo(where: Prisma.Sql, most: number): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT 1 FROM "CaseFile" c WHERE ${where} LIMIT ${most + 1}) counted`
  return row?.count ?? 0
}

/** Exactly how many a filter selects: for an export, whose progress needs it. */
export async function countInbox(ctx: Ctx, filter: InboxFilter): Promise<number> {
  const where = inboxWhere(await scopeOf(ctx), filter)
  const [row] = await db().$queryRaw<
    { count: number }[]
  >`SELECT count(*)::int AS count FROM "CaseFile" c WHERE ${where}`
  return row?.count ?? 0
}

/** What the inbox's filters offer: zones by code, and whoever is an officer or has been. */
export async function inboxChoices() {
  const [zones, officers] = await Promise.all([
    db().zone.findMany({ orderBy: { code: 'asc' }, select: { code: true, nameText: true } }),
    db().person.findMany({
      where: { roleGrants: { some: { role: 'officer' } } },
      orderBy: { fullName: 'asc' },
      select: { id: true, fullName: true },
    }),
  ])
  return { zones, officers }
}

export type InboxPage = Awaited<ReturnType<typeof inbox>>
export type InboxRow = InboxPage['rows'][number]
