import type { JobInputs, JobKind } from '~/infra/job-queue.server'
import { exportCases } from './export-cases'
import { exportLand } from './export-land'
import { giveUpImport, readImport, undoLandImport, writeLandImport } from './import-land'
import type { JobResult, Work } from './work'

/** What does each kind of job. A new kind: its input in `infra/job-queue.server.ts`, its work here. */
export const JOBS: { [K in JobKind]: (input: JobInputs[K], work: Work) => Promise<JobResult> } = {
  export_cases: exportCases,
  export_land: exportLand,
  read_import: readImport,
  write_import: writeLandImport,
  undo_import: undoLandImport,
}

/** What is to be put in order when a job of a kind is given up. */
export const GIVEN_UP: { [K in JobKind]?: (input: JobInputs[K], ctx: Work['ctx']) => Promise<void> } = {
  read_import: giveUpImport,
  write_import: giveUpImport,
  undo_import: giveUpImport,
}
