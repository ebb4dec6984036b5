import type { Map as LibreMap } from 'maplibre-gl'
import {
  type GeoJSONStoreFeatures,
  type HexColor,
  TerraDraw,
  TerraDrawLineStringMode,
  type TerraDrawMouseEvent,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
} from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import { boundingBox, type Position, type Ring } from '~/domain/land/geometry'
import type { Lang } from '~/domain/text'
import { addLabel, lineFeatures, type MapWords, makeMap, own, PROVINCE, token } from './map-canvas'

export type BoundaryMode = 'polygon' | 'line'

interface Opening {
  mode: BoundaryMode
  outline: Ring | null
  neighbours: readonly { code: string; ring: Ring }[]
  /** The land a line is drawn over. */
  over: readonly { code: string; ring: Ring }[]
  corners: readonly Position[]
  lang: Lang
  words: MapWords
  styleUrl: string | null
  /** Told at every movement of a corner; `done` when the drawing is finished. */
  onDrawn: (corners: readonly Position[], done: boolean) => void
}

export interface Drawing {
  /** Begins anew with an empty drawing. */
  begin: () => void
  /** Shows other corners, which may be moved. */
  show: (corners: readonly Position[]) => void
  close: () => void
}

const SNAP_PX = 14
const seven = (degrees: number) => Math.round(degrees * 1e7) / 1e7

/** Opens a map on which a boundary or a line is drawn and its corners moved; corners of neighbours attract. */
export async function openDrawing(container: HTMLElement, opening: Opening): Promise<Drawing> {
  const { mode, outline, neighbours, over, corners, lang, words, styleUrl, onDrawn } = opening
  const around = [...corners, ...(outline ?? []), ...[...neighbours, ...over].flatMap(({ ring }) => ring)]
  const inSight = [...corners, ...over.flatMap(({ ring }) => ring)]
  const focus = inSight.length > 0 ? inSight : around
  const box = boundingBox(focus)
  const map = await makeMap(container, {
    lang,
    words,
    styleUrl,
    bounds: focus.length > 0 ? [box.west, box.south, box.east, box.north] : PROVINCE,
  })
  addSurroundings(map, { outline, neighbours, over })
  const feature = mode === 'polygon' ? 'polygon' : 'linestring'
  const snapping = {
    toCustom: nearestCorner(map, [...(outline ?? []), ...[...neighbours, ...over].flatMap(({ ring }) => ring)]),
  }
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 9 }),
    modes: [drawingMode(mode, snapping), correctingMode(feature, snapping)],
  })
  draw.start()
  const shape = () => draw.getSnapshot().find((one) => one.properties.mode === feature)
  const clear = () => {
    for (const one of draw.getSnapshot().filter((found) => found.properties.mode === feature)) {
      if (one.id !== undefined && draw.hasFeature(one.id)) draw.removeFeatures([one.id])
    }
  }
  const correct = () => {
    const drawn = shape()
    if (drawn?.id !== undefined) draw.selectFeature(drawn.id)
  }
  const show = (given: readonly Position[]) => {
    draw.setMode('select')
    clear()
    if (given.length > 0) draw.addFeatures([featureOf(mode, given)])
    correct()
  }
  const begin = () => {
    draw.setMode('select')
    clear()
    draw.setMode(feature)
  }
  draw.on('change', () => {
    const drawn = shape()
    if (drawn) onDrawn(cornersOf(drawn), false)
  })
  draw.on('finish', () => {
    const drawn = shape()
    if (!drawn) return
    onDrawn(cornersOf(drawn), true)
    // The drawing mode is left when it has done with its own event.
    if (draw.getMode() === feature) setTimeout(correct)
  })
  if (corners.length > 0) show(corners)
  else begin()
  return {
    begin,
    show,
    close: () => {
      draw.stop()
      map.remove()
    },
  }
}

type Snap = { toCustom: (event: TerraDrawMouseEvent) => [number, number] | undefined }

const drawingMode = (mode: BoundaryMode, snapping: Snap) => {
  const colour = token('--anise') as HexColor
  return mode === 'polygon'
    ? new TerraDrawPolygonMode({
        snapping,
        styles: {
          fillColor: colour,
          fillOpacity: 0.2,
          outlineColor: colour,
          outlineWidth: 3,
          closingPointColor: colour,
        },
      })
    : new TerraDrawLineStringMode({ snapping, styles: { lineStringColor: colour, lineStringWidth: 3 } })
}

const correctingMode = (feature: string, snapping: Snap) => {
  const colour = token('--anise') as HexColor
  return new TerraDrawSelectMode({
    allowManualDeselection: false,
    flags: {
      [feature]: {
        feature: {
          draggable: false,
          coordinates: { draggable: true, midpoints: true, deletable: true, snappable: snapping },
        },
      },
    },
    styles: {
      selectedPolygonColor: colour,
      selectedPolygonFillOpacity: 0.2,
      selectedPolygonOutlineColor: colour,
      selectedPolygonOutlineWidth: 3,
      selectedLineStringColor: colour,
      selectedLineStringWidth: 3,
      selectionPointColor: colour,
      selectionPointWidth: 6,
      midPointColor: token('--surface') as HexColor,
      midPointOutlineColor: colour,
      midPointOutlineWidth: 2,
      midPointWidth: 4,
    },
  })
}

/** The corner under the pointer, if one of the surroundings is near enough on the screen. */
const nearestCorner = (map: LibreMap, corners: readonly Position[]) => (event: TerraDrawMouseEvent) => {
  let best: { place: Position; px: number } | null = null
  for (const place of corners) {
    const at = map.project([place[0], place[1]])
    const px = Math.hypot(at.x - event.containerX, at.y - event.containerY)
    if (px <= SNAP_PX && (best === null || px < best.px)) best = { place, px }
  }
  return best ? ([best.place[0], best.place[1]] as [number, number]) : undefined
}

const featureOf = (mode: BoundaryMode, corners: readonly Position[]): GeoJSONStoreFeatures => {
  const coordinates = corners.map(([lon, lat]) => [lon, lat])
  return mode === 'polygon'
    ? { type: 'Feature', properties: { mode: 'polygon' }, geometry: { type: 'Polygon', coordinates: [coordinates] } }
    : { type: 'Feature', properties: { mode: 'linestring' }, geometry: { type: 'LineString', coordinates } }
}

const cornersOf = ({ geometry }: GeoJSONStoreFeatures): Position[] => {
  const list =
    geometry.type === 'Polygon'
      ? (geometry.coordinates[0] ?? [])
      : geometry.type === 'LineString'
        ? geometry.coordinates
        : []
  return list.map(([lon = 0, lat = 0]) => [seven(lon), seven(lat)])
}

type Surroundings = Pick<Opening, 'outline' | 'neighbours' | 'over'>

function addSurroundings(map: LibreMap, { outline, neighbours, over }: Surroundings): void {
  const rings = [
    ...(outline ? [{ line: outline, kind: 'outline' }] : []),
    ...over.map(({ ring }) => ({ line: ring, kind: 'over' })),
    ...neighbours.map(({ ring }) => ({ line: ring, kind: 'neighbour' })),
  ]
  map.addSource(own('surroundings'), { type: 'geojson', data: lineFeatures(rings) })
  map.addLayer({
    id: own('surroundings'),
    type: 'line',
    source: own('surroundings'),
    filter: ['==', ['get', 'kind'], 'neighbour'],
    paint: { 'line-color': token('--ink-soft'), 'line-width': 1.25 },
  })
  map.addLayer({
    id: own('surroundings-outline'),
    type: 'line',
    source: own('surroundings'),
    filter: ['==', ['get', 'kind'], 'outline'],
    paint: { 'line-color': token('--pine'), 'line-width': 2, 'line-dasharray': [3, 2] },
  })
  map.addLayer({
    id: own('surroundings-over'),
    type: 'line',
    source: own('surroundings'),
    filter: ['==', ['get', 'kind'], 'over'],
    paint: { 'line-color': token('--ink'), 'line-width': 2.5 },
  })
  for (const { code, ring } of [...neighbours, ...over]) {
    const { west, south, east, north } = boundingBox(ring)
    const label = addLabel(map, code, [(west + east) / 2, (south + north) / 2], 'map-name-plot')
    const shown = () => {
      label.hidden = map.getZoom() < 14.5
    }
    shown()
    map.on('zoomend', shown)
  }
}
