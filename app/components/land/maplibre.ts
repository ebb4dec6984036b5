import 'maplibre-gl/dist/maplibre-gl.css'
import type { FeatureCollection, Geometry } from 'geojson'
import type { Map as LibreMap, StyleSpecification } from 'maplibre-gl'
import maplibre from 'maplibre-gl/dist/maplibre-gl-csp'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-csp-worker?url'
import { RUNGS } from '~/domain/land/readiness'
import type { MapBase } from '~/domain/land/zone-map'

interface Opening {
  base: MapBase
  dataUrl: string
  styleUrl: string | null
  onPlot: (code: string) => void
}

const APPROACHES: [number, number, number, number] = [105.2, 20.4, 107.9, 22.8]
const PROVINCE: [number, number, number, number] = [106.1, 21.3, 107.4, 22.3]
/** Nearer than this the plans themselves are seen. */
const PLANS_FROM_ZOOM = 12.5

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

const lines = (rows: { line: readonly (readonly [number, number])[]; kind: string }[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: rows.map(({ line, kind }) => ({
    type: 'Feature',
    properties: { kind },
    geometry: { type: 'LineString', coordinates: line.map(([lon, lat]) => [lon, lat]) },
  })),
})

const plainStyle = (): StyleSpecification => ({
  version: 8,
  sources: {},
  layers: [{ id: 'ground', type: 'background', paint: { 'background-color': token('--map-ground') } }],
})

/** Opens the map in an element; the answer closes it. */
export function openMap(container: HTMLElement, { base, dataUrl, styleUrl, onPlot }: Opening): () => void {
  maplibre.setWorkerUrl(workerUrl)
  const map: LibreMap = new maplibre.Map({
    container,
    style: styleUrl ?? plainStyle(),
    bounds: PROVINCE,
    maxBounds: APPROACHES,
    attributionControl: false,
    fadeDuration: 0,
  })
  map.addControl(new maplibre.NavigationControl({ showCompass: false }), 'top-right')
  map.addControl(new maplibre.ScaleControl({}), 'bottom-left')
  // Those that have a plan come first: where names would cover each other, the first stays.
  const zones = [...base.zones].sort((a, b) => Number(b.outline !== null) - Number(a.outline !== null))
  const labels = [
    ...zones.map((zone) => addLabel(map, zone.name, [zone.lon, zone.lat], 'map-name map-name-zone')),
    ...base.gates.map((gate) => addLabel(map, gate.name, [gate.lon, gate.lat], 'map-name map-name-gate')),
  ]
  map.on('moveend', () => keepApart(labels))
  map.on('load', async () => {
    addBase(map, base)
    const answer = await fetch(dataUrl)
    if (!answer.ok) return
    const plots = (await answer.json()) as FeatureCollection
    for (const { properties } of plots.features) {
      if (properties) properties.rung = properties.readiness?.rung
    }
    addPlots(map, plots)
    const bounds = boundsOf(plots)
    if (bounds) map.fitBounds(bounds, { padding: 48, maxZoom: 15, animate: false })
    keepApart(labels)
  })
  map.on('click', 'plots', (event) => {
    const code: unknown = event.features?.[0]?.properties.code
    if (typeof code === 'string') onPlot(code)
  })
  map.on('mouseenter', 'plots', () => {
    map.getCanvas().style.cursor = 'pointer'
  })
  map.on('mouseleave', 'plots', () => {
    map.getCanvas().style.cursor = ''
  })
  return () => map.remove()
}

// Names are elements of the page and not glyphs: the base needs no font server.
function addLabel(map: LibreMap, name: string, place: [number, number], className: string): HTMLElement {
  const element = document.createElement('span')
  element.className = className
  element.textContent = name
  new maplibre.Marker({ element, anchor: 'bottom', offset: [0, -7] }).setLngLat(place).addTo(map)
  return element
}

/** Hides each name that would cover one before it. */
function keepApart(labels: readonly HTMLElement[]): void {
  const shown: DOMRect[] = []
  for (const label of labels) {
    const box = label.getBoundingClientRect()
    const covers = shown.some(
      (one) => box.left < one.right && one.left < box.right && box.top < one.bottom && one.top < box.bottom,
    )
    label.style.visibility = covers ? 'hidden' : 'visible'
    if (!covers) shown.push(box)
  }
}

const points = (rows: readonly { lon: number; lat: number }[], kind: string): FeatureCollection['features'] =>
  rows.map(({ lon, lat }) => ({
    type: 'Feature',
    properties: { kind },
    geometry: { type: 'Point', coordinates: [lon, lat] },
  }))

function addBase(map: LibreMap, base: MapBase): void {
  map.addSource('base', {
    type: 'geojson',
    data: lines([
      ...base.zones.flatMap(({ outline }) => (outline ? [{ line: outline, kind: 'outline' }] : [])),
      ...base.roads.map(({ line, main }) => ({ line, kind: main ? 'main' : 'internal' })),
    ]),
  })
  map.addLayer({
    id: 'roads',
    type: 'line',
    source: 'base',
    filter: ['!=', ['get', 'kind'], 'outline'],
    paint: {
      'line-color': token('--line-strong'),
      'line-width': [
        'interpolate',
        ['linear'],
        ['zoom'],
        11,
        0.5,
        16,
        ['case', ['==', ['get', 'kind'], 'main'], 12, 7],
      ],
    },
  })
  map.addLayer({
    id: 'outlines',
    type: 'line',
    source: 'base',
    filter: ['==', ['get', 'kind'], 'outline'],
    paint: { 'line-color': token('--ink-faint'), 'line-dasharray': [3, 2], 'line-width': 1.5 },
  })
  map.addSource('places', {
    type: 'geojson',
    data: { type: 'FeatureCollection', features: [...points(base.zones, 'zone'), ...points(base.gates, 'gate')] },
  })
  map.addLayer({
    id: 'places',
    type: 'circle',
    source: 'places',
    maxzoom: PLANS_FROM_ZOOM,
    paint: {
      'circle-radius': 5,
      'circle-color': ['match', ['get', 'kind'], 'gate', token('--anise'), token('--r7')],
      'circle-stroke-color': token('--surface'),
      'circle-stroke-width': 1.5,
    },
  })
}

function addPlots(map: LibreMap, data: FeatureCollection): void {
  map.addSource('plots', { type: 'geojson', data })
  const colours = RUNGS.flatMap((rung, index) => [rung, token(`--r${index + 1}`)])
  map.addLayer(
    {
      id: 'plots',
      type: 'fill',
      source: 'plots',
      paint: {
        'fill-color': ['match', ['get', 'rung'], ...colours, token('--line')] as never,
        'fill-outline-color': token('--map-edge'),
      },
    },
    'places',
  )
}

function boundsOf(data: FeatureCollection): [number, number, number, number] | null {
  const box: [number, number, number, number] = [180, 90, -180, -90]
  const take = (geometry: Geometry | null) => {
    if (geometry?.type !== 'Polygon') return
    for (const [lon = 0, lat = 0] of geometry.coordinates[0] ?? []) {
      box[0] = Math.min(box[0], lon)
      box[1] = Math.min(box[1], lat)
      box[2] = Math.max(box[2], lon)
      box[3] = Math.max(box[3], lat)
    }
  }
  for (const { geometry } of data.features) take(geometry)
  return box[0] > box[2] ? null : box
}
