import { hasRole, OFFICE_ROLES } from '~/domain/party/permission'
import type { StepView } from '~/domain/procedure/step-view'
import { dayInVietnam } from '~/domain/time/day'
import { db } from '~/infra/db.server'
import type { Prisma } from '~/infra/prisma/client'
import { calendar } from '~/infra/reference.server'
import type { Ctx } from '~/infra/transact.server'
import { STEP_VIEW_INCLUDE, stepView } from './step-view.server'

/** Running, to be received next, or over. */
export type StepShow = 'running' | 'ready' | 'ended'

export interface StepLine extends StepView {
  caseNumber: string
  organization: string
}

const MOST = 300

/** Steps whose turn it is at this person: an agency's own, the office's all, an officer's own cases first. */
const scopeOf = (ctx: Ctx): Prisma.RoadmapStepWhereInput => {
  if (hasRole(ctx.actor, ...OFFICE_ROLES, 'auditor')) return {}
  const keys = ctx.actor.grants.flatMap((grant) =>
    grant.role === 'agency' && grant.agencyKey ? [grant.agencyKey] : [],
  )
  return { agencyKey: { in: keys } }
}

const STATES: Record<StepShow, string[]> = {
  running: ['received', 'supplement'],
  ready: ['pending'],
  ended: ['result', 'not_required'],
}

/** Steps of cases under way, those running by their due day; `mine` keeps those of the officer's own cases. */
export async function stepList(ctx: Ctx, { show, mine }: { show: StepShow; mine: boolean }): Promise<StepLine[]> {
  const rows = await db().roadmapStep.findMany({
    where: {
      ...scopeOf(ctx),
      state: { in: STATES[show] },
      roadmap: {
        case: {
          state: { in: ['approved', 'in_fulfilment', ...(show === 'ended' ? ['closed'] : [])] },
          ...(mine && { officerId: ctx.actor.personId }),
        },
      },
    },
    include: {
      ...STEP_VIEW_INCLUDE,
      roadmap: {
        include: {
          case: { select: { number: true, organization: { select: { name: true } } } },
          steps: { include: STEP_VIEW_INCLUDE },
        },
      },
    },
    orderBy: show === 'ended' ? { resultDay: 'desc' } : [{ plannedStart: 'asc' }, { id: 'asc' }],
    take: MOST,
  })
  const published = await calendar()
  const today = dayInVietnam(ctx.now)
  const lines = rows.map((row) => ({
    ...stepView(row, row.roadmap.steps, new Map(), published, today),
    caseNumber: row.roadmap.case.number,
    organization: row.roadmap.case.organization.name,
  }))
  if (show === 'ready') return lines.filter((line) => line.waitsFor.length === 0)
  if (show === 'ended') return lines
  const dueOf = (line: StepLine) => line.due?.day ?? '9999'
  return lines.sort((a, b) => (dueOf(a) < dueOf(b) ? -1 : dueOf(a) > dueOf(b) ? 1 : 0))
}
