import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { log } from './log.server'

interface Answer {
  bytes?: Uint8Array
  error?: string
}

interface Running {
  worker: Worker
  /** Who waits for an answer, by the number of the question. */
  waiting: Map<number, (answer: Answer) => void>
}

/** The memory of a thread is given back when nobody has asked for a while. */
const IDLE_MS = 5 * 60_000

/**
 * Work that would hold the event loop up, in a thread of its own: started when first asked, ended when idle. A question
 * is `{ id, … }`, its answer `{ id, bytes? }` or `{ id, error }`. When the thread breaks, everybody who waits is told so,
 * and the next question starts it anew.
 */
export class Thread {
  #running: Running | undefined
  #asked = 0
  #starts = 0
  #idle: NodeJS.Timeout | undefined
  readonly #script: string
  readonly #memoryMb: number | undefined

  /** `script` is a path from the working folder: threads are started from sources, not from the bundle. */
  constructor(script: string, memoryMb?: number) {
    this.#script = script
    this.#memoryMb = memoryMb
  }

  /** Which start this is: what a thread was told before it ended is gone. */
  get start(): number {
    this.#run()
    return this.#starts
  }

  /** Rejects when the thread says no, breaks, or takes longer than it may; in the last case it is ended. */
  ask(question: Record<string, unknown>, longestMs?: number): Promise<Uint8Array> {
    return new Promise((done, reject) => {
      const running = this.#run()
      const id = this.#asked++
      const late = longestMs === undefined ? undefined : setTimeout(() => this.#break(running, 'too long'), longestMs)
      running.waiting.set(id, ({ bytes, error }) => {
        clearTimeout(late)
        if (running.waiting.size === 0) running.worker.unref()
        this.#rest()
        if (error === undefined) done(bytes ?? new Uint8Array(0))
        else reject(new Error(error))
      })
      clearTimeout(this.#idle)
      running.worker.ref()
      try {
        running.worker.postMessage({ id, ...question })
      } catch (error) {
        // A question that cannot be copied never reaches the thread.
        answer(running, id, { error: String(error) })
      }
    })
  }

  #run(): Running {
    if (this.#running) return this.#running
    const resourceLimits = this.#memoryMb === undefined ? undefined : { maxOldGenerationSizeMb: this.#memoryMb }
    const worker = new Worker(resolve(process.cwd(), this.#script), { resourceLimits })
    const running: Running = { worker, waiting: new Map() }
    worker.unref()
    worker.on('message', ({ id, ...given }: Answer & { id: number }) => answer(running, id, given))
    worker.on('error', (error) => this.#break(running, String(error)))
    worker.on('exit', () => this.#break(running, 'ended'))
    this.#starts += 1
    this.#running = running
    return running
  }

  #break(running: Running, why: string): void {
    if (this.#running !== running) return
    this.#running = undefined
    if (running.waiting.size > 0) log.warn({ thread: this.#script, why }, 'a thread broke')
    void running.worker.terminate()
    for (const id of [...running.waiting.keys()]) answer(running, id, { error: why })
  }

  #rest(): void {
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => {
      const running = this.#running
      if (running && running.waiting.size === 0) this.#break(running, 'idle')
    }, IDLE_MS)
    this.#idle.unref()
  }
}

function answer({ waiting }: Running, id: number, given: Answer): void {
  const told = waiting.get(id)
  waiting.delete(id)
  told?.(given)
}
