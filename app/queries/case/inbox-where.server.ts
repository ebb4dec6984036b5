import { atRiskUntil } from '~/domain/case/due'
import { firstTab, type InboxDue, type InboxTab, tabsFor, waitingFor } from '~/domain/case/inbox'
import { searchWords } from '~/domain/case/search'
import { type CaseState, ENDED } from '~/domain/case/state'
import { type Actor, divisionsOf } from '~/domain/party/permission'
import type { Calendar } from '~/domain/time/calendar'
import { type Day, dayInVietnam } from '~/domain/time/day'
import { Prisma } from '~/infra/prisma/client'
import { calendar } from '~/infra/reference.server'
import type { Ctx } from '~/infra/transact.server'

export interface InboxFilter {
  tab?: InboxTab
  due?: InboxDue
  state?: CaseState
  /** Id of the officer in charge. */
  officer?: string
  /** Code of the zone. */
  zone?: string
  q?: string
  /** Where the page before ended. */
  after?: string
}

/** What every condition of the inbox is made of. */
interface Scope {
  actor: Actor
  today: Day
  riskUntil: Day
}

export async function scopeOf(ctx: Ctx): Promise<Scope & { days: Calendar }> {
  const today = dayInVietnam(ctx.now)
  const days = await calendar()
  return { actor: ctx.actor, today, riskUntil: atRiskUntil(days, today), days }
}

const { sql } = Prisma
// Written out, not bound: the planner must see that the partial indexes of the migration answer it.
const ENDED_LIST = ENDED.map((state) => `'${state}'`).join(', ')
export const IS_OPEN = Prisma.raw(`c.state NOT IN (${ENDED_LIST})`)
const HAS_ENDED = Prisma.raw(`c.state IN (${ENDED_LIST})`)

/** The order of open cases, and where a page begins: soonest first, those without a day last, then by number. */
export const DUE_KEY = sql`COALESCE(c."nextDueDay", DATE '9999-12-31')`

/** All of the conditions there are. */
export const allOf = (conditions: (Prisma.Sql | null)[]): Prisma.Sql =>
  Prisma.join(
    conditions.filter((one) => one !== null),
    ' AND ',
  )
const any = (conditions: Prisma.Sql[]): Prisma.Sql => sql`(${Prisma.join(conditions, ' OR ')})`
const oneOf = (column: Prisma.Sql, values: readonly string[]): Prisma.Sql =>
  values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = ANY(${values}::text[])`
const officerIn = (ids: readonly string[]): Prisma.Sql =>
  ids.length === 1 ? sql`c."officerId" = ${ids[0]}::uuid` : sql`c."officerId" = ANY(${ids}::uuid[])`

const STATE = sql`c.state`
const DIVISION = sql`c."divisionKey"`

function waiting(actor: Actor): Prisma.Sql {
  const { officerIds, turns } = waitingFor(actor)
  return any([
    officerIn(officerIds),
    ...turns.map(({ states, divisionKeys, zoneIds, notReviewedBy }) =>
      allOf([
        oneOf(STATE, states),
        divisionKeys && sql`(${oneOf(DIVISION, divisionKeys)} OR c."divisionKey" IS NULL)`,
        zoneIds && sql`c."zoneId" = ANY(${zoneIds}::uuid[])`,
        notReviewedBy === null
          ? null
          : sql`(SELECT r."reviewedById" FROM "Recommendation" r WHERE r."caseId" = c.id
              ORDER BY r."proposedAt" DESC LIMIT 1) IS DISTINCT FROM ${notReviewedBy}::uuid`,
      ]),
    ),
  ])
}

function tabWhere(tab: InboxTab, actor: Actor): Prisma.Sql {
  if (tab === 'ended') return HAS_ENDED
  if (tab === 'mine') return allOf([IS_OPEN, waiting(actor)])
  if (tab === 'unassigned') return allOf([IS_OPEN, sql`c."officerId" IS NULL`])
  if (tab === 'division') return allOf([IS_OPEN, oneOf(DIVISION, divisionsOf(actor))])
  return IS_OPEN
}

/** What a choice of days due asks of a case `c`: of its day, its state and its id. */
export function dueWhere(due: InboxDue | undefined, { today, riskUntil }: Scope): Prisma.Sql | null {
  if (due === 'overdue') return sql`${DUE_KEY} < ${today}::date`
  if (due === 'soon') return sql`${DUE_KEY} BETWEEN ${today}::date AND ${riskUntil}::date`
  if (due === 'silent') return sql`c.id IN (${silentRequests(today)})`
  return due === 'waiting' ? sql`c.state = 'awaiting_supplement'` : null
}

/** Developers that were to answer by a day that is over: what the timer tells the heads of. */
const silentRequests = (today: Day): Prisma.Sql =>
  sql`SELECT d."caseId" FROM "DeveloperRequest" d WHERE d.state = 'asked' AND d."dueDay" < ${today}::date`

const like = (word: string): string => `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The list a filter asks for; one a person does not have is the person's first. */
export const tabOf = (actor: Actor, filter: InboxFilter): InboxTab =>
  filter.tab && tabsFor(actor).includes(filter.tab) ? filter.tab : firstTab(actor)

/** What a filter selects: the list, its counts, its export and what is done to all of it ask the same. */
export function inboxWhere(scope: Scope, filter: InboxFilter): Prisma.Sql {
  const tab = tabOf(scope.actor, filter)
  const { state, officer, zone, q } = filter
  return allOf([
    tabWhere(tab, scope.actor),
    tab === 'ended' ? null : dueWhere(filter.due, scope),
    state ? sql`c.state = ${state}` : null,
    officer ? (UUID.test(officer) ? officerIn([officer]) : sql`FALSE`) : null,
    zone ? sql`c."zoneId" = (SELECT id FROM "Zone" WHERE code = ${zone})` : null,
    ...searchWords(q ?? '').map((word) => sql`c."searchText" LIKE ${like(word)}`),
  ])
}

const KEY = /^(\d{4}-\d{2}-\d{2})~(.{1,40})$/

/** The rows after a key of the page before; a key that is none begins at the top. */
export function afterKey(tab: InboxTab, after: string | undefined): Prisma.Sql | null {
  const key = KEY.exec(after ?? '')
  if (!key || Number.isNaN(Date.parse(key[1] ?? ''))) return null
  return tab === 'ended' ? sql`c.number < ${key[2]}` : sql`(${DUE_KEY}, c.number) > (${key[1]}::date, ${key[2]})`
}

export const orderOf = (tab: InboxTab): Prisma.Sql => (tab === 'ended' ? sql`c.number DESC` : sql`${DUE_KEY}, c.number`)

export const NO_DUE_DAY = '9999-12-31'
