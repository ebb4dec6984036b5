import type { JobInputs, JobKind } from '~/infra/job-queue.server'
import { exportLand } from './export-land'
import type { JobResult, Work } from './work'

/** What does each kind of job. A new kind: its input in `infra/job-queue.server.ts`, its work here. */
export const JOBS: { [K in JobKind]: (input: JobInputs[K], work: Work) => Promise<JobResult> } = {
  export_land: exportLand,
}
