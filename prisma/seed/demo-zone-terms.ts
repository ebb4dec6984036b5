// What the demo's zones take, so that a match has verdicts on environmental groups and excluded sectors, and two plots in a
// border commune, where a foreign investor is warned. Illustrative: no list of Lạng Sơn is published.
import type { Ring } from '../../app/domain/land/geometry'
import { addDays, type Day, dayToDate } from '../../app/domain/time/day'
import { db } from '../../app/infra/db.server'
import type { Prisma } from '../../app/infra/prisma/client'

const SOURCE = 'illustrative: demo'

interface Terms {
  environmentGroups?: string[]
  sectorsExcluded?: string[]
}

/** Zones that are not named have published nothing: their verdict is unknown. */
const TERMS: Record<string, Terms> = {
  'LS-IP-VSIP': { environmentGroups: ['II', 'III', 'IV'] },
  'LS-IP-DONGBANH': { environmentGroups: ['III', 'IV'], sectorsExcluded: ['recycling'] },
  // Tanning is left out of a list that admits leather.
  'LS-CC-HOSON1': { environmentGroups: ['III', 'IV'], sectorsExcluded: ['1511'] },
  'LS-CC-MINHSON': { environmentGroups: ['III', 'IV'], sectorsExcluded: ['38'] },
  'LS-CC-DINHLAP': { environmentGroups: ['IV'] },
}

const BORDER_ZONE = 'LS-IP-HONGPHONG'
const BORDER_PLOTS = [
  { code: 'HP-A1', east: 0 },
  { code: 'HP-A2', east: 250 },
]
const [WIDE_M, DEEP_M] = [250, 200]
const DEGREE_M = 111_320

/** Loads them once; needs the demo's zones. */
export async function loadDemoZoneTerms(today: Day): Promise<void> {
  if ((await db().plot.count({ where: { code: 'HP-A1' } })) > 0) return
  for (const [code, terms] of Object.entries(TERMS)) {
    const { id, details } = await db().zone.findUniqueOrThrow({ where: { code } })
    const whole = { ...terms, ...(details as Prisma.JsonObject) }
    await db().zone.update({ where: { id }, data: { details: whole as Prisma.InputJsonObject } })
  }
  const zone = await db().zone.findUniqueOrThrow({ where: { code: BORDER_ZONE } })
  const north = DEEP_M / DEGREE_M
  const east = (metres: number) => metres / (DEGREE_M * Math.cos((zone.lat * Math.PI) / 180))
  for (const { code, east: from } of BORDER_PLOTS) {
    const [west, right, south] = [zone.lon + east(from), zone.lon + east(from + WIDE_M), zone.lat]
    const ring: Ring = [
      [west, south],
      [right, south],
      [right, south + north],
      [west, south + north],
      [west, south],
    ]
    const plot = await db().plot.create({
      data: {
        code,
        zoneId: zone.id,
        areaM2: WIDE_M * DEEP_M,
        ring: ring as unknown as Prisma.InputJsonValue,
        readiness: 'cleared',
        readinessSince: dayToDate(addDays(today, -40)),
        readyByEarliest: dayToDate(addDays(today, 120)),
        readyByLatest: dayToDate(addDays(today, 240)),
        commercial: 'offered',
        publication: 'published',
        illustrative: true,
      },
    })
    await db().fact.create({
      data: {
        plotId: plot.id,
        key: 'readiness',
        value: 'cleared',
        source: SOURCE,
        confirmedBy: SOURCE,
        confirmedOn: dayToDate(today),
        confirmedUntil: dayToDate(addDays(today, 150)),
        validFrom: dayToDate(today),
        illustrative: true,
      },
    })
  }
  await db().catalogue.update({ where: { id: 1 }, data: { version: { increment: 1 } } })
}
