import { caseDue } from '~/domain/case/due'
import { type CaseState, isOpen } from '~/domain/case/state'
import { type Actor, may } from '~/domain/party/permission'
import type { Calendar } from '~/domain/time/calendar'
import { type Day, toDay } from '~/domain/time/day'
import { isOverdue } from '~/domain/time/deadline'
import { clockOf, textOf } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import type { Prisma } from '~/infra/prisma/client'
import { officeSetting, sectors } from '~/infra/reference.server'
import { IS_OPEN } from './inbox-where.server'

/** Other cases named at most: who else asks for the same land. */
const RIVALS_TOLD = 9

const INCLUDE = {
  organization: { select: { name: true, country: true } },
  officer: { select: { fullName: true } },
  division: { select: { nameText: true } },
  clocks: { where: { rule: 'CM-01' }, include: { segments: { orderBy: { position: 'asc' } } } },
  interest: {
    include: {
      zone: { select: { nameText: true } },
      plots: { select: { plot: { select: { code: true, areaM2: true } } }, orderBy: { plot: { code: 'asc' } } },
    },
  },
  supplements: { where: { answeredAt: null, sentAt: { not: null } }, select: { dueDay: true } },
  developerRequest: { select: { state: true, dueDay: true } },
} satisfies Prisma.CaseFileInclude

/** What a list shows of its cases, in the order of the ids: the same statements however many cases there are. */
export async function inboxRows(
  { actor, today, days }: { actor: Actor; today: Day; days: Calendar },
  ids: readonly string[],
) {
  if (ids.length === 0) return []
  const [found, sectorRows, intakeLimit, rivals] = await Promise.all([
    db().caseFile.findMany({ where: { id: { in: [...ids] } }, include: INCLUDE }),
    sectors(),
    officeSetting('intakeLimitWorkingDays'),
    rivalsOf(ids),
  ])
  const byId = new Map(found.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const state = row.state as CaseState
    const clock = row.clocks[0] ? clockOf(row.clocks[0]) : null
    const form = row.interest.form as { projectName?: string; sector?: string; areaM2?: number }
    const plots = row.interest.plots.map(({ plot }) => plot)
    const waitingUntil = row.supplements[0]?.dueDay
    const asked = row.developerRequest?.state === 'asked' ? row.developerRequest.dueDay : null
    return [
      {
        number: row.number,
        version: row.version,
        state,
        organization: row.organization,
        officer: row.officer?.fullName ?? null,
        division: row.division && textOf(row.division.nameText),
        role: row.interest.role,
        zone: textOf(row.interest.zone.nameText),
        plots: plots.map(({ code }) => code),
        areaM2: plots.reduce((sum, { areaM2 }) => sum + areaM2, 0) || (form.areaM2 ?? 0),
        project: form.projectName ?? '',
        sector: sectorRows.find((sector) => sector.slug === form.sector)?.name ?? null,
        submittedAt: row.submittedAt.toISOString(),
        due: caseDue(days, { state, intakeDue: toDay(row.intakeDueDay), intakeLimit, clock }, today),
        waitingUntil: waitingUntil ? toDay(waitingUntil) : null,
        /** The day by which the zone's developer was to answer, where it is over and it has not. */
        silentSince: asked && isOpen(state) && isOverdue(today, toDay(asked)) ? toDay(asked) : null,
        rivals: isOpen(state) ? (rivals.get(id) ?? []) : [],
        /** Received or taken back: whoever reads this may give it to an officer. */
        assignable: row.officer === null && mayGive(actor, state, row.divisionKey),
      },
    ]
  })
}

function mayGive(actor: Actor, state: CaseState, divisionKey: string | null): boolean {
  if (!isOpen(state) || state === 'submitted') return false
  return may(actor, state === 'received' ? 'case.assign' : 'case.hand_over', { officerId: null, divisionKey }).ok
}

/** Numbers of other open cases for the same plots, up to one more than are told. */
async function rivalsOf(ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db().$queryRaw<{ id: string; number: string }[]>`
    SELECT shown.id, rival.number FROM "CaseFile" shown CROSS JOIN LATERAL (
      SELECT DISTINCT c.number FROM "InterestPlot" own
      JOIN "InterestPlot" other ON other."plotId" = own."plotId" AND other."interestId" <> own."interestId"
      JOIN "CaseFile" c ON c."interestId" = other."interestId" AND ${IS_OPEN}
      WHERE own."interestId" = shown."interestId" LIMIT ${RIVALS_TOLD + 1}
    ) rival WHERE shown.id = ANY(${ids}::uuid[]) ORDER BY rival.number`
  const found = new Map<string, string[]>()
  for (const { id, number } of rows) found.set(id, [...(found.get(id) ?? []), number])
  return found
}
