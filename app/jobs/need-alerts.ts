import { createHash } from 'node:crypto'
import { mailAlerts } from '~/commands/match/mail-alerts.server'
import { recordSightings, type Sighting } from '~/commands/match/record-sightings.server'
import { type At, type CatalogueSnapshot, isPublicPlot, type ZoneRow } from '~/domain/land/catalogue'
import { type Judging, type NewSet, newlyFittingSets } from '~/domain/match/fitting-sets'
import { askedOn } from '~/domain/match/need'
import { needColumns } from '~/domain/match/need-columns'
import type { OfferedLand } from '~/domain/match/offered-land'
import { newlyFitting } from '~/domain/match/saved-needs'
import { type SeenPlot, seenZone } from '~/domain/match/site'
import { SYSTEM } from '~/domain/party/permission'
import { dayInVietnam } from '~/domain/time/day'
import { sectors } from '~/infra/reference.server'
import { inSlices } from '~/infra/slices.server'
import { snapshot } from '~/infra/snapshot.server'
import { landAt } from '~/queries/match/match-answer.server'
import { needsToMail, type OpenNeed, openNeeds, seenDigests, seenPlots } from '~/queries/match/saved-needs.server'

/** Sets told of one need in one look, the least land first: a need that fits a hundred sets fits. */
const MOST_SETS = 50

interface Look {
  land: CatalogueSnapshot
  dataVersion: string
  at: At
  needs: OpenNeed[]
  judging: Judging
  /** The digests of what was seen; empty at the very first look. */
  seen: ReadonlyMap<string, string>
}

const digestOf = (plot: SeenPlot): string => createHash('sha256').update(JSON.stringify(plot)).digest('base64url')

/** The land that was looked at last: `landAt` gives the same until something changes. */
let lookedAt: OfferedLand | undefined

/**
 * Judges land that changed since it was seen last against all saved needs, keeps an alert for each that came to fit,
 * and mails the alerts that are due. The very first look is where alerts begin: it tells of nothing.
 */
export async function tellOfNewFits(instant: Date): Promise<void> {
  const [land, sectorRows] = await Promise.all([snapshot(), sectors()])
  const at: At = { today: dayInVietnam(instant), now: instant }
  const offered = await landAt(land, at.now)
  if (offered !== lookedAt) {
    const [needs, seen] = await Promise.all([openNeeds(), seenDigests()])
    const columns = needColumns(needs.map(({ need }) => askedOn(need, at.today)))
    const judging = { columns, sectors: sectorRows, today: at.today }
    const look = { land, dataVersion: offered.dataVersion, at, needs, judging, seen }
    for (const zone of land.zones) await lookAt(look, zone)
    lookedAt = offered
  }
  const ctx = { actor: SYSTEM, now: at.now }
  for (const needId of await needsToMail()) await mailAlerts(ctx, { needId })
}

/** A zone is looked at and recorded as one: a set lies in one zone, and may have come to fit by several of its plots. */
async function lookAt(look: Look, zone: ZoneRow): Promise<void> {
  const { seen, at, dataVersion } = look
  const { plots, changed } = await inSlices(plotsOf(look, zone))
  if (changed.length === 0) return
  const kept = await seenPlots(changed.map(({ plotId }) => plotId))
  const before = new Map(plots)
  for (const { plotId, plot } of changed) {
    const was = kept.get(plotId)
    if (was) before.set(plot.plots[0] as string, was)
    else before.delete(plot.plots[0] as string)
  }
  const news = seen.size === 0 ? new Map<string, Fit[]>() : await inSlices(newcomers(look, before, plots, changed))
  const sightings = changed.map(
    ({ plotId, plot, digest }): Sighting => ({
      plotId,
      site: plot,
      digest,
      before: seen.get(plotId) ?? null,
      fits: news.get(plot.plots[0] as string) ?? [],
    }),
  )
  const recorded = await recordSightings({ actor: SYSTEM, now: at.now }, { sightings, dataVersion })
  if (!recorded.ok) throw new Error(`sightings refused: ${recorded.refusal.code}`)
}

type Fit = Sighting['fits'][number]
interface Changed {
  plotId: string
  plot: SeenPlot
  digest: string
}

/** The plots of a zone as they are now, by code, and those that are not as they were seen. */
function* plotsOf({ land, at, seen }: Look, zone: ZoneRow) {
  const idOf = (code: string) => land.plotByCode.get(code)?.id ?? ''
  const plots = yield* seenZone(land, zone, at, (plot) => isPublicPlot(plot) || seen.has(plot.id))
  const changed: Changed[] = []
  for (const [code, plot] of plots) {
    const digest = digestOf(plot)
    if (seen.get(idOf(code)) !== digest) changed.push({ plotId: idOf(code), plot, digest })
    yield
  }
  return { plots, changed }
}

/** What came to fit, by the code of the changed plot it is recorded with. */
function* newcomers(
  { needs, judging }: Look,
  before: ReadonlyMap<string, SeenPlot>,
  after: ReadonlyMap<string, SeenPlot>,
  changed: readonly Changed[],
): Generator<void, Map<string, Fit[]>> {
  const found = new Map<string, Fit[]>(changed.map(({ plot }) => [plot.plots[0] as string, []]))
  const told = (index: number, site: string, became: Fit['became']): Fit => ({
    needId: needs[index]?.id ?? '',
    site,
    became,
  })
  const { columns, sectors: sectorRows, today } = judging
  for (const [code, fits] of found) {
    const plot = after.get(code) as SeenPlot
    for (const { index, became } of newlyFitting(columns, before.get(code) ?? null, plot, sectorRows, today)) {
      fits.push(told(index, code, became))
    }
    yield
  }
  const sets = new Map<number, NewSet[]>()
  for (const one of newlyFittingSets(judging, before, after, [...found.keys()])) {
    if (!one) {
      yield
      continue
    }
    const own = sets.get(one.index)
    if (own) own.push(one)
    else sets.set(one.index, [one])
  }
  for (const [index, all] of sets) {
    all.sort((a, b) => a.areaM2 - b.areaM2 || (a.plots.join() < b.plots.join() ? -1 : 1))
    for (const { plots, became } of all.slice(0, MOST_SETS)) {
      const because = plots.find((code) => found.has(code)) as string
      found.get(because)?.push(told(index, plots.join('+'), became))
    }
  }
  return found
}
