import type { CatalogueSnapshot, PlotRow, ZoneRow } from '~/domain/land/catalogue'
import { type Neighbour, neighboursIn } from '~/domain/land/neighbours'

const measured = new WeakMap<CatalogueSnapshot, Map<ZoneRow, Map<PlotRow, Neighbour<PlotRow>[]>>>()

/** The plots that share a boundary with a plot; a zone is measured once per catalogue version. */
export function neighboursOf(snapshot: CatalogueSnapshot, plot: PlotRow): Neighbour<PlotRow>[] {
  let zones = measured.get(snapshot)
  if (!zones) {
    zones = new Map()
    measured.set(snapshot, zones)
  }
  let zone = zones.get(plot.zone)
  if (!zone) {
    zone = neighboursIn(snapshot.plotsOfZone.get(plot.zone) ?? [])
    zones.set(plot.zone, zone)
  }
  return zone.get(plot) ?? []
}
