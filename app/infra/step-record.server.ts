import type { Thing } from '~/domain/party/permission'
import { db } from './db.server'
import type { Prisma } from './prisma/client'

export const STEP_INCLUDE = {
  version: true,
  clock: { include: { segments: { orderBy: { position: 'asc' } } } },
  roadmap: { include: { case: { include: { organization: { select: { name: true } } } } } },
} satisfies Prisma.RoadmapStepInclude

/** A roadmap step with its version, clock and case. */
export type StepRecord = Prisma.RoadmapStepGetPayload<{ include: typeof STEP_INCLUDE }>

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A step with what every change of it asks; null where there is none. */
export const findStep = async (id: string): Promise<StepRecord | null> =>
  UUID.test(id) ? db().roadmapStep.findUnique({ where: { id }, include: STEP_INCLUDE }) : null

/** Whose step it is: the case's officer, and the step's own agency alone. */
export const thingOfStep = (step: StepRecord): Thing => ({
  organizationId: step.roadmap.case.organizationId,
  officerId: step.roadmap.case.officerId,
  agencyKeys: [step.agencyKey],
})
