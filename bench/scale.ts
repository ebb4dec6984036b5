import type { BuiltServer } from '../tests/built-server'
import { type Bench, type Figure, must, type Part, ratio, SEEN_MS, seed } from './part'

const SIZES = [100, 10_000, 100_000]
const GROWTH = 1.5
const ROUNDS = 12
const PER_ROUND = 25
const RUNGS = ['planned', 'cleared', 'serviced', 'leasable']

/** Addresses that differ each time: nothing that is kept of an answer before may help. */
interface Asked {
  what: string
  address: (turn: number) => string
}

const RENDERED = { authorization: 'Bearer bench' }
const QUESTIONS: Asked[] = [
  { what: 'list (API)', address: (turn) => `/api/v1/plots?perPage=50&page=${1 + (turn % 2)}` },
  {
    what: 'filter (API)',
    address: (turn) => `/api/v1/plots?perPage=50&minAreaM2=${5000 + turn}&readiness=${RUNGS[turn % 4]}`,
  },
  { what: 'list (page, rendered)', address: () => '/vi/plots' },
  {
    what: 'filter (page, rendered)',
    address: (turn) => `/vi/plots?minAreaM2=${5000 + turn}&readiness=${RUNGS[turn % 4]}&sort=price`,
  },
]

async function timeOf(server: BuiltServer, path: string): Promise<number> {
  const began = performance.now()
  const answer = await fetch(server.url + path, { headers: RENDERED })
  await answer.arrayBuffer()
  must(answer.status === 200, `${path}: ${answer.status}`)
  return performance.now() - began
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** The servers of all sizes in turns, so that whatever else the machine does falls on each. */
async function growth(servers: BuiltServer[], { what, address }: Asked): Promise<Figure> {
  const times = servers.map((): number[] => [])
  let turn = 0
  for (const server of servers) for (let warm = 0; warm < PER_ROUND; warm += 1) await timeOf(server, address(turn++))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, server] of servers.entries()) {
      for (let again = 0; again < PER_ROUND; again += 1) times[index]?.push(await timeOf(server, address(turn++)))
    }
  }
  const p50 = times.map(median)
  return {
    what: `${what} at 100,000 plots / at 100, p50`,
    measured: ratio((p50.at(-1) ?? Number.NaN) / (p50[0] ?? Number.NaN)),
    detail: p50.map((ms, index) => `${SIZES[index]}: ${ms.toFixed(2)} ms`).join(' · '),
    toReach: `≤ ${ratio(GROWTH)}`,
  }
}

/** How long others wait at most while all land is read anew after a change. */
async function rebuild(server: BuiltServer): Promise<Figure[]> {
  await seed(server.dataDir, (SIZES.at(-1) ?? 0) + 1)
  await new Promise((later) => setTimeout(later, SEEN_MS))
  const others: number[] = []
  let reading = true
  const watch = (async () => {
    while (reading) {
      others.push(await timeOf(server, '/healthz'))
      await new Promise((later) => setTimeout(later, 5))
    }
  })()
  const read = await timeOf(server, '/api/v1/plots?perPage=1')
  reading = false
  await watch
  return [
    { what: 'first answer after a change at 100,000 plots', measured: `${read.toFixed(0)} ms` },
    {
      what: '  the longest another request waited meanwhile',
      measured: `${Math.max(...others).toFixed(0)} ms`,
      detail: `${others.length} asked`,
    },
  ]
}

async function run(bench: Bench): Promise<Figure[]> {
  const servers: BuiltServer[] = []
  for (const plots of SIZES) servers.push(await bench.serverWith(plots))
  const figures: Figure[] = []
  for (const question of QUESTIONS) figures.push(await growth(servers, question))
  const [largest] = servers.slice(-1)
  if (largest) figures.push(...(await rebuild(largest)))
  return figures
}

export const scale: Part = { name: 'scale', run }
