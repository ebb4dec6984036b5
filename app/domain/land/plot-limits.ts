/** What a figure of a plot may be, in a form and in a sheet alike. Areas in m². */
export const PLOT_LIMITS = {
  areaM2: { min: 100, max: 20_000_000 },
  phase: { min: 1, max: 20 },
  priceUsdPerM2: { min: 0.01, max: 100_000 },
  termEndYear: { min: 2025, max: 2150 },
  maxDensityPct: { min: 1, max: 100 },
  maxFloors: { min: 1, max: 60 },
} as const

/** How many characters a text of a plot may have. */
export const PLOT_LENGTHS = { code: 24, block: 20, source: 300, note: 2000 } as const

/** Capital letters, digits and hyphens. */
export const PLOT_CODE = /^[A-Z0-9][A-Z0-9-]*$/

interface PlotDays {
  readyByEarliest: string | null
  readyByLatest: string | null
  priceUsdPerM2: number | null
  priceUntil: string | null
}

/** Every mistake of a plot's days: a range has both ends, in order; a price says until when it holds. */
export function checkPlotDays(plot: PlotDays): { field: keyof PlotDays; code: 'required' | 'out-of-range' }[] {
  const { readyByEarliest, readyByLatest } = plot
  const mistakes: ReturnType<typeof checkPlotDays> = []
  if (readyByEarliest && !readyByLatest) mistakes.push({ field: 'readyByLatest', code: 'required' })
  if (readyByLatest && !readyByEarliest) mistakes.push({ field: 'readyByEarliest', code: 'required' })
  if (readyByEarliest && readyByLatest && readyByLatest < readyByEarliest) {
    mistakes.push({ field: 'readyByLatest', code: 'out-of-range' })
  }
  if (plot.priceUsdPerM2 !== null && !plot.priceUntil) mistakes.push({ field: 'priceUntil', code: 'required' })
  return mistakes
}
