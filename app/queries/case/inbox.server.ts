import { type CaseDue, caseDue } from '~/domain/case/due'
import { CASE_STATES, type CaseState, isOpen } from '~/domain/case/state'
import { fold, matches } from '~/domain/land/search'
import { type Actor, hasRole } from '~/domain/party/permission'
import { dayInVietnam, toDay } from '~/domain/time/day'
import { clockOf, textOf } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import type { Prisma } from '~/infra/prisma/client'
import { calendar, officeSetting, sectors } from '~/infra/reference.server'
import type { Ctx } from '~/infra/transact.server'

export const INBOX_TABS = ['mine', 'unassigned', 'division', 'ended'] as const
export type InboxTab = (typeof INBOX_TABS)[number]

export interface InboxFilter {
  tab?: InboxTab
  due?: 'overdue' | 'soon' | 'waiting'
  state?: CaseState
  q?: string
  /** Where the page before ended. */
  after?: string
}

const PER_PAGE = 50
const SOON_DAYS = 3
const OPEN = CASE_STATES.filter(isOpen)
const ENDED = CASE_STATES.filter((state) => !isOpen(state))

/** What is read of every open case, so that order and counts are those of all of them. */
const LIGHT = {
  id: true,
  number: true,
  state: true,
  officerId: true,
  intakeDueDay: true,
  organization: { select: { name: true } },
  interest: { select: { zone: { select: { code: true } }, plots: { select: { plot: { select: { code: true } } } } } },
  clocks: { where: { rule: 'CM-01' }, include: { segments: { orderBy: { position: 'asc' } } } },
} satisfies Prisma.CaseFileSelect
type LightRow = Prisma.CaseFileGetPayload<{ select: typeof LIGHT }>
interface OpenCase {
  row: LightRow
  state: CaseState
  due: CaseDue | null
}

const WAITS_FOR_ROLE = {
  intake: ['submitted', 'received'],
  head: ['in_review'],
  director: ['awaiting_decision'],
} as const satisfies Record<string, readonly CaseState[]>

/** Whether a case waits for this person: the officer in charge, or the role whose turn it is. */
function isMine(actor: Actor, { row, state }: OpenCase): boolean {
  if (row.officerId === actor.personId) return true
  return (['intake', 'head', 'director'] as const).some(
    (role) => hasRole(actor, role) && (WAITS_FOR_ROLE[role] as readonly CaseState[]).includes(state),
  )
}

const isUnassigned = ({ row, state }: OpenCase): boolean =>
  row.officerId === null && (state === 'submitted' || state === 'received')

const isSoon = ({ due }: OpenCase): boolean => due !== null && !due.overdue && !due.paused && due.left <= SOON_DAYS

const inDue = (open: OpenCase, which: InboxFilter['due']): boolean => {
  if (which === 'overdue') return open.due?.overdue ?? false
  if (which === 'soon') return isSoon(open)
  return which === undefined || open.state === 'awaiting_supplement'
}

const textOfRow = (row: LightRow): string =>
  fold(
    [
      row.number,
      row.organization.name,
      row.interest.zone.code,
      ...row.interest.plots.map(({ plot }) => plot.code),
    ].join(' '),
  )

/** By the day due, soonest first; cases without one last; then by number. Also where the next page begins. */
const keyOf = ({ due, row }: OpenCase): string => `${due?.day ?? '9999-12-31'}~${row.number}`
const byDue = (a: OpenCase, b: OpenCase): number => (keyOf(a) < keyOf(b) ? -1 : 1)

/** The office's inbox: one tab of it, filtered, by the day due, with the counts of every tab and filter. */
export async function inbox(ctx: Ctx, filter: InboxFilter) {
  const today = dayInVietnam(ctx.now)
  const [days, intakeLimit, plotsInReview, rows] = await Promise.all([
    calendar(),
    officeSetting('intakeLimitWorkingDays'),
    db().plot.count({ where: { publication: 'in_review', retiredAt: null } }),
    db().caseFile.findMany({ where: { state: { in: OPEN } }, select: LIGHT }),
  ])
  const open = rows.map((row): OpenCase => {
    const state = row.state as CaseState
    const clock = row.clocks[0] ? clockOf(row.clocks[0]) : null
    return { row, state, due: caseDue(days, { state, intakeDue: toDay(row.intakeDueDay), intakeLimit, clock }, today) }
  })
  const tabs = {
    mine: open.filter((one) => isMine(ctx.actor, one)),
    unassigned: open.filter(isUnassigned),
    division: open,
  }
  const tab = filter.tab ?? (hasRole(ctx.actor, 'officer', 'intake', 'head', 'director') ? 'mine' : 'division')
  const ended = await db().caseFile.count({ where: { state: { in: ENDED } } })
  const counts = { mine: tabs.mine.length, unassigned: tabs.unassigned.length, division: open.length, ended }
  const page = tab === 'ended' ? await endedPage(filter) : openPage(tabs[tab], filter)
  return {
    tab,
    today,
    plotsInReview,
    counts,
    due: tab === 'ended' ? null : dueCounts(tabs[tab]),
    total: page.total,
    next: page.next,
    rows: await wholeRows(page.found, open),
  }
}

const dueCounts = (all: OpenCase[]) => ({
  overdue: all.filter((one) => one.due?.overdue).length,
  soon: all.filter(isSoon).length,
  waiting: all.filter((one) => one.state === 'awaiting_supplement').length,
})

interface FoundPage {
  found: { id: string; due: CaseDue | null }[]
  total: number
  next: string | null
}

function openPage(all: OpenCase[], filter: InboxFilter): FoundPage {
  const { q } = filter
  const selected = all
    .filter((one) => inDue(one, filter.due) && (filter.state === undefined || one.state === filter.state))
    .filter((one) => !q || matches(textOfRow(one.row), q))
    .sort(byDue)
  const { after } = filter
  const rest = after ? selected.filter((one) => keyOf(one) > after) : selected
  const shown = rest.slice(0, PER_PAGE)
  const last = shown.at(-1)
  return {
    found: shown.map(({ row, due }) => ({ id: row.id, due })),
    total: selected.length,
    next: last && rest.length > PER_PAGE ? keyOf(last) : null,
  }
}

/** Cases that have ended, newest number first. */
async function endedPage({ state, q, after }: InboxFilter): Promise<FoundPage> {
  const found: Prisma.CaseFileWhereInput = {
    state: state && !isOpen(state) ? state : { in: ENDED },
    ...(q && {
      OR: [
        { number: { contains: q, mode: 'insensitive' } },
        { organization: { name: { contains: q, mode: 'insensitive' } } },
        { interest: { plots: { some: { plot: { code: { contains: q, mode: 'insensitive' } } } } } },
      ],
    }),
  }
  const [total, rows] = await Promise.all([
    db().caseFile.count({ where: found }),
    db().caseFile.findMany({
      where: { ...found, ...(after && { AND: { number: { lt: after } } }) },
      orderBy: { number: 'desc' },
      take: PER_PAGE + 1,
      select: { id: true, number: true },
    }),
  ])
  const shown = rows.slice(0, PER_PAGE)
  const more = rows.length > PER_PAGE
  return {
    found: shown.map(({ id }) => ({ id, due: null })),
    total,
    next: more ? (shown.at(-1)?.number ?? null) : null,
  }
}

/** What the page shows of its rows: one statement for all of them, and who else asks for the same plots. */
async function wholeRows(found: FoundPage['found'], open: OpenCase[]) {
  const [rows, sectorRows] = await Promise.all([
    db().caseFile.findMany({
      where: { id: { in: found.map(({ id }) => id) } },
      include: {
        organization: { select: { name: true, country: true } },
        officer: { select: { fullName: true } },
        interest: {
          include: {
            zone: { select: { nameText: true } },
            plots: { include: { plot: true }, orderBy: { plot: { code: 'asc' } } },
          },
        },
        supplements: { where: { answeredAt: null }, select: { dueDay: true } },
      },
    }),
    sectors(),
  ])
  const askedBy = new Map<string, string[]>()
  for (const { row } of open) {
    for (const { plot } of row.interest.plots) askedBy.set(plot.code, [...(askedBy.get(plot.code) ?? []), row.number])
  }
  return found.flatMap(({ id, due }) => {
    const row = rows.find((one) => one.id === id)
    if (!row) return []
    const form = row.interest.form as { projectName?: string; sector?: string; areaM2?: number }
    const codes = row.interest.plots.map(({ plot }) => plot.code)
    const rivals = codes.flatMap((code) => askedBy.get(code) ?? []).filter((number) => number !== row.number)
    const waitingUntil = row.supplements[0]?.dueDay
    return [
      {
        number: row.number,
        state: row.state as CaseState,
        organization: row.organization,
        officer: row.officer?.fullName ?? null,
        role: row.interest.role,
        zone: textOf(row.interest.zone.nameText),
        plots: codes,
        areaM2: row.interest.plots.reduce((sum, { plot }) => sum + plot.areaM2, 0) || (form.areaM2 ?? 0),
        project: form.projectName ?? '',
        sector: sectorRows.find((sector) => sector.slug === form.sector)?.name ?? null,
        due,
        waitingUntil: waitingUntil ? toDay(waitingUntil) : null,
        rivals: [...new Set(rivals)],
      },
    ]
  })
}

export type InboxPage = Awaited<ReturnType<typeof inbox>>
export type InboxRow = InboxPage['rows'][number]
