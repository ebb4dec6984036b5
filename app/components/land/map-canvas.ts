import 'maplibre-gl/dist/maplibre-gl.css'
import type { FeatureCollection } from 'geojson'
import type { Map as LibreMap, Marker, StyleSpecification } from 'maplibre-gl'
import maplibre from 'maplibre-gl/dist/maplibre-gl-csp'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-csp-worker?url'
import type { Position } from '~/domain/land/geometry'
import { BASE_LINES, BASE_TOWNS } from '~/domain/land/schematic-base'
import type { Lang } from '~/domain/text'

type Bounds = [west: number, south: number, east: number, north: number]

/** Lạng Sơn and its approaches: no map leaves them. */
const APPROACHES: Bounds = [105.2, 20.4, 107.9, 22.8]
export const PROVINCE: Bounds = [106.1, 21.3, 107.4, 22.3]

/** Leads the names of our sources, layers and pictures: a style of the office's own may have any other. */
export const own = <Name extends string>(name: Name) => `cot-moc-${name}` as const

/** Nearer than this the schematic base would say more than it knows, and is not drawn. */
const SCHEMATIC_TO_ZOOM = 12.5

/** A colour of the page's tokens, as the theme has it now. */
export const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

export interface MapWords {
  /** What the map is, read out. */
  title: string
  zoomIn: string
  zoomOut: string
  /** Who drew the schematic base and that it is one; a style of the office's own names its makers itself. */
  attribution: string
}

interface Opening {
  lang: Lang
  words: MapWords
  /** The office's own base; null for the schematic one. */
  styleUrl: string | null
  bounds?: Bounds
}

const plainStyle = (): StyleSpecification => ({
  version: 8,
  sources: {},
  layers: [{ id: 'ground', type: 'background', paint: { 'background-color': token('--map-ground') } }],
})

/** The style of the office where it can be read: a map without its base is better than none. */
const readable = (styleUrl: string): Promise<string | null> =>
  fetch(styleUrl).then(
    ({ ok }) => (ok ? styleUrl : null),
    () => null,
  )

/** A map in an element, with the schematic base where the office has set none; ready when its style is read. */
export async function makeMap(
  container: HTMLElement,
  { lang, words, styleUrl: asked, bounds = PROVINCE }: Opening,
): Promise<LibreMap> {
  const styleUrl = asked === null ? null : await readable(asked)
  maplibre.setWorkerUrl(workerUrl)
  const map: LibreMap = new maplibre.Map({
    container,
    style: styleUrl ?? plainStyle(),
    bounds,
    fitBoundsOptions: { padding: 32, maxZoom: 16 },
    maxBounds: APPROACHES,
    attributionControl: false,
    fadeDuration: 0,
    dragRotate: false,
    pitchWithRotate: false,
    locale: {
      'Map.Title': words.title,
      'NavigationControl.ZoomIn': words.zoomIn,
      'NavigationControl.ZoomOut': words.zoomOut,
    },
  })
  map.touchZoomRotate.disableRotation()
  map.addControl(new maplibre.NavigationControl({ showCompass: false }), 'top-right')
  map.addControl(new maplibre.ScaleControl({}), 'bottom-left')
  map.addControl(
    new maplibre.AttributionControl({
      compact: false,
      customAttribution: styleUrl === null ? words.attribution : undefined,
    }),
  )
  return new Promise((resolve) => {
    map.on('load', () => {
      if (styleUrl === null) addSchematicBase(map, lang)
      resolve(map)
    })
  })
}

export const lineFeatures = (rows: readonly { line: readonly Position[]; kind: string }[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: rows.map(({ line, kind }) => ({
    type: 'Feature',
    properties: { kind },
    geometry: { type: 'LineString', coordinates: line.map(([lon, lat]) => [lon, lat]) },
  })),
})

const pointFeatures = (places: readonly Position[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: places.map(([lon, lat]) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Point', coordinates: [lon, lat] },
  })),
})

function addSchematicBase(map: LibreMap, lang: Lang): void {
  map.addSource('schematic', { type: 'geojson', data: lineFeatures(BASE_LINES) })
  const line = (kind: string, colour: string, width: number, dashes?: [number, number]) =>
    map.addLayer({
      id: `schematic-${kind}`,
      type: 'line',
      source: 'schematic',
      maxzoom: SCHEMATIC_TO_ZOOM,
      filter: ['==', ['get', 'kind'], kind],
      layout: { 'line-join': 'round', 'line-cap': dashes ? 'butt' : 'round' },
      paint: { 'line-color': token(colour), 'line-width': width, ...(dashes && { 'line-dasharray': dashes }) },
    })
  line('river', '--map-water', 5)
  line('road', '--line-strong', 2)
  line('railway', '--ink-faint', 2, [4, 2])
  line('expressway', '--amber', 3)
  map.addSource('schematic-places', {
    type: 'geojson',
    data: pointFeatures(BASE_TOWNS.map(({ place }) => place)),
  })
  map.addLayer({
    id: 'schematic-places',
    type: 'circle',
    source: 'schematic-places',
    maxzoom: SCHEMATIC_TO_ZOOM,
    paint: {
      'circle-radius': 3.5,
      'circle-color': token('--ink-soft'),
      'circle-stroke-color': token('--surface'),
      'circle-stroke-width': 1,
    },
  })
  for (const town of BASE_TOWNS) addLabel(map, town.name[lang], town.place, 'map-name-town')
  const numbers = BASE_LINES.filter(({ label }) => label !== null)
  for (const { label, line: bends } of numbers) {
    const middle = bends[Math.floor(bends.length / 2)]
    if (label && middle) addLabel(map, label, middle, 'map-name-road')
  }
  const shown = () => map.getContainer().classList.toggle('map-near', map.getZoom() >= SCHEMATIC_TO_ZOOM)
  shown()
  map.on('zoom', shown)
  map.on('moveend', () => keepApart(map))
}

/** A name as an element of the page and not of glyphs: the base needs no font server. */
export const addLabel = (map: LibreMap, name: string, place: Position, className: string): HTMLElement =>
  placeLabel(map, name, place, className).getElement()

/** The same, to be taken away again with its marker. */
export function placeLabel(map: LibreMap, name: string, [lon, lat]: Position, className: string): Marker {
  const element = document.createElement('span')
  element.className = `map-name ${className}`
  element.textContent = name
  const over = className === 'map-name-plot'
  const marker: Marker = new maplibre.Marker(over ? { element } : { element, anchor: 'bottom', offset: [0, -6] })
  return marker.setLngLat([lon, lat]).addTo(map)
}

interface Sign {
  /** Around the middle. */
  path: string
  className: string
  /** Written under it. */
  name?: string
  /** Said of it, where it carries no name. */
  title?: string
}

const SVG = 'http://www.w3.org/2000/svg'

/** A drawn sign at a place of the map, with its name under it. */
export function addSign(map: LibreMap, { path, className, name, title }: Sign, [lon, lat]: Position): HTMLElement {
  const element = document.createElement('span')
  element.className = `map-sign ${className}`
  const picture = document.createElementNS(SVG, 'svg')
  picture.setAttribute('viewBox', '-12 -12 24 24')
  const shape = document.createElementNS(SVG, 'path')
  shape.setAttribute('d', path)
  picture.append(shape)
  element.append(picture)
  if (title) {
    element.setAttribute('role', 'img')
    element.setAttribute('aria-label', title)
    element.title = title
  }
  if (name) {
    const label = document.createElement('span')
    label.className = 'map-name map-name-gate'
    label.textContent = name
    element.append(label)
  }
  new maplibre.Marker({ element, anchor: 'center' }).setLngLat([lon, lat]).addTo(map)
  return element
}

/** A button at a place of the map, reached by keyboard as any button. */
export function addButton(map: LibreMap, button: HTMLElement, [lon, lat]: Position): void {
  new maplibre.Marker({ element: button, anchor: 'center' }).setLngLat([lon, lat]).addTo(map)
}

const meet = (one: DOMRect, other: DOMRect): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

/** Moves each button below those it would cover, so that every one can be pressed. */
function stack(buttons: readonly HTMLElement[]): DOMRect[] {
  const placed: DOMRect[] = []
  for (const button of buttons) {
    button.style.translate = ''
    const own = button.getBoundingClientRect()
    let down = 0
    const at = () => new DOMRect(own.x, own.y + down, own.width, own.height)
    for (let under = placed.find((one) => meet(one, at())); under; under = placed.find((one) => meet(one, at())))
      down = under.bottom - own.y + 1
    if (down > 0) button.style.translate = `0 ${down}px`
    placed.push(at())
  }
  return placed
}

/** Hides each name that would cover one before it; buttons come first and stay. */
export function keepApart(map: LibreMap): void {
  const all = (selector: string) => [...map.getContainer().querySelectorAll<HTMLElement>(selector)]
  const shown = stack(all('.map-cluster'))
  for (const label of ['.map-name-zone', '.map-name-gate', '.map-name-town', '.map-name-road'].flatMap(all)) {
    const box = label.getBoundingClientRect()
    const covers = shown.some((one) => meet(one, box))
    label.style.visibility = covers ? 'hidden' : 'visible'
    if (!covers) shown.push(box)
  }
}
