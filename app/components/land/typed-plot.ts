interface PlotFormValues {
  areaM2: number
  sectors: string[]
  [field: string]: string | number | string[] | null
}

/** What stands in a plot, as the fields of its form show it before anything was typed. */
export function typedPlot({ areaM2, sectors, ...rest }: PlotFormValues): Record<string, string | string[]> {
  const typed = Object.entries(rest).flatMap(([name, value]): [string, string][] =>
    value === null || Array.isArray(value) ? [] : [[name, String(value)]],
  )
  return { ...Object.fromEntries(typed), sectors, areaHa: String(areaM2 / 10_000) }
}
