// How far the memory of a process grows while it works, and how long the work takes.

export interface Peak {
  /** What is still held when the garbage is gone, above what was held before; the database's thread left out. */
  liveMb: number
  /** Resident memory of the whole process above what there was before, garbage and the database included. */
  residentMb: number
}

/** Needs `--expose-gc`. */
export async function peakOf(work: () => Promise<void>): Promise<Peak> {
  const look = () => {
    global.gc?.()
    const { heapUsed, external, rss } = process.memoryUsage()
    return { live: heapUsed + external, rss }
  }
  const before = look()
  const most = { ...before }
  const resident = setInterval(() => {
    most.rss = Math.max(most.rss, process.memoryUsage.rss())
  }, 20)
  const live = setInterval(() => {
    most.live = Math.max(most.live, look().live)
  }, 2000)
  await work()
  clearInterval(resident)
  clearInterval(live)
  const mb = (bytes: number) => Math.round(bytes / 1024 / 1024)
  return { liveMb: mb(most.live - before.live), residentMb: mb(most.rss - before.rss) }
}

export async function timed(work: () => Promise<void>): Promise<number> {
  const from = performance.now()
  await work()
  return Math.round(performance.now() - from)
}
