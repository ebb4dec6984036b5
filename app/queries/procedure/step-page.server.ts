import type { CaseState } from '~/domain/case/state'
import { may } from '~/domain/party/permission'
import type { StepMove } from '~/domain/procedure/step-state'
import type { StepView } from '~/domain/procedure/step-view'
import { dayInVietnam } from '~/domain/time/day'
import { ok, type Refusal, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { calendar } from '~/infra/reference.server'
import { findStep, thingOfStep } from '~/infra/step-record.server'
import type { Ctx } from '~/infra/transact.server'
import { resultFiles } from './case-roadmap.server'
import { STEP_VIEW_INCLUDE, stepView } from './step-view.server'

export interface StepPage {
  step: StepView
  caseNumber: string
  organization: string
  /** What this person may record now. */
  moves: StepMove[]
  /** Why nothing can be recorded; null where something can, or where the step has ended. */
  whyNot: Refusal | null
  /** Whether the case's own page is this person's to read. */
  readsCase: boolean
}

/** One step for the office and its agency. Refuses `not-found` where the step is somebody else's. */
export async function stepPage(ctx: Ctx, id: string): Promise<Verdict<StepPage>> {
  const record = await findStep(id)
  if (!record) return refuse('not-found')
  const thing = thingOfStep(record)
  const reads = may(ctx.actor, 'case.read', thing)
  if (!reads.ok) return refuse('not-found')
  const siblings = await db().roadmapStep.findMany({
    where: { roadmapId: record.roadmapId },
    include: STEP_VIEW_INCLUDE,
    orderBy: { position: 'asc' },
  })
  const step = stepView(record, siblings, await resultFiles([record]), await calendar(), dayInVietnam(ctx.now))
  const allowed = may(ctx.actor, 'step.record', thing)
  const state = record.roadmap.case.state as CaseState
  const running = state === 'approved' || state === 'in_fulfilment'
  const why: Refusal | null = !running ? { code: 'state-forbids' } : allowed.ok ? null : allowed.refusal
  return ok({
    step,
    caseNumber: record.roadmap.case.number,
    organization: record.roadmap.case.organization.name,
    moves: why ? [] : step.moves,
    whyNot: step.moves.length > 0 ? why : null,
    readsCase: may(ctx.actor, 'case.list').ok,
  })
}
