import { waited, whileOthersAsk } from './others'
import { type Bench, type Figure, must, type Part } from './part'

/** An address may ask for sixty sheets an hour. */
const PLOTS = 18
const LANGS = ['vi', 'en', 'zh']

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

async function timed(address: string): Promise<{ ms: number; bytes: number }> {
  const from = performance.now()
  const answer = await fetch(address)
  const { byteLength } = await answer.arrayBuffer()
  must(answer.status === 200 && byteLength > 10_000, `${address}: ${answer.status}, ${byteLength} bytes`)
  return { ms: performance.now() - from, bytes: byteLength }
}

/** A data sheet nobody has asked for before, one after another, and how long others wait meanwhile. */
async function run({ serverWith, plots }: Bench): Promise<Figure[]> {
  const { url } = await serverWith(plots)
  const listed = (await (await fetch(`${url}/api/v1/plots?perPage=${PLOTS + 1}`)).json()) as {
    items: { code: string }[]
  }
  const [first, ...codes] = listed.items.map(({ code }) => code)
  must(first !== undefined && codes.length === PLOTS, `${PLOTS + 1} plots wanted, ${codes.length + 1} found`)
  // The thread starts and reads its fonts once.
  for (const lang of LANGS) await timed(`${url}/${lang}/plots/${first}/sheet`)
  const still = new Promise((later) => setTimeout(later, 3000))
  const idle = await whileOthersAsk(`${url}/healthz`, still)
  const figures: Figure[] = []
  const all = async () => {
    for (const lang of LANGS) {
      const made: { ms: number; bytes: number }[] = []
      for (const code of codes) made.push(await timed(`${url}/${lang}/plots/${code}/sheet`))
      const kB = median(made.map(({ bytes }) => bytes)) / 1000
      const times = made.map(({ ms }) => ms)
      figures.push({
        what: `data sheet in ${lang}, each, p50`,
        measured: `${median(times).toFixed(0)} ms`,
        detail: `${kB.toFixed(0)} kB, longest ${Math.max(...times).toFixed(0)} ms of ${times.length} made`,
      })
    }
  }
  const { others } = await whileOthersAsk(`${url}/healthz`, all())
  const figure: Figure = {
    what: '  a small page meanwhile, p99',
    measured: `${others.p99.toFixed(1)} ms`,
    detail: `${waited(others)} · while nothing is made: ${waited(idle.others)}`,
    toReach: '≤ 20 ms',
  }
  return [...figures, figure]
}

export const sheet: Part = { name: 'sheet', run }
