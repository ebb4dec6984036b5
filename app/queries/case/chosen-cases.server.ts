import type { CaseState } from '~/domain/case/state'
import { textOf } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'

/** The cases somebody ticked in a list, by number, as they stand now. */
export async function chosenCases(numbers: readonly string[]) {
  const rows = await db().caseFile.findMany({
    where: { number: { in: [...numbers] } },
    orderBy: { number: 'asc' },
    select: {
      number: true,
      version: true,
      state: true,
      organization: { select: { name: true } },
      division: { select: { nameText: true } },
      officer: { select: { fullName: true } },
    },
  })
  return rows.map((row) => ({
    ...row,
    state: row.state as CaseState,
    organization: row.organization.name,
    officer: row.officer?.fullName ?? null,
    division: row.division && textOf(row.division.nameText),
  }))
}
