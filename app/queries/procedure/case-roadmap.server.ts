import type { CaseRoadmap } from '~/domain/procedure/step-view'
import { type Day, toDay } from '~/domain/time/day'
import { db } from '~/infra/db.server'
import { calendar, tracks } from '~/infra/reference.server'
import { STEP_VIEW_INCLUDE, type StepRow, stepView } from './step-view.server'

/** Names of the result files of steps, by id. */
export async function resultFiles(rows: readonly StepRow[]): Promise<Map<string, string>> {
  const ids = rows.flatMap((row) => row.resultDocumentId ?? [])
  if (ids.length === 0) return new Map()
  const files = await db().document.findMany({ where: { id: { in: ids } }, select: { id: true, fileName: true } })
  return new Map(files.map((file) => [file.id, file.fileName]))
}

/** The roadmap of a case as it stands on a day; null before approval. Whoever may read the case may read it. */
export async function caseRoadmap(caseId: string, today: Day): Promise<CaseRoadmap | null> {
  const roadmap = await db().roadmap.findUnique({
    where: { caseId },
    include: { steps: { include: STEP_VIEW_INCLUDE, orderBy: [{ position: 'asc' }, { instance: 'asc' }] } },
  })
  if (!roadmap) return null
  const published = await calendar()
  const files = await resultFiles(roadmap.steps)
  const steps = roadmap.steps.map((row) => stepView(row, roadmap.steps, files, published, today))
  return {
    trackCode: roadmap.trackCode,
    trackName: (await tracks()).find((track) => track.code === roadmap.trackCode)?.name ?? null,
    startDay: toDay(roadmap.startDay),
    steps,
    done: steps.filter((step) => step.stage === 'done').length,
  }
}
