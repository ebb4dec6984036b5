import type { Lang } from '~/domain/text'

/** What a job is given, by its kind; kept as JSON in its row. */
export interface JobInputs {
  /** The keepers' list as it was filtered, as a file. */
  export_land: { filter: Record<string, string>; format: 'xlsx' | 'csv' | 'geojson'; lang: Lang }
  /** The office's inbox as it was filtered, as a workbook. */
  export_cases: { filter: Record<string, string>; lang: Lang }
  /** Reads an uploaded file of land and says what each row would do. */
  read_import: { importId: string }
  /** Writes what the preview said. */
  write_import: { importId: string }
  /** Puts back what stood before an import. */
  undo_import: { importId: string }
}
export type JobKind = keyof JobInputs
export type JobOf<K extends JobKind = JobKind> = { [Kind in K]: { kind: Kind; input: JobInputs[Kind] } }[K]

let wake: (() => void) | undefined

/** The runner of this process, woken after a commit that asked for work; without one the timer of another finds it. */
export const onJobsAsked = (runner: (() => void) | undefined): void => {
  wake = runner
}

export const wakeJobs = (): void => wake?.()
