import type { CSSProperties } from 'react'
import { type MapColour, markOf } from '~/domain/land/map-colour'
import { type CommercialState, RUNGS, type Rung } from '~/domain/land/readiness'
import type { DrawnPlot, DrawnSite } from '~/domain/land/svg-map'
import { useTranslation } from '~/locales/use-translation'
import { useFormat } from './format'
import { CommercialLegend, TakenLegend } from './map-legend'
import { NODE_GLYPHS, type NodeName } from './node-glyphs'
import { ReadinessLegend } from './readiness-bar'

/** What the map says of a plot it draws. */
export interface MapPlot {
  code: string
  areaM2: number
  rung: Rung
  commercial: CommercialState
  /** Where the plot leads; a plot without an address is drawn and not linked. */
  href?: string
}

interface SiteMapProps {
  site: DrawnSite
  /** Name of the zone, read out. */
  zone: string
  /** By code; a drawn plot missing here is drawn pale: it is outside the selection. */
  plots: readonly MapPlot[]
  selected?: readonly string[]
  colour?: MapColour
  /** What remains at a utility node, by its `nameKey`; said beside its name under the map. */
  remaining?: Readonly<Record<string, string>>
  legend?: boolean
}

type Taken = 'held' | 'taken' | null
const takenOf = (commercial: CommercialState): Taken => {
  if (commercial === 'offered' || commercial === 'returned') return null
  return commercial === 'held' || commercial === 'reserved' ? 'held' : 'taken'
}

/** The plan of a zone: plots coloured by readiness and linked, roads, greenery, what lies around, utilities. */
export function SiteMap(props: SiteMapProps) {
  const { site, zone, plots, selected = [], colour = 'readiness', remaining = {}, legend = true } = props
  const { t } = useTranslation('common')
  const known = new Map(plots.map((plot) => [plot.code, plot]))
  // The chosen plots come last, so that their outline lies on top.
  const drawn = [...site.plots].sort((a, b) => Number(selected.includes(a.code)) - Number(selected.includes(b.code)))
  return (
    <figure className="map">
      <div className="map-frame">
        <svg viewBox={site.viewBox} className="map-picture">
          <title>{t('map.sitePlan', { zone })}</title>
          <defs>
            <pattern id="map-held" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <path d="M0 0V8" className="map-hatch" />
            </pattern>
            <clipPath id="map-edge">
              <rect width={site.widthPx} height={site.heightPx} />
            </clipPath>
          </defs>
          <g clipPath="url(#map-edge)">
            <path d={site.outlinePath} className="map-outline" />
            {site.greens.map((green) => (
              <path key={green.path} d={green.path} fillRule="evenodd" className={`map-green-${green.kind}`} />
            ))}
            {site.roads.map((road) => (
              <path
                key={road.path}
                d={road.path}
                strokeWidth={road.widthPx}
                className={`map-road map-road-${road.kind}`}
              />
            ))}
            {site.roads
              .filter((road) => road.kind === 'main')
              .map((road) => (
                <path key={road.path} d={road.path} className="map-road-middle" />
              ))}
            {site.centres.map((centre) => (
              <path key={centre.path} d={centre.path} className="map-centre" />
            ))}
            {site.surroundings.map((line) => (
              <Surrounding key={line.path} line={line} site={site} />
            ))}
          </g>
          {drawn.map((plot) => (
            <Plot
              key={plot.code}
              drawn={plot}
              plot={known.get(plot.code)}
              colour={colour}
              selected={selected.includes(plot.code)}
            />
          ))}
          <g className="map-phases">
            {site.phases.length > 1 ? site.phases.map((phase) => <path key={phase.n} d={phase.path} />) : null}
          </g>
          {site.nodes.map((node) => (
            <Node key={node.nameKey + node.path} node={node} />
          ))}
          <ScaleBar site={site} />
        </svg>
      </div>
      <figcaption className="map-caption">
        {legend && colour === 'readiness' ? <ReadinessLegend /> : null}
        {legend && colour === 'commercial' ? <CommercialLegend /> : null}
        <ul className="legend">
          {colour === 'readiness' ? <TakenLegend /> : null}
          <NodeLegend site={site} remaining={remaining} />
        </ul>
        <p>{t('map.indicative')}</p>
      </figcaption>
    </figure>
  )
}

interface PlotProps {
  drawn: DrawnPlot
  plot: MapPlot | undefined
  colour: MapColour
  selected: boolean
}

function Plot({ drawn, plot, colour, selected }: PlotProps) {
  const { t: land } = useTranslation('land')
  const { t } = useTranslation('common')
  const { hectares } = useFormat()
  const x = drawn.labelX
  const y = drawn.labelY + drawn.labelPx * 0.35
  const label = { '--label': `${drawn.labelPx}px` } as CSSProperties
  if (!plot) {
    return (
      <g>
        <path d={drawn.path} className="map-plot map-plot-outside" />
        <text x={x} y={y} style={label} className="map-label map-label-plot map-label-faint">
          {drawn.label}
        </text>
      </g>
    )
  }
  const rung = RUNGS.indexOf(plot.rung) + 1
  const byState = colour === 'commercial'
  const taken = byState ? null : takenOf(plot.commercial)
  const name = t('map.plotOnMap', {
    code: plot.code,
    area: hectares(plot.areaM2),
    readiness: byState ? land(`commercial.${plot.commercial}`) : t(`readiness.${plot.rung}`),
  })
  const fill = byState ? `state-${plot.commercial}` : taken === 'taken' ? 'map-plot-taken' : `rung-${rung}`
  const light = !byState && rung >= 7 && taken !== 'taken'
  const stated = taken ? t(taken === 'held' ? 'map.plotHeld' : 'map.plotTaken', { plot: name }) : name
  const title = selected ? t('map.plotSelected', { plot: stated }) : stated
  const shape = (
    <>
      <title>{title}</title>
      <path d={drawn.path} className={`map-plot ${fill}`} />
      {taken === 'held' ? <path d={drawn.path} fill="url(#map-held)" /> : null}
      {selected ? <path d={drawn.path} className="map-plot-selected" /> : null}
      <text x={x} y={y} fontSize={drawn.labelPx} className={`map-label ${light ? 'map-label-light' : ''}`}>
        {drawn.label}
        <tspan className="map-mark"> {markOf(colour, plot.rung, plot.commercial)}</tspan>
      </text>
    </>
  )
  return plot.href ? (
    <a
      href={plot.href}
      id={`on-map-${plot.code}`}
      data-plot={plot.code}
      aria-label={title}
      aria-current={selected ? 'true' : undefined}
      className="map-link"
    >
      {shape}
    </a>
  ) : (
    <g>{shape}</g>
  )
}

function Surrounding({ line, site }: { line: DrawnSite['surroundings'][number]; site: DrawnSite }) {
  const { t } = useTranslation('common')
  const angle = (line.angleDeg * Math.PI) / 180
  // The label stands on the side of the line that is away from the zone.
  const outward =
    (line.labelX - site.widthPx / 2) * Math.sin(angle) - (line.labelY - site.heightPx / 2) * Math.cos(angle)
  const kind = line.kind as 'railway' | 'expressway' | 'national_road' | 'river'
  return (
    <>
      <path d={line.path} className={`map-${kind}`} />
      {kind === 'railway' ? <path d={line.path} className="map-railway-ties" /> : null}
      <text
        x={line.labelX}
        y={line.labelY}
        dy={outward >= 0 ? -9 : 19}
        fontSize="12"
        transform={`rotate(${line.angleDeg} ${line.labelX} ${line.labelY})`}
        className="map-label map-label-line"
      >
        {t(`map.surroundings.${kind}`)}
      </text>
    </>
  )
}

function NodeMark({ name, x, y }: { name: NodeName; x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle r="11" className="map-node-disc" />
      <path d={NODE_GLYPHS[name]} className="map-node-glyph" />
    </g>
  )
}

function Node({ node }: { node: DrawnSite['nodes'][number] }) {
  const { t } = useTranslation('common')
  const name = node.nameKey as NodeName
  return (
    <g>
      <title>{t(`map.nodes.${name}`)}</title>
      <path d={node.path} className="map-node-ground" />
      <NodeMark name={name} x={node.x} y={node.y} />
    </g>
  )
}

/** The utility nodes drawn, each once, with what remains there. */
function NodeLegend({ site, remaining }: Required<Pick<SiteMapProps, 'site' | 'remaining'>>) {
  const { t } = useTranslation('common')
  const names = [...new Set(site.nodes.map((node) => node.nameKey as NodeName))]
  return names.map((name) => (
    <li key={name}>
      <svg width="20" height="20" viewBox="-12 -12 24 24" aria-hidden="true">
        <NodeMark name={name} x={0} y={0} />
      </svg>
      {t(`map.nodes.${name}`)}
      {remaining[name] ? <strong>{remaining[name]}</strong> : null}
    </li>
  ))
}

function ScaleBar({ site }: { site: DrawnSite }) {
  const { t } = useTranslation('common')
  const { number } = useFormat()
  const y = site.heightPx - 14
  return (
    <g className="map-scale">
      <path d={`M16 ${y - 4}v4h${site.scale.px}v-4`} />
      <text x={22 + site.scale.px} y={y} fontSize="12" className="map-label map-label-start">
        {t('unit.metres', { value: number(site.scale.metres) })}
      </text>
      <path d={`M${site.widthPx - 20} 36V14m-5 7 5-8 5 8`} />
      <text x={site.widthPx - 20} y="50" fontSize="12" className="map-label">
        {t('map.north')}
      </text>
    </g>
  )
}
