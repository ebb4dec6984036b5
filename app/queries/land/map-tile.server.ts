import { placesOf } from '~/domain/land/bit-set'
import type { At, CatalogueSnapshot } from '~/domain/land/catalogue'
import { isPublicPlot, nextHoldChange } from '~/domain/land/catalogue'
import { type ZoneMark, zoneMarks } from '~/domain/land/clusters'
import { PLOTS_FROM_ZOOM, PLOTS_TO_ZOOM, tileProperties } from '~/domain/land/map-colour'
import { filterPlots, type PlotFilter } from '~/domain/land/plot-filter'
import { counterClockwise } from '~/domain/land/polygon'
import type { RefusalCode } from '~/domain/refusal'
import type { Lang } from '~/domain/text'
import { dayInVietnam } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { sectors } from '~/infra/reference.server'
import { snapshot } from '~/infra/snapshot.server'
import { type TilePlot, tileOf } from '~/infra/tile-store.server'
import { unknownChoices } from './catalogue-page.server'

/** After so many plots the event loop is let go on. */
const BATCH = 2000

const WHOLE = /^(0|[1-9]\d{0,7})$/

export interface TileAddress {
  z: number
  x: number
  y: number
}

/** A tile as an address names it. Refuses `not-found` (not three numbers), `out-of-range` (no such tile). */
export function readTile(z: string, x: string, file: string): Verdict<TileAddress> {
  const [y, end, ...more] = file.split('.')
  if (end !== 'mvt' || more.length > 0 || ![z, x, y].every((part) => WHOLE.test(part ?? ''))) return refuse('not-found')
  const tile = { z: Number(z), x: Number(x), y: Number(y) }
  const side = 2 ** tile.z
  if (tile.z < PLOTS_FROM_ZOOM || tile.z > PLOTS_TO_ZOOM || tile.x >= side || tile.y >= side)
    return refuse('out-of-range', { min: PLOTS_FROM_ZOOM, max: PLOTS_TO_ZOOM })
  return ok(tile)
}

/** One vector tile of the published plots, with its ETag. */
export async function mapTile(tile: TileAddress, now: Date): Promise<{ bytes: Buffer; etag: string }> {
  const land = await snapshot()
  const at: At = { today: dayInVietnam(now), now }
  const edition = `${land.version} ${at.today} ${nextHoldChange(land, now)?.getTime() ?? ''}`
  return tileOf(edition, tile, () => drawnPlots(land, at))
}

async function drawnPlots(land: CatalogueSnapshot, at: At): Promise<TilePlot[]> {
  const rows: TilePlot[] = []
  for (const [id, plot] of land.plots.entries()) {
    if (id % BATCH === BATCH - 1) await new Promise(setImmediate)
    if (plot.ring && isPublicPlot(plot)) {
      rows.push({ id, ring: counterClockwise(plot.ring), properties: { ...tileProperties(plot, at) } })
    }
  }
  return rows
}

export interface MapMarks {
  zones: ZoneMark[]
  /** Places in the catalogue of the selected plots, each as the step from the one before; null: all. */
  selected: number[] | null
}

/** The zones as marks, and which plots of the tiles a filter selects. A zone or sector not there is `not-a-choice`. */
export async function mapMarks(filter: PlotFilter, lang: Lang, now: Date): Promise<Verdict<MapMarks>> {
  const [land, sectorRows] = await Promise.all([snapshot(), sectors()])
  const [mistake]: { field: string; code: RefusalCode }[] = unknownChoices(land, sectorRows, filter)
  if (mistake) return refuse(mistake.code, undefined, mistake.field)
  const at: At = { today: dayInVietnam(now), now }
  const selection = filterPlots(land, { ...filter, sort: undefined }, at)
  const zones = zoneMarks(selection, at, lang)
  const all = Object.entries(filter).every(([name, value]) => value === undefined || name === 'sort')
  if (all) return ok({ zones, selected: null })
  const places = placesOf(selection.bits, selection.total)
  return ok({ zones, selected: Array.from(places, (place, index) => place - (places[index - 1] ?? 0)) })
}
