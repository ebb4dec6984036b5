import type { At, PlotRow } from './catalogue'
import { isPublicPlot } from './catalogue'
import type { SitePlan } from './site-plan'
import { type DrawnSite, projectSitePlan } from './svg-map'
import { siteMapOf } from './zone-map'

/** Points of a sheet between its margins. */
const SIZE = { widthPx: 483, heightPx: 205, paddingPx: 10 }

/** Where a plot lies, for paper: the plan of its zone, else its own boundary alone; null where nobody drew it. */
export function projectPlot(plot: PlotRow, all: readonly PlotRow[], at: At): DrawnSite | null {
  const shown = all.filter((other) => isPublicPlot(other) || other === plot)
  const map = siteMapOf(plot.zone, all, shown, { at, lang: 'vi', size: SIZE })
  if (map) return map.site
  if (!plot.ring) return null
  const alone = {
    prefix: '',
    outline: plot.ring,
    phases: [],
    roads: [],
    greens: [],
    centres: [],
    surroundings: [],
    nodes: [],
    plots: [{ code: plot.code, ring: plot.ring, areaM2: plot.areaM2 }],
  }
  return projectSitePlan(alone as unknown as SitePlan, SIZE)
}
