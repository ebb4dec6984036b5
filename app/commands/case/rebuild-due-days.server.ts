import { nextDueDay } from '~/domain/case/due'
import { type CaseState, ENDED } from '~/domain/case/state'
import { may } from '~/domain/party/permission'
import { toDay } from '~/domain/time/day'
import { ok, type Verdict } from '~/domain/verdict'
import { clockOf } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { calendar } from '~/infra/reference.server'
import { type Ctx, transact } from '~/infra/transact.server'

const PAGE = 1000

interface Moved {
  id: string
  version: number
  day: string | null
}

/**
 * Computes the kept due day of every open case again, by the calendar of today, and writes those that differ. A case
 * that moves meanwhile keeps what its own move wrote. Gives how many were written. Refuses `not-allowed`.
 */
export async function rebuildDueDays(ctx: Ctx, input: { edition: number }): Promise<Verdict<{ written: number }>> {
  const allowed = may(ctx.actor, 'case.keep_due')
  if (!allowed.ok) return allowed
  calendar.forget()
  const moved = await movedDays()
  if (moved.length === 0) return ok({ written: 0 })
  return transact(ctx, async (t) => {
    let written = 0
    for (let from = 0; from < moved.length; from += PAGE) {
      const part = JSON.stringify(moved.slice(from, from + PAGE))
      written += await t.db.$executeRaw`
        UPDATE "CaseFile" c SET "nextDueDay" = moved.day
        FROM jsonb_to_recordset(${part}::jsonb) AS moved(id uuid, version int, day date)
        WHERE c.id = moved.id AND c.version = moved.version`
    }
    await t.audit({
      act: 'case.rebuild_due_days',
      subject: { kind: 'calendar_edition', id: String(input.edition) },
      detail: { written },
    })
    return ok({ written })
  })
}

/** The open cases whose kept day is not what their clock and the calendar say, read a page at a time. */
async function movedDays(): Promise<Moved[]> {
  const days = await calendar()
  const moved: Moved[] = []
  for (let after: string | undefined; ; ) {
    const rows = await db().caseFile.findMany({
      where: { state: { notIn: [...ENDED] }, ...(after && { id: { gt: after } }) },
      orderBy: { id: 'asc' },
      take: PAGE,
      select: {
        id: true,
        version: true,
        state: true,
        intakeDueDay: true,
        nextDueDay: true,
        clocks: { where: { rule: 'CM-01' }, include: { segments: { orderBy: { position: 'asc' } } } },
      },
    })
    for (const row of rows) {
      const clock = row.clocks[0] ? clockOf(row.clocks[0]) : null
      const day = nextDueDay(days, { state: row.state as CaseState, intakeDue: toDay(row.intakeDueDay), clock })
      if (day !== (row.nextDueDay && toDay(row.nextDueDay))) moved.push({ id: row.id, version: row.version, day })
    }
    after = rows.at(-1)?.id
    if (rows.length < PAGE) return moved
  }
}
