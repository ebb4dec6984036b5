import { SHEET_MEDIA_TYPES, type SheetFormat, sheetPieces } from '~/documents/report/land-sheet'
import { may } from '~/domain/party/permission'
import { dayInVietnam } from '~/domain/time/day'
import { keepPieces } from '~/infra/job-file.server'
import type { JobInputs } from '~/infra/job-queue.server'
import { countLandSheet, landSheetPages } from '~/queries/land/land-sheet.server'
import type { OfficePlotFilter } from '~/queries/land/office-plots.server'
import type { JobResult, Work } from './work'

/** A keeper's selection as a file. What may be seen is asked again now, not when the file was ordered. */
export async function exportLand(input: JobInputs['export_land'], work: Work): Promise<JobResult> {
  const { ctx, report, signal } = work
  const allowed = may(ctx.actor, 'land.read_draft')
  if (!allowed.ok) return allowed.refusal
  const filter = input.filter as OfficePlotFilter
  const format: SheetFormat = input.format
  const total = await countLandSheet(ctx, filter)
  report(0, total)
  async function* counted() {
    let done = 0
    for await (const page of landSheetPages(ctx, filter)) {
      signal.throwIfAborted()
      yield page
      done += page.length
      report(done, Math.max(total, done))
    }
  }
  const fileName = `lo-dat-${dayInVietnam(ctx.now)}.${format}`
  const pieces = sheetPieces(counted(), { format, lang: input.lang })
  return keepPieces({ fileName, mediaType: SHEET_MEDIA_TYPES[format] }, pieces)
}
