import type { Refusal } from '~/domain/verdict'
import type { JobFile } from '~/infra/job-file.server'
import type { Ctx } from '~/infra/transact.server'

/** What a job is given besides its input. */
export interface Work {
  ctx: Ctx
  /** How far it is; written by the heartbeat, so that it costs nothing and never waits for a transaction of the job. */
  report(done: number, total: number | null): void
  /** Aborted when the process stops: the job ends soon, and the next process begins it again. */
  signal: AbortSignal
}

/** A file, nothing, or why it could not be done. */
export type JobResult = JobFile | Refusal | null
