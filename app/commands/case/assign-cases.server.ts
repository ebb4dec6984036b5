import { may } from '~/domain/party/permission'
import { ok, type Refusal, refuse, type Verdict } from '~/domain/verdict'
import { caseForMove } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { giveCase, officerById } from './give-case.server'

/** As many as a person looks through before saying yes. */
const MOST = 100

export interface AssignedLine {
  number: string
  /** Null: it was given. */
  refusal: Refusal | null
}

/**
 * Gives several cases without an officer to one: each by itself, so that one that cannot be given holds up no other.
 * Received ones begin their check, taken back ones go on where they stand. Says what became of each and why.
 * Refuses `not-allowed`, `too-many`, `not-a-choice`.
 */
export async function assignCases(
  ctx: Ctx,
  input: { cases: { number: string; version: number }[]; officerId: string },
): Promise<Verdict<{ officer: string; lines: AssignedLine[] }>> {
  const allowed = may(ctx.actor, 'case.assign')
  if (!allowed.ok) return allowed
  if (input.cases.length > MOST) return refuse('too-many', { max: MOST })
  const officer = await officerById(input.officerId)
  if (!officer.ok) return officer
  const rows = await db().caseFile.findMany({
    where: { number: { in: input.cases.map(({ number }) => number) } },
    select: { number: true, state: true, officerId: true },
  })
  const stateOf = new Map(rows.map((row) => [row.number, row]))
  const lines: AssignedLine[] = []
  for (const one of input.cases) {
    const row = stateOf.get(one.number)
    const handsOn = row !== undefined && row.officerId === null && row.state !== 'received' && row.state !== 'submitted'
    const found = await caseForMove(ctx, one, handsOn ? 'hand_over' : 'assign')
    const given = found.ok
      ? await transact(ctx, (t) =>
          giveCase(t, found.value.record, found.value.next, {
            officer: officer.value,
            kind: handsOn ? 'handed_over' : 'assigned',
          }),
        )
      : found
    lines.push({ number: one.number, refusal: given.ok ? null : given.refusal })
  }
  return ok({ officer: officer.value.fullName, lines })
}
