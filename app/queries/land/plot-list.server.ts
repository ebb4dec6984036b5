import type { At, CatalogueSnapshot } from '~/domain/land/catalogue'
import { isReadablePlot } from '~/domain/land/catalogue'
import type { Position } from '~/domain/land/geometry'
import { filterPlots, type Page, type PlotFilter, type Selection } from '~/domain/land/plot-filter'
import { counterClockwise } from '~/domain/land/polygon'
import type { Rung } from '~/domain/land/readiness'
import { type Retired, retiredFor } from '~/domain/land/retired'
import type { RefusalCode } from '~/domain/refusal'
import { type Day, dayInVietnam } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { sectors } from '~/infra/reference.server'
import { snapshot } from '~/infra/snapshot.server'
import { unknownChoices } from './catalogue-page.server'
import { type FactLine, type FactPeriod, landRecord, plotLadder } from './land-record.server'
import { type PlotAnswer, plotAnswer } from './plot-answer.server'

interface Selected {
  land: CatalogueSnapshot
  selection: Selection
  at: At
}

/** The public plots of a filter; a zone or sector that is not there is refused `not-a-choice`. */
async function select(filter: PlotFilter, now: Date): Promise<Verdict<Selected>> {
  const [land, sectorRows] = await Promise.all([snapshot(), sectors()])
  const [mistake]: { field: string; code: RefusalCode }[] = unknownChoices(land, sectorRows, filter)
  if (mistake) return refuse(mistake.code, undefined, mistake.field)
  const at: At = { today: dayInVietnam(now), now }
  return ok({ land, selection: filterPlots(land, { ...filter, sort: filter.sort ?? 'code' }, at), at })
}

/** One page of the plots of a filter, for programs; ordered by code unless a sort is asked. */
export async function plotList(
  filter: PlotFilter,
  paging: { page: number; perPage: number },
  now: Date,
): Promise<Verdict<Page<PlotAnswer>>> {
  const selected = await select(filter, now)
  if (!selected.ok) return selected
  const { land, selection, at } = selected.value
  const page = selection.page(paging.page, paging.perPage)
  return ok({ ...page, items: page.items.map((plot) => plotAnswer(land, plot, at)) })
}

/** All plots of a filter, for files. */
export async function plotSelection(filter: PlotFilter, now: Date): Promise<Verdict<PlotAnswer[]>> {
  const selected = await select(filter, now)
  if (!selected.ok) return selected
  const { land, selection, at } = selected.value
  return ok(selection.plots.map((plot) => plotAnswer(land, plot, at)))
}

interface Feature {
  type: 'Feature'
  id: string
  geometry: { type: 'Polygon'; coordinates: Position[][] } | null
  properties: PlotAnswer
}

/** All plots of a filter as GeoJSON (RFC 7946); a plot nobody drew has no geometry. */
export async function plotFeatures(
  filter: PlotFilter,
  now: Date,
): Promise<Verdict<{ type: 'FeatureCollection'; features: Feature[] }>> {
  const selected = await select(filter, now)
  if (!selected.ok) return selected
  const { land, selection, at } = selected.value
  const features = selection.plots.map((plot): Feature => {
    const geometry = plot.ring ? { type: 'Polygon' as const, coordinates: [counterClockwise(plot.ring)] } : null
    return { type: 'Feature', id: plot.code, geometry, properties: plotAnswer(land, plot, at) }
  })
  return ok({ type: 'FeatureCollection', features })
}

interface PlotDetail extends PlotAnswer {
  /** The day the facts and the ladder were asked for. */
  asOf: Day
  facts: FactLine[]
  history: FactPeriod[]
  ladder: { rung: Rung; reachedOn: Day; source: string; confirmedUntil: Day | null; stale: boolean }[]
  sources: string[]
  retired: Retired | null
}

/** One plot that is public, or was when it was retired, with its facts on a day and every value before, for programs. Refuses a day it cannot answer for. */
export async function plotDetail(code: string, now: Date, asked?: Day): Promise<Verdict<PlotDetail>> {
  const land = await snapshot()
  const plot = land.plotByCode.get(code)
  if (!plot || !isReadablePlot(plot)) return refuse('not-found')
  const at: At = { today: dayInVietnam(now), now }
  const { asOf, facts, history } = await landRecord({ plotId: plot.id }, { today: at.today, asOf: asked ?? null })
  if (asOf.refusal) return { ok: false, refusal: asOf.refusal }
  const day = asOf.day ?? at.today
  const ladder = (await plotLadder(plot, day, facts)).flatMap(({ record, rung, stale }) =>
    record
      ? [{ rung, reachedOn: record.reachedOn, source: record.source, confirmedUntil: record.confirmedUntil, stale }]
      : [],
  )
  const sources = [...new Set([...facts.map((fact) => fact.source), ...plot.zone.sources])]
  return ok({
    ...plotAnswer(land, plot, at),
    asOf: day,
    facts,
    history,
    ladder,
    sources,
    retired: retiredFor(land, plot, false),
  })
}
