import type { DrawnSite } from '~/domain/land/svg-map'
import { LATIN_FONT } from '../text-run'

const GREENS = { buffer: '#e3ebdf', park: '#d5e3cf', pond: '#c9dde6' }
const NODES: Record<string, string> = { power: '#8a4b2a', water: '#2b6c8f', wastewater: '#59636f' }

const path = (d: string, attributes: string): string => `<path d="${d}" ${attributes}/>`
const text = (x: number, y: number, size: number, fill: string, words: string): string =>
  `<text x="${x}" y="${y}" font-family="${LATIN_FONT}" font-size="${size}" fill="${fill}" text-anchor="middle">${words}</text>`

/** The plan as vectors, the plot in pine: told apart in print without colour by its dark ground and white letters. */
export function planSvg(site: DrawnSite, code: string): string {
  const { widthPx, heightPx, scale } = site
  const own = (plot: { code: string }) => plot.code === code
  const parts = [
    path(site.outlinePath, 'fill="#f6f4ee" stroke="#59636f" stroke-width="1"'),
    ...site.greens.map((green) => path(green.path, `fill="${GREENS[green.kind]}" fill-rule="evenodd"`)),
    ...site.surroundings.map((line) => path(line.path, 'fill="none" stroke="#b9b2a3" stroke-width="2"')),
    ...site.roads.map((road) =>
      path(road.path, `fill="none" stroke="#ffffff" stroke-width="${Math.max(1, road.widthPx)}"`),
    ),
    ...site.plots.map((plot) =>
      path(plot.path, `fill="${own(plot) ? '#0f5c4a' : '#fbfaf7'}" stroke="#8a938f" stroke-width="0.6"`),
    ),
    ...site.plots.map((plot) =>
      text(
        plot.labelX,
        plot.labelY + plot.labelPx / 4,
        Math.max(5, plot.labelPx * 0.8),
        own(plot) ? '#ffffff' : '#1c2321',
        plot.label,
      ),
    ),
    ...site.nodes.map(
      (node) => `<circle cx="${node.x}" cy="${node.y}" r="3" fill="${NODES[node.kind] ?? '#59636f'}"/>`,
    ),
    path(`M10 ${heightPx - 8}h${scale.px}m0 -3v6m${-scale.px} -6v6`, 'fill="none" stroke="#1c2321" stroke-width="0.8"'),
    text(10 + scale.px / 2, heightPx - 12, 7, '#1c2321', `${scale.metres} m`),
    path(`M${widthPx - 16} 26v-16l-4 7m4 -7l4 7`, 'fill="none" stroke="#1c2321" stroke-width="0.9"'),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthPx} ${heightPx}">${parts.join('')}</svg>`
}
