// Two servers under the same load, in turns, and what they took for it.
import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'

export interface Rival {
  name: string
  url: string
  pid: number
  headers?: Record<string, string>
}

export interface Took {
  perSecond: number
  /** Processor time of the whole process per answer; null where /proc is missing. */
  cpuMs: number | null
  bytes: number
}

const TICKS_PER_SECOND = 100

/** Processor time a process has used so far, in ms. */
function cpuOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND
  } catch {
    return null
  }
}

async function round(rival: Rival, seconds: number, { connections, status = 200 }: Contest): Promise<Took> {
  const before = cpuOf(rival.pid)
  const result = await autocannon({ url: rival.url, headers: rival.headers, connections, duration: seconds })
  const after = cpuOf(rival.pid)
  const answers = result.statusCodeStats?.[`${status}`]?.count ?? 0
  const others = result['2xx'] + result.non2xx - answers
  if (answers === 0 || others > 0 || result.errors > 0) {
    throw new Error(`${rival.name}: ${answers} good answers, ${others} others, ${result.errors} errors`)
  }
  return {
    perSecond: answers / result.duration,
    cpuMs: before === null || after === null ? null : (after - before) / answers,
    bytes: result.throughput.total / answers,
  }
}

const median = (values: number[]): number => {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

const medianOf = (rounds: Took[]): Took => ({
  perSecond: median(rounds.map((one) => one.perSecond)),
  cpuMs: rounds.some((one) => one.cpuMs === null) ? null : median(rounds.map((one) => one.cpuMs ?? 0)),
  bytes: median(rounds.map((one) => one.bytes)),
})

interface Contest {
  rounds: number
  seconds: number
  connections: number
  /** What every answer must be; 200 unless said. */
  status?: number
}

/** Alternates the two, so that whatever else the machine does falls on both. The medians of the rounds. */
export async function compare(one: Rival, other: Rival, contest: Contest): Promise<[Took, Took]> {
  for (const rival of [one, other]) await round(rival, Math.max(2, contest.seconds / 2), contest)
  const took: [Took[], Took[]] = [[], []]
  for (let turn = 0; turn < contest.rounds; turn += 1) {
    took[0].push(await round(one, contest.seconds, contest))
    took[1].push(await round(other, contest.seconds, contest))
  }
  return [medianOf(took[0]), medianOf(took[1])]
}
