import { ENDED } from '~/domain/case/state'
import { ZONE_KINDS, type ZoneKind } from '~/domain/land/catalogue'
import { may } from '~/domain/party/permission'
import type { Text } from '~/domain/text'
import { type Day, dayInVietnam, dayToDate, toDay } from '~/domain/time/day'
import { ok, refuse } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import type { Ctx } from '~/infra/transact.server'

/** The divisions of the office in their order, those given up last: what each keeps, who is in it, its open cases. */
export async function divisions(ctx: Ctx) {
  const rows = await shownOf(dayInVietnam(ctx.now))
  const kept = rows.flatMap(({ zoneKinds }) => zoneKinds)
  return {
    mayWrite: may(ctx.actor, 'setting.write').ok,
    rows: [...rows.filter(({ retiredOn }) => !retiredOn), ...rows.filter(({ retiredOn }) => retiredOn)],
    /** Kinds of zones whose new cases belong to no division. */
    unkept: ZONE_KINDS.filter((kind) => !kept.includes(kind)),
  }
}

/** One division that is in use. Refuses `not-found`; `state-forbids` for one that was given up. */
export async function divisionToChange(ctx: Ctx, key: string) {
  const row = (await shownOf(dayInVietnam(ctx.now))).find((one) => one.key === key)
  if (!row) return refuse('not-found')
  return row.retiredOn ? refuse('state-forbids') : ok(row)
}

async function shownOf(today: Day) {
  const day = dayToDate(today)
  const [rows, counts] = await Promise.all([
    db().division.findMany({
      orderBy: [{ position: 'asc' }, { key: 'asc' }],
      include: {
        grants: {
          where: { OR: [{ untilDay: null }, { untilDay: { gte: day } }] },
          orderBy: { person: { fullName: 'asc' } },
          select: { role: true, fromDay: true, person: { select: { id: true, fullName: true } } },
        },
      },
    }),
    db().caseFile.groupBy({ by: ['divisionKey'], where: { state: { notIn: [...ENDED] } }, _count: true }),
  ])
  const openOf = new Map(counts.map((one) => [one.divisionKey, one._count]))
  return rows.map((row) => ({
    key: row.key,
    version: row.version,
    name: row.nameText as unknown as Text,
    zoneKinds: row.zoneKinds as ZoneKind[],
    retiredOn: row.retiredAt && dayInVietnam(row.retiredAt),
    openCases: openOf.get(row.key) ?? 0,
    people: row.grants.map(({ role, fromDay, person }) => ({
      id: person.id,
      fullName: person.fullName,
      role: role as 'officer' | 'head',
      coming: toDay(fromDay) > today,
    })),
  }))
}
