import { useTranslation } from '~/locales/use-translation'
import { useFormat } from './format'

/** A point in picture coordinates, as `projectProvince` gives it. */
export interface ProvinceMapPoint {
  key: string
  kind: 'zone' | 'gate' | 'town' | 'interchange'
  label: string
  x: number
  y: number
  href?: string
  /** The size of a zone: 1 to 3. */
  weight?: 1 | 2 | 3
  selected?: boolean
  /** How many plots of a selection lie there, and how many m² of them are offered: the mark says the count. */
  plots?: number
  offeredM2?: number
}

interface ProvinceMapProps {
  viewBox: string
  points: readonly ProvinceMapPoint[]
  /** Expressways, railways and main roads, as lines in picture coordinates. */
  corridors?: readonly {
    key: string
    kind: 'expressway' | 'railway' | 'road' | 'river'
    points: readonly (readonly [number, number])[]
  }[]
}

const line = (points: readonly (readonly [number, number])[]) =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')

interface Placed {
  point: ProvinceMapPoint
  x: number
  y: number
  end: boolean
}

const HEIGHT = 15
/** The radius of a mark that carries a count. */
const MARK_PX = 15
const overlaps = (a: { left: number; right: number; y: number }, b: typeof a) =>
  a.left < b.right && b.left < a.right && Math.abs(a.y - b.y) < HEIGHT

// Chinese characters are as wide as they are high.
const widthOf = (label: string) => [...label].reduce((sum, letter) => sum + (letter > '\u2e80' ? 12.5 : 7.4), 0)

/** Puts each label where it covers no other: right of the point, left of it, or a line up or down; else none. */
function placeLabels(points: readonly ProvinceMapPoint[], widthPx: number): Placed[] {
  const boxes = points.map((point) => {
    const half = point.plots ? MARK_PX : 7
    return { left: point.x - half, right: point.x + half, y: point.y }
  })
  return points.flatMap((point, own) => {
    const length = widthOf(point.label)
    for (const down of [0, 12, -12]) {
      for (const end of [false, true]) {
        const away = point.plots ? MARK_PX + 3 : 10
        const x = point.x + (end ? -away : away)
        const box = { left: end ? x - length : x, right: end ? x : x + length, y: point.y + down }
        const fits = box.left > 4 && box.right < widthPx - 4
        if (fits && !boxes.some((other, index) => index !== own && overlaps(box, other))) {
          boxes.push(box)
          return [{ point, x, y: point.y + down + 4, end }]
        }
      }
    }
    return []
  })
}

/** A schematic of the province: zones, border gates and corridors. It says that it is a schematic. */
export function ProvinceMap({ viewBox, points, corridors = [] }: ProvinceMapProps) {
  const { t } = useTranslation('common')
  const { t: map } = useTranslation('map')
  const widthPx = Number(viewBox.split(' ')[2])
  const labels = placeLabels(
    points.filter(({ kind }) => kind !== 'interchange'),
    widthPx,
  )
  return (
    <figure className="map">
      <div className="map-frame">
        <svg viewBox={viewBox} className="map-picture">
          <title>{t('map.province')}</title>
          <g>
            {corridors.map((corridor) => (
              <path key={corridor.key} d={line(corridor.points)} className={`province-${corridor.kind}`} />
            ))}
          </g>
          {[...points]
            .sort((a, b) => Number(Boolean(a.plots)) - Number(Boolean(b.plots)))
            .map((point) => (
              <Point key={point.key} point={point} />
            ))}
          <g>
            {labels.map(({ point, x, y, end }) => (
              <text
                key={point.key}
                x={x}
                y={y}
                fontSize="12"
                className={`map-label ${end ? 'map-label-end' : 'map-label-start'} province-label-${point.kind} ${point.plots ? 'province-label-counted' : ''}`}
              >
                {point.label}
              </text>
            ))}
          </g>
        </svg>
      </div>
      <figcaption className="map-caption">
        <ul className="legend">
          <li>
            <svg width="14" height="14" aria-hidden="true">
              <circle cx="7" cy="7" r="5" className="province-zone" />
            </svg>
            {t('map.zone')}
          </li>
          <li>
            <svg width="14" height="14" aria-hidden="true">
              <path d="M7 1 13 13H1z" className="province-gate" />
            </svg>
            {t('map.gate')}
          </li>
          {(['expressway', 'road', 'railway', 'river'] as const)
            .filter((kind) => corridors.some((corridor) => corridor.kind === kind))
            .map((kind) => (
              <li key={kind}>
                <svg width="22" height="14" aria-hidden="true">
                  <path d="M0 7h22" className={`province-${kind}`} />
                </svg>
                {kind === 'expressway' ? t('map.corridor') : map(`legend.${kind}`)}
              </li>
            ))}
          {points.some(({ kind }) => kind === 'interchange') ? (
            <li>
              <svg width="14" height="14" aria-hidden="true">
                <circle cx="7" cy="7" r="4" className="province-interchange" />
              </svg>
              {map('legend.interchange')}
            </li>
          ) : null}
        </ul>
        <CountedZones points={points} />
        <p>{map('attribution')}.</p>
      </figcaption>
    </figure>
  )
}

/** The zones of a selection as a list, where the map is too small to carry their names. */
function CountedZones({ points }: { points: readonly ProvinceMapPoint[] }) {
  const { t } = useTranslation('map')
  const { hectares, number } = useFormat()
  const zones = points.filter(({ kind, plots }) => kind === 'zone' && plots)
  if (zones.length === 0) return null
  return (
    <ul className="province-list">
      {zones.map(({ key, label, href, plots = 0, offeredM2 = 0 }) => (
        <li key={key}>
          <a href={href}>{label.replace(/ \(\d+\)$/, '')}</a>{' '}
          {t('offer', { plots: number(plots), area: hectares(offeredM2) })}
        </li>
      ))}
    </ul>
  )
}

function Point({ point }: { point: ProvinceMapPoint }) {
  const { t } = useTranslation('map')
  const { hectares, number } = useFormat()
  const { x, y, kind, href, selected, plots = 0, offeredM2 = 0 } = point
  const counted = plots > 0
  const label = counted
    ? `${point.label}: ${t('offer', { plots: number(plots), area: hectares(offeredM2) })}`
    : point.label
  const mark =
    kind === 'gate' ? (
      <path d={`M${x} ${y - 7}l7 12h-14z`} className="province-gate" />
    ) : (
      <circle
        cx={x}
        cy={y}
        r={kind === 'town' || kind === 'interchange' ? 3.5 : counted ? MARK_PX : 4 + (point.weight ?? 1) * 1.5}
        className={`province-${kind} ${selected ? 'province-selected' : ''}`}
      />
    )
  if (!href) {
    return (
      <g>
        <title>{label}</title>
        {mark}
      </g>
    )
  }
  return (
    <a href={href} aria-label={label} aria-current={selected ? 'true' : undefined} className="map-link">
      <title>{label}</title>
      <circle cx={x} cy={y} r={counted ? MARK_PX : 12} className="map-touch" />
      {mark}
      {counted ? (
        <text x={x} y={y} dy="0.36em" className="map-label map-label-light province-count">
          {number(plots)}
        </text>
      ) : null}
    </a>
  )
}
