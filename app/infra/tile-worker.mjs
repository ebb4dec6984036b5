// Cuts vector tiles in a thread of its own: an index of 100,000 plots takes seconds of processor time.
import { parentPort } from 'node:worker_threads'
import GeoJSONVT from 'geojson-vt'
import vtPbf from 'vt-pbf'

const EXTENT = 4096
const OPTIONS = { maxZoom: 16, indexMaxZoom: 9, indexMaxPoints: 20_000, tolerance: 2, extent: EXTENT, buffer: 32 }

let index
let features = []

parentPort.on('message', ({ id, plots, first, last, z, x, y }) => {
  try {
    if (plots) {
      if (first) features = []
      for (const { id: plot, ring, properties } of plots) {
        features.push({ type: 'Feature', id: plot, properties, geometry: { type: 'Polygon', coordinates: [ring] } })
      }
      if (last) {
        index = new GeoJSONVT({ type: 'FeatureCollection', features }, OPTIONS)
        features = []
      }
      parentPort.postMessage({ id })
      return
    }
    const tile = index?.getTile(z, x, y)
    const bytes = tile ? vtPbf.fromGeojsonVt({ plots: tile }, { version: 2, extent: EXTENT }) : new Uint8Array(0)
    parentPort.postMessage({ id, bytes })
  } catch (error) {
    parentPort.postMessage({ id, error: String(error) })
  }
})
