import { caseSheetPieces } from '~/documents/report/case-sheet'
import { SHEET_MEDIA_TYPES } from '~/documents/report/land-sheet'
import { may } from '~/domain/party/permission'
import { dayInVietnam } from '~/domain/time/day'
import { keepPieces } from '~/infra/job-file.server'
import type { JobInputs } from '~/infra/job-queue.server'
import { countInbox } from '~/queries/case/inbox.server'
import { inboxPages } from '~/queries/case/inbox-pages.server'
import type { InboxFilter } from '~/queries/case/inbox-where.server'
import type { JobResult, Work } from './work'

/** The inbox as it was filtered, as a workbook. What may be seen is asked again now, not when it was ordered. */
export async function exportCases(input: JobInputs['export_cases'], work: Work): Promise<JobResult> {
  const { ctx, report, signal } = work
  const allowed = may(ctx.actor, 'case.list')
  if (!allowed.ok) return allowed.refusal
  const filter = input.filter as InboxFilter
  const total = await countInbox(ctx, filter)
  report(0, total)
  async function* counted() {
    let done = 0
    for await (const page of inboxPages(ctx, filter)) {
      signal.throwIfAborted()
      yield page
      done += page.length
      report(done, Math.max(total, done))
    }
  }
  const fileName = `ho-so-${dayInVietnam(ctx.now)}.xlsx`
  return keepPieces({ fileName, mediaType: SHEET_MEDIA_TYPES.xlsx }, caseSheetPieces(counted(), input.lang))
}
