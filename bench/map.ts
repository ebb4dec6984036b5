import { type Bench, type Figure, must, type Part } from './part'

const PLOTS = 100_000
const ZOOM = 12
const VIEW = { west: 106.34, south: 21.44, east: 106.46, north: 21.54 }

const timed = async (url: string): Promise<{ bytes: number; ms: number }> => {
  const from = performance.now()
  const answer = await fetch(url)
  must(answer.ok, `${url}: ${answer.status}`)
  const { byteLength } = await answer.arrayBuffer()
  return { bytes: byteLength, ms: performance.now() - from }
}

const row = (lat: number) => {
  const radians = (lat * Math.PI) / 180
  return Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** ZOOM)
}
const column = (lon: number) => Math.floor(((lon + 180) / 360) * 2 ** ZOOM)

/** What the map asks for at 100,000 plots: the province by its marks, then a zone by its tiles. */
async function run({ serverWith }: Bench): Promise<Figure[]> {
  const { url } = await serverWith(PLOTS)
  await timed(`${url}/tiles/marks`)
  const marks = await timed(`${url}/tiles/marks`)
  const tiles: string[] = []
  for (let x = column(VIEW.west); x <= column(VIEW.east); x += 1)
    for (let y = row(VIEW.north); y <= row(VIEW.south); y += 1) tiles.push(`${url}/tiles/${ZOOM}/${x}/${y}.mvt`)
  // While the index is made in its thread, the event loop goes on answering.
  const first = timed(tiles[0] ?? '')
  let waited = 0
  let done = false
  void first.finally(() => {
    done = true
  })
  while (!done) waited = Math.max(waited, (await timed(`${url}/healthz`)).ms)
  const view = async () => {
    const answers = await Promise.all(tiles.map(timed))
    return { bytes: answers.reduce((sum, { bytes }) => sum + bytes, 0), ms: Math.max(...answers.map(({ ms }) => ms)) }
  }
  const made = await view()
  const again = await view()
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`
  return [
    {
      what: `map of the province at ${PLOTS} plots: marks of zones`,
      measured: `${kB(marks.bytes)}, ${marks.ms.toFixed(0)} ms`,
    },
    {
      what: '  first tile, the index made',
      measured: `${(await first).ms.toFixed(0)} ms`,
      detail: `longest answer of /healthz meanwhile ${waited.toFixed(0)} ms`,
    },
    { what: `  view of a zone, ${tiles.length} tiles made`, measured: `${kB(made.bytes)}, ${made.ms.toFixed(0)} ms` },
    { what: '  the same, kept', measured: `${kB(again.bytes)}, ${again.ms.toFixed(0)} ms` },
  ]
}

export const map: Part = { name: 'map', run }
