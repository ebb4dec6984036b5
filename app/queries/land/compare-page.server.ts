import { type At, type CatalogueSnapshot, isPublicPlot, nextHoldChange, type PlotRow } from '~/domain/land/catalogue'
import { readSets, type SetFacts, setFacts, writeSets } from '~/domain/land/plot-set'
import { shortName } from '~/domain/land/short-name'
import type { Lang } from '~/domain/text'
import { dayInVietnam } from '~/domain/time/day'
import type { Refusal } from '~/domain/verdict'
import { sectors } from '~/infra/reference.server'
import { snapshot } from '~/infra/snapshot.server'
import { sectorNames } from './zone-page.server'

export interface ComparePage {
  /** As typed, put in order. */
  plots: string
  columns: (Omit<SetFacts, 'sectors' | 'zones'> & { sectors: string[]; zones: { code: string; name: string }[] })[]
  places: { key: string; name: string }[]
  refusal: Refusal | null
  changesAt: Date | null
}

/** The order in which distances are compared. */
const PLACES = ['huu_nghi', 'tan_thanh', 'hanoi_centre', 'noi_bai_airport', 'hai_phong_dinh_vu_port'] as const

/** Up to four plots or sets side by side. What cannot be compared is refused for the field `plots`. */
export async function comparePage(question: { lang: Lang; now: Date; plots: string }): Promise<ComparePage> {
  const { lang, now, plots } = question
  const [land, sectorRows] = await Promise.all([snapshot(), sectors()])
  const at: At = { today: dayInVietnam(now), now }
  const empty = { plots, columns: [], places: [], changesAt: null }
  const read = readSets(plots)
  if (!read.ok) return { ...empty, refusal: read.refusal }
  const columns: ComparePage['columns'] = []
  for (const codes of read.value) {
    const found = publicPlots(land, codes)
    const [first, ...rest] = found.plots
    if (found.unknown || !first) {
      return { ...empty, refusal: { code: 'compare-unknown', values: { code: found.unknown ?? '' }, field: 'plots' } }
    }
    const facts = setFacts(land, [first, ...rest], at)
    const zones = facts.zones.flatMap((code) => land.zoneByCode.get(code) ?? [])
    columns.push({
      ...facts,
      zones: zones.map(({ code, name }) => ({ code, name: shortName(name, lang) })),
      sectors: sectorNames(facts.sectors, sectorRows, lang),
    })
  }
  return {
    plots: writeSets(read.value),
    columns,
    places: PLACES.filter((key) => columns.some((column) => column.distancesKm[key] !== undefined)).map((key) => ({
      key,
      name: land.places.find((place) => place.key === key)?.name[lang] ?? key,
    })),
    refusal: null,
    changesAt: nextHoldChange(land, now),
  }
}

/** The public plots of codes in any letters, and the first that is none. */
export function publicPlots(
  land: CatalogueSnapshot,
  codes: readonly string[],
): { plots: PlotRow[]; unknown: string | null } {
  const plots: PlotRow[] = []
  let unknown: string | null = null
  for (const code of codes) {
    const plot = land.plotByCode.get(code.toUpperCase())
    if (plot && isPublicPlot(plot)) plots.push(plot)
    else unknown ??= code.slice(0, 40)
  }
  return { plots, unknown }
}
