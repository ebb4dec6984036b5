// How long others wait while a server works: a small page asked for over and over beside it.
import { must } from './part'

export interface Waited {
  asked: number
  p50: number
  p99: number
  longest: number
}

const PAUSE_MS = 4

const at = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** Asks for an address, one answer after another, until the work is done. */
export async function whileOthersAsk<T>(url: string, work: Promise<T>): Promise<{ value: T; others: Waited }> {
  let working = true
  const end = () => {
    working = false
  }
  work.then(end, end)
  const took: number[] = []
  while (working) {
    const from = performance.now()
    const answer = await fetch(url)
    await answer.arrayBuffer()
    must(answer.ok, `${url}: ${answer.status}`)
    took.push(performance.now() - from)
    await new Promise((later) => setTimeout(later, PAUSE_MS))
  }
  took.sort((one, other) => one - other)
  const others = { asked: took.length, p50: at(took, 0.5), p99: at(took, 0.99), longest: took.at(-1) ?? Number.NaN }
  return { value: await work, others }
}

export const waited = ({ asked, p50, p99, longest }: Waited): string =>
  `p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)}, longest ${longest.toFixed(0)} ms of ${asked} asked`
