import type { Rung } from '~/domain/land/readiness'
import { type Day, dayToDate } from '~/domain/time/day'
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
