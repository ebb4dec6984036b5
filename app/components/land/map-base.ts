import type { Map as LibreMap } from 'maplibre-gl'
import { NODE_GLYPHS, type NodeName } from '~/components/kit/node-glyphs'
import type { MapBase, MapLineKind } from '~/domain/land/map-base'
import { addSign, lineFeatures, own, token } from './map-canvas'

/** Nearer than this the roads of zones, and what passes by them, are drawn. */
const LINES_FROM_ZOOM = 11
/** Nearer than this utility nodes carry their sign. */
const NODES_FROM_ZOOM = 13

/** Width in pixels at zoom 16, and the token of the colour: as the drawn plans have them. */
const LINES: Record<MapLineKind, { widthPx: number; colour: string; dashes?: [number, number] }> = {
  river: { widthPx: 18, colour: '--map-water' },
  national_road: { widthPx: 9, colour: '--map-road' },
  railway: { widthPx: 3, colour: '--ink-faint', dashes: [3, 2] },
  expressway: { widthPx: 6, colour: '--amber' },
  internal: { widthPx: 7, colour: '--map-road' },
  main: { widthPx: 12, colour: '--map-road' },
}

const GATE = 'M0-7 7 5H-7z'
const INTERCHANGE = 'M0-4a4 4 0 1 1 0 8 4 4 0 0 1 0-8z'

interface BaseWords {
  /** What a node is and what remains there. */
  node: (node: MapBase['nodes'][number]) => string
}

/** Draws what lies under and beside the plots: outlines, roads, rail, nodes, border gates, interchanges. */
export function addBase(map: LibreMap, base: MapBase, words: BaseWords): void {
  map.addSource(own('base'), {
    type: 'geojson',
    data: lineFeatures([
      ...base.zones.flatMap(({ outline }) => (outline ? [{ line: outline, kind: 'outline' }] : [])),
      ...base.lines,
    ]),
  })
  for (const [kind, { widthPx, colour, dashes }] of Object.entries(LINES)) {
    map.addLayer({
      id: own(`base-${kind}`),
      type: 'line',
      source: own('base'),
      minzoom: LINES_FROM_ZOOM,
      filter: ['==', ['get', 'kind'], kind],
      layout: { 'line-join': 'round', 'line-cap': dashes ? 'butt' : 'round' },
      paint: {
        'line-color': token(colour),
        'line-width': ['interpolate', ['exponential', 2], ['zoom'], LINES_FROM_ZOOM, 0.75, 16, widthPx],
        ...(dashes && { 'line-dasharray': dashes }),
      },
    })
  }
  map.addLayer({
    id: own('outlines'),
    type: 'line',
    source: own('base'),
    filter: ['==', ['get', 'kind'], 'outline'],
    paint: { 'line-color': token('--ink-faint'), 'line-dasharray': [3, 2], 'line-width': 1.5 },
  })
  for (const { name, lon, lat } of base.interchanges) {
    addSign(map, { path: INTERCHANGE, name, className: 'map-sign-interchange' }, [lon, lat])
  }
  for (const { name, lon, lat } of base.gates)
    addSign(map, { path: GATE, name, className: 'map-sign-gate' }, [lon, lat])
  const nodes = base.nodes.map((node) =>
    addSign(map, { path: NODE_GLYPHS[node.nameKey as NodeName], title: words.node(node), className: 'map-sign-node' }, [
      node.lon,
      node.lat,
    ]),
  )
  const shown = () => {
    for (const node of nodes) node.hidden = map.getZoom() < NODES_FROM_ZOOM
  }
  shown()
  map.on('zoom', shown)
}
