import { db } from '~/infra/db.server'

/** Who had a case, newest first: given by whom, handed on, taken back, and why. */
export async function caseAssignments(caseId: string) {
  const rows = await db().caseAssignment.findMany({
    where: { caseId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    include: { officer: { select: { fullName: true } } },
  })
  const people = await db().person.findMany({
    where: { id: { in: rows.flatMap(({ byId }) => byId ?? []) } },
    select: { id: true, fullName: true },
  })
  const names = new Map(people.map(({ id, fullName }) => [id, fullName]))
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as 'assigned' | 'handed_over' | 'taken_back',
    officer: row.officer?.fullName ?? null,
    by: row.byId ? (names.get(row.byId) ?? null) : null,
    reason: row.reason,
    at: row.at.toISOString(),
  }))
}
