import { moveCondition } from '~/domain/case/condition'
import { type CaseState, isOpen } from '~/domain/case/state'
import { type PlaceState, placeStateAt } from '~/domain/land/waiting'
import { type Day, dayInVietnam, toDay } from '~/domain/time/day'
import type { Prisma } from '~/infra/prisma/client'

/** What waits for the applicant: a request for a supplement, a place in line, a question of the developer, a condition. */
export interface MyAsk {
  kind: 'supplement' | 'place' | 'question' | 'condition'
  number: string
  project: string
  /** The last day to do it; null where none was set. */
  until: Day | null
  /** That day is past. */
  late: boolean
  /** The address to do it at, below that of the case. */
  path: string
}

/** What reading the cases of somebody takes along, so that `asksOf` knows what waits. */
export const ASKED = {
  supplements: { where: { answeredAt: null, sentAt: { not: null } }, take: 1 },
  waitingEntries: { where: { state: 'offered' }, select: { state: true, offerUntil: true } },
  developerRequest: { select: { questions: { where: { answeredAt: null }, select: { id: true } } } },
  conditions: {
    where: { state: { in: ['open', 'returned'] } },
    select: { id: true, state: true, dueDay: true },
    orderBy: { position: 'asc' },
  },
} satisfies Prisma.CaseFileInclude
type AskedRow = Prisma.CaseFileGetPayload<{ include: typeof ASKED }>

/** What one case asks of its applicant at an instant, each with its own day. */
export function asksOf(row: AskedRow, project: string, now: Date): MyAsk[] {
  const state = row.state as CaseState
  if (!isOpen(state)) return []
  const ask = (kind: MyAsk['kind'], until: Day | null, path: string): MyAsk => {
    return { kind, number: row.number, project, until, late: until !== null && until < dayInVietnam(now), path }
  }
  const standing = row.waitingEntries.filter(
    (place) => placeStateAt({ ...place, state: place.state as PlaceState }, now) === 'offered',
  )
  return [
    ...row.supplements.map(({ dueDay }) => ask('supplement', toDay(dueDay), '/supplement')),
    // An offer ends with its last day.
    ...standing.map(({ offerUntil }) =>
      ask('place', offerUntil && dayInVietnam(new Date(offerUntil.getTime() - 1)), ''),
    ),
    ...(row.developerRequest?.questions ?? []).map(() => ask('question', null, '/developer')),
    ...row.conditions
      .filter((one) => moveCondition(state, one.state as 'open' | 'returned', 'hand_in').ok)
      .map(({ id, dueDay }) => ask('condition', dueDay && toDay(dueDay), `/conditions/${id}`)),
  ]
}

/** The most urgent first; what has no day last. */
export const byDay = (one: MyAsk, other: MyAsk): number => (one.until ?? '9').localeCompare(other.until ?? '9')
