import type { Day } from '../time/day'
import { ok, refuse, type Verdict } from '../verdict'
import { isStale } from './catalogue'
import { checkRung } from './plot-change'
import { RUNGS, type Rung, rungAt, rungNumber, type ZoneStatus } from './readiness'

/** A rung that is on record: reached on a day, known from a source, answered for until a day. */
export interface RungRecord {
  id: string
  rung: Rung
  reachedOn: Day
  source: string
  confirmedBy: string
  confirmedOn: Day
  confirmedUntil: Day | null
  illustrative: boolean
}

/** One of the eight lines of a ladder. `passed`: below the plot's rung, of which no record was kept. */
export interface LadderLine<R extends RungRecord> {
  rung: Rung
  number: number
  state: 'recorded' | 'passed' | 'ahead'
  current: boolean
  record: R | null
  stale: boolean
}

/**
 * The eight rungs of a plot on a day, lowest first. Only the rung a plot stands on can be stale: what was passed
 * stays passed.
 */
export function ladderOf<R extends RungRecord>(current: Rung, records: readonly R[], today: Day): LadderLine<R>[] {
  return RUNGS.map((rung) => {
    const record = records.find((one) => one.rung === rung) ?? null
    const isCurrent = rung === current
    const reached = rungNumber(rung) <= rungNumber(current)
    return {
      rung,
      number: rungNumber(rung),
      state: record ? 'recorded' : reached ? 'passed' : 'ahead',
      current: isCurrent,
      record,
      stale: isCurrent && record !== null && isStale(record.confirmedUntil, today),
    }
  })
}

/**
 * Whether a rung may be recorded as reached on a day: the zone's status admits it, the day is not after today, and the
 * rungs on record stay in order. Refuses `rung-too-high`, `out-of-range`, `rung-order` with the rung it contradicts.
 */
export function checkRungRecord(
  input: { rung: Rung; reachedOn: Day },
  records: readonly Pick<RungRecord, 'rung' | 'reachedOn'>[],
  zoneStatus: ZoneStatus,
  today: Day,
): Verdict<Rung> {
  const allowed = checkRung(input.rung, zoneStatus)
  if (!allowed.ok) return refuse(allowed.refusal.code, allowed.refusal.values, 'rung')
  if (input.reachedOn > today) return refuse('out-of-range', undefined, 'reachedOn')
  for (const other of records) {
    const distance = rungNumber(other.rung) - rungNumber(input.rung)
    const wrong = distance < 0 ? other.reachedOn > input.reachedOn : distance > 0 && other.reachedOn < input.reachedOn
    if (wrong) return refuse('rung-order', { rung: rungNumber(other.rung), day: other.reachedOn }, 'reachedOn')
  }
  return ok(input.rung)
}

/** The rung a plot stands on once a rung is recorded: recording a lower one, with its evidence, moves nothing. */
export const rungAfterRecord = (current: Rung, recorded: Rung): Rung =>
  rungNumber(recorded) > rungNumber(current) ? recorded : current

/**
 * The rung a plot stands on once a wrong record is withdrawn. Only withdrawing the rung it stands on moves it: down to
 * the highest that is still on record below, or to the first.
 */
export function rungAfterWithdrawal(
  current: Rung,
  withdrawn: Rung,
  remaining: readonly Pick<RungRecord, 'rung'>[],
): Rung {
  if (current !== withdrawn) return current
  const below = remaining.map(({ rung }) => rungNumber(rung)).filter((number) => number < rungNumber(withdrawn))
  return rungAt(Math.max(1, ...below))
}
