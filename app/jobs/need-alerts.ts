import { createHash } from 'node:crypto'
import { mailAlerts } from '~/commands/match/mail-alerts.server'
import { recordSightings, type Sighting } from '~/commands/match/record-sightings.server'
import { type At, type CatalogueSnapshot, isPublicPlot, type PlotRow } from '~/domain/land/catalogue'
import { matchSteps } from '~/domain/match/match'
import type { OfferedLand } from '~/domain/match/offered-land'
import { BIT } from '~/domain/match/question'
import { failuresOf, keysOfFailures, type NeedColumns, needColumns, newlyFitting } from '~/domain/match/saved-needs'
import { type Site, siteOf } from '~/domain/match/site'
import { SYSTEM } from '~/domain/party/permission'
import { dayInVietnam } from '~/domain/time/day'
import { type SectorRow, sectors } from '~/infra/reference.server'
import { inSlices } from '~/infra/slices.server'
import { snapshot } from '~/infra/snapshot.server'
import { landAt } from '~/queries/match/match-answer.server'
import { needsToMail, type OpenNeed, openNeeds, seenDigests, seenSites } from '~/queries/match/saved-needs.server'

const BATCH = 100
const ONLY_TOO_SMALL = 1 << BIT.areaMin

interface Look {
  land: CatalogueSnapshot
  offered: OfferedLand
  at: At
  needs: OpenNeed[]
  columns: NeedColumns
  sectors: SectorRow[]
}

const digestOf = (site: Site): string => createHash('sha256').update(JSON.stringify(site)).digest('base64url')

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
    const needs = await openNeeds()
    const columns = needColumns(needs.map(({ need }) => need))
    await lookAt({ land, offered, at, needs, columns, sectors: sectorRows })
    lookedAt = offered
  }
  const ctx = { actor: SYSTEM, now: at.now }
  for (const needId of await needsToMail()) await mailAlerts(ctx, { needId })
}

async function lookAt(look: Look): Promise<void> {
  const { offered, at } = look
  const seen = await seenDigests()
  const ctx = { actor: SYSTEM, now: at.now }
  const changed = await inSlices(changedPlots(look, seen))
  for (let from = 0; from < changed.length; from += BATCH) {
    const batch = changed.slice(from, from + BATCH)
    const before = await seenSites(batch.map(({ plot }) => plot.id))
    const sightings: Sighting[] = []
    for (const { plot, site, digest } of batch) {
      const was = (before.get(plot.id) ?? null) as unknown as Site | null
      const fits = seen.size === 0 ? [] : await fitsOf(look, plot, site, was)
      sightings.push({ plotId: plot.id, site, digest, before: seen.get(plot.id) ?? null, fits })
    }
    const recorded = await recordSightings(ctx, { sightings, dataVersion: offered.dataVersion })
    if (!recorded.ok) throw new Error(`sightings refused: ${recorded.refusal.code}`)
  }
}

function* changedPlots({ land, at }: Look, seen: Map<string, string>) {
  const changed: { plot: PlotRow; site: Site; digest: string }[] = []
  for (const [index, plot] of land.plots.entries()) {
    if (!isPublicPlot(plot) && !seen.has(plot.id)) continue
    const site = siteOf([plot], at)
    const digest = digestOf(site)
    if (seen.get(plot.id) !== digest) changed.push({ plot, site, digest })
    if (index % 256 === 0) yield
  }
  return changed
}

async function fitsOf(look: Look, plot: PlotRow, site: Site, was: Site | null): Promise<Sighting['fits']> {
  const { needs, columns, sectors: sectorRows, at } = look
  const singles = newlyFitting(columns, was, site, sectorRows, at.today).map(({ index, became }) => ({
    needId: needs[index]?.id ?? '',
    site: plot.code,
    became,
  }))
  return site.offered ? [...singles, ...(await setFits(look, plot, site, was))] : singles
}

/**
 * Sets that the plot now completes: for needs that join plots and find it too small alone. Where the plot passed all
 * else before, its sets are not news; what became true of a set is what became true of the plot.
 */
async function setFits(look: Look, plot: PlotRow, site: Site, was: Site | null): Promise<Sighting['fits']> {
  const { needs, columns, sectors: sectorRows, offered, at } = look
  const now = failuresOf(columns, site, sectorRows, at.today)
  const then = was?.offered ? failuresOf(columns, was, sectorRows, at.today) : null
  const found: Sighting['fits'] = []
  for (const [index, mask] of now.entries()) {
    if (mask !== ONLY_TOO_SMALL || (columns.setSize[index] as number) < 2) continue
    const failed = then === null ? null : (then[index] as number) & ~ONLY_TOO_SMALL
    const grew = was !== null && was.areaM2 !== site.areaM2
    if (failed === 0 && !grew) continue
    const own = needs[index] as OpenNeed
    const need = { ...own.need, zones: [plot.zone.code], limit: 200 }
    const answer = await inSlices(matchSteps(offered, need, sectorRows, at.today))
    const became =
      failed === null ? (['offered'] as const) : failed === 0 ? (['area'] as const) : keysOfFailures(failed, own.need)
    for (const { plots } of answer.results) {
      if (plots.length > 1 && plots.includes(plot.code)) {
        found.push({ needId: own.id, site: plots.join('+'), became: [...became] })
      }
    }
  }
  return found
}
