import { type BoundarySurroundings, checkBoundary, REACH_KM } from '~/domain/land/boundary'
import type { Ring } from '~/domain/land/geometry'
import { checkRung } from '~/domain/land/plot-change'
import type { CommercialState, Rung, ZoneStatus } from '~/domain/land/readiness'
import { type Day, dayToDate, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { insertRows, timeOrderedId } from '~/infra/bulk-rows.server'
import { Prisma } from '~/infra/prisma/client'
import type { Transaction } from '~/infra/transact.server'
import { followRungs } from './rung-rows.server'

/** What the office types of a plot. */
export interface PlotInput {
  areaM2: number
  block: string | null
  phase: number | null
  readiness: Rung
  readinessSince: Day | null
  readinessUntil: Day | null
  readyByEarliest: Day | null
  readyByLatest: Day | null
  commercial: CommercialState
  priceUsdPerM2: number | null
  priceUntil: Day | null
  /** Who answers for the figures, or the paper they stand in. */
  source: string
  termEndYear: number | null
  maxDensityPct: number | null
  maxFloors: number | null
  sectors: string[]
  note: string | null
  ring: Ring | null
}

interface ZoneOfPlot {
  id: string
  status: string
  sitePlan: Prisma.JsonValue
  lon: number
  lat: number
  coordPrecisionKm: number
}

/** Rung, sectors and boundary against the zone and its other plots, read in the same transaction. */
export async function checkPlot(
  t: Transaction,
  zone: ZoneOfPlot,
  input: PlotInput,
  plotId: string | null,
): Promise<Verdict<true>> {
  const rung = checkRung(input.readiness, zone.status as ZoneStatus)
  if (!rung.ok) return rung
  const known = await t.db.sector.count({ where: { slug: { in: input.sectors } } })
  if (known !== new Set(input.sectors).size) return refuse('not-a-choice', undefined, 'sectors')
  if (!input.ring) return ok(true)
  const boundary = checkBoundary(input.ring, input.areaM2, await boundaryAround(t, zone, plotId))
  return boundary.ok ? ok(true) : boundary
}

/** What the boundary of a plot is checked against: the outline of its zone, the other plots drawn there. */
export async function boundaryAround(
  t: Transaction,
  zone: Pick<ZoneOfPlot, 'id' | 'sitePlan' | 'lon' | 'lat' | 'coordPrecisionKm'>,
  plotId: string | null,
): Promise<BoundarySurroundings> {
  const others = await t.db.plot.findMany({
    where: { zoneId: zone.id, retiredAt: null, ring: { not: Prisma.DbNull }, ...(plotId && { id: { not: plotId } }) },
    select: { code: true, ring: true },
  })
  const outline = (zone.sitePlan as { outline?: Ring } | null)?.outline ?? null
  const neighbours = others.map(({ code, ring }) => ({ code, ring: ring as unknown as Ring }))
  const { lon, lat, coordPrecisionKm } = zone
  return { outline, neighbours, zone: { lon, lat, reachKm: coordPrecisionKm + REACH_KM } }
}

/** What goes public was last changed by whoever asks for it: the other person of the review is somebody else. */
export const changedInReview = (t: Transaction, plot: { publication: string }) =>
  plot.publication === 'in_review' && { reviewAskedById: t.actor.personId, publishAt: null, publishById: null }

const dateOf = (day: Day | null): Date | null => (day === null ? null : dayToDate(day))

/** The columns of a plot as typed. */
export const plotColumns = (input: PlotInput) => ({
  areaM2: input.areaM2,
  block: input.block,
  phase: input.phase,
  readiness: input.readiness,
  readinessSince: dateOf(input.readinessSince),
  readyByEarliest: dateOf(input.readyByEarliest),
  readyByLatest: dateOf(input.readyByLatest),
  commercial: input.commercial,
  termEndYear: input.termEndYear,
  maxDensityPct: input.maxDensityPct,
  maxFloors: input.maxFloors,
  sectorSlugs: input.sectors,
  note: input.note,
  ring: input.ring === null ? Prisma.DbNull : (input.ring as unknown as Prisma.InputJsonValue),
})

/** What changed of the figures that expire, for the record. */
export type ChangedFacts = Record<string, { from: Prisma.JsonValue; to: Prisma.InputJsonValue | null }>

/** The figures that expire, as they are to stand. */
export type FactInput = Pick<
  PlotInput,
  'priceUsdPerM2' | 'priceUntil' | 'readiness' | 'readinessSince' | 'readinessUntil' | 'source'
>

/**
 * Puts the price and the rung in force: what is in force and says something else is superseded, never overwritten.
 */
export async function writeFacts(t: Transaction, plotId: string, input: FactInput): Promise<ChangedFacts> {
  return (await writeAllFacts(t, new Map([[plotId, input]]))).get(plotId) ?? {}
}

/** The same of many plots at once. */
export async function writeAllFacts(
  t: Transaction,
  inputs: ReadonlyMap<string, FactInput>,
): Promise<Map<string, ChangedFacts>> {
  const standing = await t.db.fact.findMany({
    where: { plotId: { in: [...inputs.keys()] }, key: { in: ['price_usd_per_m2', 'readiness'] }, supersededAt: null },
  })
  const inForceOf = new Map(standing.map((fact) => [`${fact.plotId} ${fact.key}`, fact]))
  const changed = new Map<string, ChangedFacts>()
  const superseded: string[] = []
  const created: object[] = []
  for (const [plotId, input] of inputs) {
    const wanted = [
      { key: 'price_usd_per_m2', value: input.priceUsdPerM2, until: input.priceUntil },
      { key: 'readiness', value: input.readiness, until: input.readinessUntil },
    ]
    const ofPlot: ChangedFacts = {}
    changed.set(plotId, ofPlot)
    for (const { key, value, until } of wanted) {
      const inForce = inForceOf.get(`${plotId} ${key}`)
      const untilNow = inForce?.confirmedUntil ? toDay(inForce.confirmedUntil) : null
      if (value === null ? !inForce : inForce?.value === value && untilNow === until) continue
      if (inForce) superseded.push(inForce.id)
      ofPlot[key] = { from: inForce?.value ?? null, to: value }
      if (value === null) continue
      created.push({
        id: timeOrderedId(t.now),
        plotId,
        key,
        value,
        source: input.source,
        confirmedBy: t.actor.fullName,
        confirmedOn: dayToDate(t.today),
        confirmedUntil: dateOf(until),
        validFrom: dayToDate(t.today),
        createdAt: t.now,
      })
    }
  }
  await t.db.fact.updateMany({ where: { id: { in: superseded } }, data: { supersededAt: t.now } })
  await insertRows(t.db, 'Fact', created)
  await followRungs(t, new Map([...inputs].filter(([plotId]) => changed.get(plotId)?.readiness)))
  return changed
}
