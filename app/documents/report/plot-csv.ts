import { type Cell, csvOf } from './csv'

/** What a line of the plot list says; the shape of the API's plot. */
interface PlotLine {
  code: string
  zone: string
  zoneKind: string
  areaM2: number
  illustrative: boolean
  readiness: {
    rung: string
    since: string | null
    readyBy: { earliest: string; latest: string } | null
    confirmedUntil: string | null
    stale: boolean
  }
  commercial: string
  publication: string
  priceUsdPerM2: { value: number; confirmedUntil: string | null; stale: boolean } | null
  termEndYear: number | null
  sectors: { allowed: string[]; certain: boolean }
  capacity: { powerKva: number | null; waterM3PerDay: number | null; wastewaterM3PerDay: number | null }
  distancesKm: Record<string, number>
  neighbours: { code: string }[]
}

const COLUMNS: readonly (readonly [name: string, cell: (plot: PlotLine) => Cell])[] = [
  ['code', (plot) => plot.code],
  ['zone', (plot) => plot.zone],
  ['zoneKind', (plot) => plot.zoneKind],
  ['areaM2', (plot) => plot.areaM2],
  ['illustrative', (plot) => plot.illustrative],
  ['readiness', (plot) => plot.readiness.rung],
  ['readinessSince', (plot) => plot.readiness.since],
  ['readyByEarliest', (plot) => plot.readiness.readyBy?.earliest ?? null],
  ['readyByLatest', (plot) => plot.readiness.readyBy?.latest ?? null],
  ['readinessConfirmedUntil', (plot) => plot.readiness.confirmedUntil],
  ['readinessStale', (plot) => plot.readiness.stale],
  ['commercial', (plot) => plot.commercial],
  ['publication', (plot) => plot.publication],
  ['priceUsdPerM2', (plot) => plot.priceUsdPerM2?.value ?? null],
  ['priceConfirmedUntil', (plot) => plot.priceUsdPerM2?.confirmedUntil ?? null],
  ['priceStale', (plot) => plot.priceUsdPerM2?.stale ?? null],
  ['termEndYear', (plot) => plot.termEndYear],
  ['sectors', (plot) => plot.sectors.allowed.join(' ')],
  ['sectorsCertain', (plot) => plot.sectors.certain],
  ['powerKva', (plot) => plot.capacity.powerKva],
  ['waterM3PerDay', (plot) => plot.capacity.waterM3PerDay],
  ['wastewaterM3PerDay', (plot) => plot.capacity.wastewaterM3PerDay],
  ['huuNghiKm', (plot) => plot.distancesKm.huu_nghi ?? null],
  ['hanoiKm', (plot) => plot.distancesKm.hanoi_centre ?? null],
  ['noiBaiKm', (plot) => plot.distancesKm.noi_bai_airport ?? null],
  ['haiPhongPortKm', (plot) => plot.distancesKm.hai_phong_dinh_vu_port ?? null],
  ['neighbours', (plot) => plot.neighbours.map((other) => other.code).join(' ')],
]

/** Plots as CSV: one line each, distances straight. Every line says whether it is illustrative. */
export const plotCsv = (plots: readonly PlotLine[]): string =>
  csvOf([COLUMNS.map(([name]) => name), ...plots.map((plot) => COLUMNS.map(([, cell]) => cell(plot)))])
