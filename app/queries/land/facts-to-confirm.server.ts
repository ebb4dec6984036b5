import { confirmedUntilFrom, type FactSubject, factStanding } from '~/domain/land/fact'
import { zonesWhere } from '~/domain/party/zone-scope'
import { type Text, textIn } from '~/domain/text'
import { addDays, dayInVietnam, dayToDate, toDay } from '~/domain/time/day'
import { db } from '~/infra/db.server'
import type { Prisma } from '~/infra/prisma/client'
import { officeSetting } from '~/infra/reference.server'
import type { Ctx } from '~/infra/transact.server'

const PER_PAGE = 50
const AHEAD_DAYS = 30

/**
 * The figures that ran out or will within 30 days, of the land the reader keeps, soonest first: each with the day its
 * plot leaves publication, and until when "still true" would hold.
 */
export async function factsToConfirm(ctx: Ctx, page: number) {
  const today = dayInVietnam(ctx.now)
  const scope = zonesWhere(ctx.actor, 'land.read_draft')
  const where: Prisma.FactWhereInput = {
    supersededAt: null,
    confirmedUntil: { lte: dayToDate(addDays(today, AHEAD_DAYS)) },
    OR: [
      { plot: { retiredAt: null, ...(scope && { zoneId: { in: scope } }) } },
      { zoneId: scope ? { in: scope } : { not: null } },
    ],
  }
  const live = { fromInstant: { lte: ctx.now }, untilInstant: { gt: ctx.now } }
  const [total, stale, rows, graceDays] = await Promise.all([
    db().fact.count({ where }),
    db().fact.count({ where: { AND: [where, { confirmedUntil: { lt: dayToDate(today) } }] } }),
    db().fact.findMany({
      where,
      orderBy: [{ confirmedUntil: 'asc' }, { id: 'asc' }],
      skip: (page - 1) * PER_PAGE,
      take: PER_PAGE,
      include: {
        plot: { include: { zone: { select: { nameText: true } }, holds: { where: live, select: { plotId: true } } } },
        zone: { select: { code: true, nameText: true, publication: true } },
      },
    }),
    officeSetting('land.staleGraceDays'),
  ])
  return {
    total,
    stale,
    graceDays,
    page,
    pages: Math.max(1, Math.ceil(total / PER_PAGE)),
    rows: rows.map((fact) => {
      const subject: FactSubject = fact.plot ? 'plot' : 'zone'
      const confirmedUntil = fact.confirmedUntil && toDay(fact.confirmedUntil)
      const name = (fact.plot?.zone ?? fact.zone)?.nameText
      return {
        id: fact.id,
        subject,
        code: (fact.plot ?? fact.zone)?.code ?? '',
        zoneName: name ? textIn(name as unknown as Text, ctx.actor.lang) : '',
        published: (fact.plot ?? fact.zone)?.publication === 'published',
        held: (fact.plot?.holds.length ?? 0) > 0,
        key: fact.key,
        value: fact.value,
        source: fact.source,
        illustrative: fact.illustrative,
        confirmedUntil,
        ...factStanding(confirmedUntil, today, graceDays),
        asked: fact.ownerAskedAt !== null,
        /** Until when "still true" holds. */
        stillTrueUntil: confirmedUntilFrom(subject, fact.key, today),
      }
    }),
  }
}
