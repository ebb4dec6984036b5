import type { ExpressionSpecification, FilterSpecification, Map as LibreMap, Marker } from 'maplibre-gl'
import type { ZoneMark } from '~/domain/land/clusters'
import { type Box, boundingBox, type Position } from '~/domain/land/geometry'
import type { MapBase } from '~/domain/land/map-base'
import { type MapColour, markOf, PLOTS_FROM_ZOOM, PLOTS_TO_ZOOM } from '~/domain/land/map-colour'
import { COMMERCIAL_STATES, type CommercialState, RUNGS } from '~/domain/land/readiness'
import type { Lang } from '~/domain/text'
import { addBase } from './map-base'
import { addButton, addLabel, keepApart, type MapWords, makeMap, own, placeLabel, token } from './map-canvas'

interface Opening {
  base: MapBase
  /** JSON of the zones' marks and the selection. */
  marksUrl: string
  styleUrl: string | null
  colour: MapColour
  lang: Lang
  words: MapWords & {
    mark: (zone: ZoneMark) => string
    markShort: (zone: ZoneMark) => string
    node: (node: MapBase['nodes'][number]) => string
  }
  /** Which plot is pointed at on the map; null: none. */
  onPoint: (code: string | null) => void
  onPlot: (code: string) => void
}

export interface OpenMap {
  /** Marks plots chosen or pointed at in the list. */
  mark: (codes: readonly string[]) => void
  close: () => void
}

/** The source of the plots and its first layer. */
const PLOTS = own('plots')

/** Nearer than this the marks of zones make room for their plans. */
const PLANS_FROM_ZOOM = 12.5

/** Opens the map in an element: zones as marks at the scale of the province, plots as tiles nearer. */
export async function openMap(container: HTMLElement, opening: Opening): Promise<OpenMap> {
  const { base, marksUrl, onPlot, onPoint } = opening
  const map = await makeMap(container, opening)
  addBase(map, base, opening.words)
  addPlots(map, opening.colour)
  map.on('moveend', () => keepApart(map))
  map.on('idle', plotLabels(map, opening.colour))
  map.on('click', PLOTS, ({ features }) => {
    const code: unknown = features?.[0]?.properties.code
    if (typeof code === 'string') onPlot(code)
  })
  map.on('mousemove', PLOTS, ({ features }) => {
    const code: unknown = features?.[0]?.properties.code
    map.getCanvas().style.cursor = 'pointer'
    onPoint(typeof code === 'string' ? code : null)
  })
  map.on('mouseleave', PLOTS, () => {
    map.getCanvas().style.cursor = ''
    onPoint(null)
  })
  const answer = await fetch(marksUrl)
  if (answer.ok) {
    const marks = (await answer.json()) as { zones: ZoneMark[]; selected: number[] | null }
    addMarks(map, marks.zones, opening)
    select(map, marks.selected)
  }
  keepApart(map)
  return {
    mark: (codes) => {
      map.setFilter(own('plots-marked'), ['in', ['get', 'code'], ['literal', [...codes]]])
    },
    close: () => map.remove(),
  }
}

/** Nearer than this plots carry their code and the mark of their colour where they have room; so many at most in one view. */
const NAMES_FROM_ZOOM = 12.5
const MOST_NAMES = 150
/** The width of a letter of a plot's name. */
const LETTER_PX = 6.5

interface Seen {
  box: Box
  rung: number
  state: number
}

/** The plots in view, each once: a plot that several tiles cut is put together again. */
function plotsInView(map: LibreMap): Map<string, Seen> {
  const seen = new Map<string, Seen>()
  for (const { geometry, properties } of map.queryRenderedFeatures({ layers: [PLOTS] })) {
    if (geometry.type !== 'Polygon') continue
    const box = boundingBox((geometry.coordinates[0] ?? []) as unknown as Position[])
    const known = seen.get(String(properties.code))?.box ?? box
    seen.set(String(properties.code), {
      box: {
        west: Math.min(known.west, box.west),
        south: Math.min(known.south, box.south),
        east: Math.max(known.east, box.east),
        north: Math.max(known.north, box.north),
      },
      rung: Number(properties.r),
      state: Number(properties.c),
    })
  }
  return seen
}

/**
 * Writes code and mark on the plots in view: colour alone says nothing. Where the code has no room its end may have.
 * Labels that stand already stay.
 */
function plotLabels(map: LibreMap, colour: MapColour): () => void {
  const standing = new Map<string, Marker>()
  const textFor = (code: string, { box, rung, state }: Seen): string | undefined => {
    const widthPx = map.project([box.east, box.south]).x - map.project([box.west, box.south]).x
    const mark = markOf(colour, RUNGS[rung - 1] ?? 'planned', COMMERCIAL_STATES[state] ?? 'not_offered')
    const texts = [`${code} ${mark}`, `${code.slice(code.indexOf('-') + 1)} ${mark}`, mark]
    return texts.find((text) => text.length * LETTER_PX < widthPx)
  }
  return () => {
    const wanted = new Map<string, { text: string; place: Position }>()
    for (const [code, plot] of map.getZoom() < NAMES_FROM_ZOOM ? [] : plotsInView(map)) {
      if (wanted.size === MOST_NAMES) break
      const text = textFor(code, plot)
      const place: Position = [(plot.box.west + plot.box.east) / 2, (plot.box.south + plot.box.north) / 2]
      if (text) wanted.set(`${code} ${text} ${place}`, { text, place })
    }
    for (const [key, label] of standing) {
      if (wanted.delete(key)) continue
      label.remove()
      standing.delete(key)
    }
    for (const [key, { text, place }] of wanted) standing.set(key, placeLabel(map, text, place, 'map-name-plot'))
  }
}

/** Zones with plots of the selection as buttons that lead nearer; the others by name. */
function addMarks(map: LibreMap, zones: readonly ZoneMark[], { base, words }: Opening): void {
  const outlines = new Map(base.zones.map((zone) => [zone.code, zone.outline]))
  const goTo = (zone: ZoneMark) => {
    const outline = outlines.get(zone.code)
    if (!outline) return map.jumpTo({ center: [zone.lon, zone.lat], zoom: 14 })
    const { west, south, east, north } = boundingBox(outline)
    map.fitBounds([west, south, east, north], { padding: 24, animate: false })
  }
  for (const zone of zones) {
    if (zone.plots === 0) {
      addLabel(map, zone.name, [zone.lon, zone.lat], 'map-name-zone')
      continue
    }
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'map-cluster'
    button.textContent = words.markShort(zone)
    button.setAttribute('aria-label', words.mark(zone))
    button.title = words.mark(zone)
    button.addEventListener('click', (event) => {
      event.stopPropagation()
      goTo(zone)
    })
    addButton(map, button, [zone.lon, zone.lat])
    const shown = () => {
      button.hidden = map.getZoom() >= PLANS_FROM_ZOOM
    }
    shown()
    map.on('zoom', shown)
  }
  // A selection within one zone is looked at from near.
  const [only, ...others] = zones.filter(({ plots }) => plots > 0)
  if (only && others.length === 0) goTo(only)
}

/** Plots outside a selection are drawn pale; the steps name the others by their place in the catalogue. */
function select(map: LibreMap, steps: readonly number[] | null): void {
  if (steps === null) return
  map.setPaintProperty(PLOTS, 'fill-opacity', ['case', ['boolean', ['feature-state', 'chosen'], false], 1, 0.2])
  let id = 0
  for (const step of steps) {
    id += step
    map.setFeatureState({ source: PLOTS, sourceLayer: 'plots', id }, { chosen: true })
  }
}

function addPlots(map: LibreMap, colour: MapColour): void {
  map.addSource(PLOTS, {
    type: 'vector',
    tiles: [`${window.location.origin}/tiles/{z}/{x}/{y}.mvt`],
    minzoom: PLOTS_FROM_ZOOM,
    maxzoom: PLOTS_TO_ZOOM,
  })
  const [name, tokens] =
    colour === 'readiness'
      ? (['r', RUNGS.map((_, index) => [index + 1, token(`--r${index + 1}`)])] as const)
      : (['c', COMMERCIAL_STATES.map((state, index) => [index, token(`--state-${state.replace('_', '-')}`)])] as const)
  const match = ['match', ['get', name], ...tokens.flat(), token('--line')]
  const states = (list: readonly CommercialState[]) => list.map((state) => COMMERCIAL_STATES.indexOf(state))
  const isOf = (list: readonly CommercialState[]) => ['in', ['get', 'c'], ['literal', states(list)]]
  // By readiness, land that is not free is grey or hatched, as on the drawn plan.
  const byRung = ['case', isOf(TAKEN), token('--map-taken'), match]
  const paint = (colour === 'readiness' ? byRung : match) as unknown as ExpressionSpecification
  const layer = { source: PLOTS, 'source-layer': 'plots' } as const
  map.addLayer({
    ...layer,
    id: PLOTS,
    type: 'fill',
    paint: { 'fill-color': paint, 'fill-outline-color': token('--map-edge') },
  })
  if (colour === 'readiness') {
    map.addImage(own('held'), hatch(token('--surface')))
    map.addLayer({
      ...layer,
      id: own('plots-held'),
      type: 'fill',
      filter: isOf(HELD) as unknown as FilterSpecification,
      paint: { 'fill-pattern': own('held') },
    })
  }
  map.addLayer({
    ...layer,
    id: own('plots-marked'),
    type: 'line',
    filter: ['in', ['get', 'code'], ['literal', []]],
    paint: { 'line-color': token('--anise'), 'line-width': 4 },
  })
}

const TAKEN: readonly CommercialState[] = ['not_offered', 'leased']
const HELD: readonly CommercialState[] = ['held', 'reserved']
const HATCH_PX = 8

/** A tile of lines from the lower left to the upper right. */
function hatch(colour: string): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = HATCH_PX
  canvas.height = HATCH_PX
  const pen = canvas.getContext('2d')
  if (!pen) return new ImageData(HATCH_PX, HATCH_PX)
  pen.strokeStyle = colour
  pen.lineWidth = 2
  for (const shift of [-HATCH_PX, 0, HATCH_PX]) {
    pen.moveTo(shift, HATCH_PX)
    pen.lineTo(shift + HATCH_PX, 0)
  }
  pen.stroke()
  return pen.getImageData(0, 0, HATCH_PX, HATCH_PX)
}
