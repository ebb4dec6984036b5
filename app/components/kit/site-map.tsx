import { useTranslation } from 'react-i18next'
import { type CommercialState, RUNGS, type Rung } from '~/domain/land/readiness'
import type { DrawnPlot, DrawnSite } from '~/domain/land/svg-map'
import { useFormat } from './format'
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
  /** A line under a utility node's name, by its `nameKey`: what remains there. */
  remaining?: Readonly<Record<string, string>>
  legend?: boolean
}

type Taken = 'held' | 'taken' | null
const takenOf = (commercial: CommercialState): Taken => {
  if (commercial === 'offered' || commercial === 'returned') return null
  return commercial === 'held' || commercial === 'reserved' ? 'held' : 'taken'
}

/** The plan of a zone: plots coloured by readiness and linked, roads, greenery, what lies around, utilities. */
export function SiteMap({ site, zone, plots, selected = [], remaining = {}, legend = true }: SiteMapProps) {
  const { t } = useTranslation('common')
  const known = new Map(plots.map((plot) => [plot.code, plot]))
  // The chosen plots come last, so that their outline lies on top.
  const drawn = [...site.plots].sort((a, b) => Number(selected.includes(a.code)) - Number(selected.includes(b.code)))
  return (
    <figure className="map">
      <svg viewBox={site.viewBox} className="map-picture" role="group" aria-label={t('map.sitePlan', { zone })}>
        <defs>
          <pattern id="map-held" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0V8" className="map-hatch" />
          </pattern>
          <clipPath id="map-edge">
            <rect width={site.widthPx} height={site.heightPx} />
          </clipPath>
        </defs>
        <g clipPath="url(#map-edge)" aria-hidden="true">
          <path d={site.outlinePath} className="map-outline" />
          {site.greens.map((green) => (
            <path key={green.path} d={green.path} fillRule="evenodd" className={`map-green-${green.kind}`} />
          ))}
          {site.roads.map((road) => (
            <path key={road.path} d={road.path} strokeWidth={road.widthPx} className={`map-road map-road-${road.kind}`} />
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
            <Surrounding key={line.path} line={line} />
          ))}
        </g>
        {drawn.map((plot) => (
          <Plot key={plot.code} drawn={plot} plot={known.get(plot.code)} selected={selected.includes(plot.code)} />
        ))}
        <g className="map-phases" aria-hidden="true">
          {site.phases.length > 1 ? site.phases.map((phase) => <path key={phase.n} d={phase.path} />) : null}
        </g>
        {site.nodes.map((node) => (
          <Node key={node.nameKey + node.path} node={node} widthPx={site.widthPx} remaining={remaining[node.nameKey]} />
        ))}
        <ScaleBar site={site} />
      </svg>
      <figcaption className="map-caption">
        {legend ? <ReadinessLegend /> : null}
        <ul className="legend">
          <li>
            <svg width="14" height="14" aria-hidden="true">
              <rect x="0.5" y="0.5" width="13" height="13" className="rung-5" />
              <path d="M0 14 14 0M0 7 7 0M7 14l7-7" className="map-hatch" />
            </svg>
            {t('map.heldLegend')}
          </li>
          <li>
            <svg width="14" height="14" aria-hidden="true">
              <rect x="0.5" y="0.5" width="13" height="13" className="map-plot-taken" />
            </svg>
            {t('map.taken')}
          </li>
        </ul>
        <p>{t('map.indicative')}</p>
      </figcaption>
    </figure>
  )
}

function Plot({ drawn, plot, selected }: { drawn: DrawnPlot; plot: MapPlot | undefined; selected: boolean }) {
  const { t } = useTranslation('common')
  const { hectares } = useFormat()
  const x = drawn.labelX
  const y = drawn.labelY + drawn.labelPx * 0.35
  if (!plot) {
    return (
      <g aria-hidden="true">
        <path d={drawn.path} className="map-plot map-plot-outside" />
        <text x={x} y={y} fontSize={drawn.labelPx} className="map-label map-label-faint">
          {drawn.label}
        </text>
      </g>
    )
  }
  const rung = RUNGS.indexOf(plot.rung) + 1
  const taken = takenOf(plot.commercial)
  const name = t('map.plotOnMap', {
    code: plot.code,
    area: hectares(plot.areaM2),
    readiness: t(`readiness.${plot.rung}`),
  })
  const stated = taken ? t(taken === 'held' ? 'map.plotHeld' : 'map.plotTaken', { plot: name }) : name
  const title = selected ? t('map.plotSelected', { plot: stated }) : stated
  const shape = (
    <>
      <title>{title}</title>
      <path d={drawn.path} className={`map-plot ${taken === 'taken' ? 'map-plot-taken' : `rung-${rung}`}`} />
      {taken === 'held' ? <path d={drawn.path} fill="url(#map-held)" /> : null}
      {selected ? <path d={drawn.path} className="map-plot-selected" /> : null}
      <text
        x={x}
        y={y}
        fontSize={drawn.labelPx}
        className={`map-label ${rung >= 7 && taken !== 'taken' ? 'map-label-light' : ''}`}
      >
        {drawn.label}
      </text>
    </>
  )
  return plot.href ? (
    <a href={plot.href} aria-label={title} aria-current={selected ? 'true' : undefined} className="map-link">
      {shape}
    </a>
  ) : (
    <g role="img" aria-label={title}>
      {shape}
    </g>
  )
}

function Surrounding({ line }: { line: DrawnSite['surroundings'][number] }) {
  const { t } = useTranslation('common')
  const kind = line.kind as 'railway' | 'expressway' | 'national_road' | 'river'
  return (
    <>
      <path d={line.path} className={`map-${kind}`} />
      {kind === 'railway' ? <path d={line.path} className="map-railway-ties" /> : null}
      <text
        x={line.labelX}
        y={line.labelY}
        dy="-9"
        fontSize="12"
        transform={`rotate(${line.angleDeg} ${line.labelX} ${line.labelY})`}
        className="map-label map-label-line"
      >
        {t(`map.surroundings.${kind}`)}
      </text>
    </>
  )
}

interface NodeProps {
  node: DrawnSite['nodes'][number]
  widthPx: number
  remaining: string | undefined
}

function Node({ node, widthPx, remaining }: NodeProps) {
  const { t } = useTranslation('common')
  const key = node.nameKey as 'substation' | 'waterSource' | 'wastewaterPlant'
  const x = Math.min(Math.max(node.x, 70), widthPx - 70)
  return (
    <g className="map-node">
      <path d={node.path} />
      <text x={x} y={node.y + (remaining ? -2 : 4)} fontSize="12" className="map-label map-label-node">
        {t(`map.nodes.${key}`)}
      </text>
      {remaining ? (
        <text x={x} y={node.y + 14} fontSize="12" className="map-label map-label-remaining">
          {remaining}
        </text>
      ) : null}
    </g>
  )
}

function ScaleBar({ site }: { site: DrawnSite }) {
  const { t } = useTranslation('common')
  const { number } = useFormat()
  const y = site.heightPx - 14
  return (
    <g aria-hidden="true" className="map-scale">
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
