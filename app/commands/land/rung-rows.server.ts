import { type Rung, rungNumber } from '~/domain/land/readiness'
import { type Day, dayToDate } from '~/domain/time/day'
import { insertRows, timeOrderedId } from '~/infra/bulk-rows.server'
import type { Transaction } from '~/infra/transact.server'

interface NewRungRecord {
  rung: Rung
  reachedOn: Day
  source: string
  confirmedUntil: Day | null
  evidenceId: string | null
  illustrative: boolean
}

/** Puts a rung on record; the record of the same rung that stood there is superseded, never overwritten. */
export async function putRung(t: Transaction, plotId: string, record: NewRungRecord): Promise<void> {
  await t.db.readinessRecord.updateMany({
    where: { plotId, rung: record.rung, supersededAt: null },
    data: { supersededAt: t.now },
  })
  await t.db.readinessRecord.create({
    data: {
      ...record,
      plotId,
      reachedOn: dayToDate(record.reachedOn),
      confirmedUntil: record.confirmedUntil && dayToDate(record.confirmedUntil),
      confirmedBy: t.actor.fullName,
      confirmedById: t.actor.personId,
      confirmedOn: dayToDate(t.today),
      createdAt: t.now,
    },
  })
}

/** The rung a plot stands on is still true: its record holds until a new day, with the same evidence. */
export async function confirmRung(t: Transaction, plotId: string, rung: string, until: Day): Promise<void> {
  const record = await t.db.readinessRecord.findFirst({ where: { plotId, rung, supersededAt: null } })
  if (!record) return
  const { id, createdAt: _, supersededAt: _superseded, ...same } = record
  await t.db.readinessRecord.update({ where: { id }, data: { supersededAt: t.now } })
  await t.db.readinessRecord.create({
    data: {
      ...same,
      confirmedBy: t.actor.fullName,
      confirmedById: t.actor.personId,
      confirmedOn: dayToDate(t.today),
      confirmedUntil: dayToDate(until),
      createdAt: t.now,
    },
  })
}

interface RungInput {
  readiness: Rung
  readinessSince: Day | null
  readinessUntil: Day | null
  source: string
}

/** The ladder of each plot follows the rung it now stands on: higher ones end, and that one is on record. */
export async function followRungs(t: Transaction, inputs: ReadonlyMap<string, RungInput>): Promise<void> {
  const records = await t.db.readinessRecord.findMany({
    where: { plotId: { in: [...inputs.keys()] }, supersededAt: null },
  })
  const ended = records.filter(({ plotId, rung }) => {
    const input = inputs.get(plotId)
    if (!input) return false
    const beyond = rungNumber(rung as Rung) - rungNumber(input.readiness)
    return beyond > 0 || (beyond === 0 && input.readinessSince !== null)
  })
  const formerOf = new Map(ended.map((record) => [`${record.plotId} ${record.rung}`, record]))
  await t.db.readinessRecord.updateMany({
    where: { id: { in: ended.map(({ id }) => id) } },
    data: { supersededAt: t.now },
  })
  const begun = [...inputs].flatMap(([plotId, { readiness, readinessSince, readinessUntil, source }]) => {
    if (!readinessSince) return []
    const former = formerOf.get(`${plotId} ${readiness}`)
    return {
      id: timeOrderedId(t.now),
      plotId,
      rung: readiness,
      reachedOn: dayToDate(readinessSince),
      source,
      evidenceId: former?.evidenceId ?? null,
      illustrative: former?.illustrative ?? false,
      confirmedBy: t.actor.fullName,
      confirmedById: t.actor.personId,
      confirmedOn: dayToDate(t.today),
      confirmedUntil: readinessUntil && dayToDate(readinessUntil),
      createdAt: t.now,
    }
  })
  await insertRows(t.db, 'ReadinessRecord', begun)
}
