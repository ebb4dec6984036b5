import type { CaseState } from '~/domain/case/state'
import { type Actor, deputyOf, rolesOf } from '~/domain/party/permission'
import { open } from '~/domain/time/clock'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type CaseRecord, turnClock, writeMove } from '~/infra/case-record.server'
import { actorOf } from '~/infra/session.server'
import type { Transaction } from '~/infra/transact.server'

/** Whoever is a case officer today. Refuses `not-a-choice`. */
export async function officerById(id: string): Promise<Verdict<Actor & { personId: string }>> {
  const officer = await actorOf(id)
  return officer && rolesOf(officer).includes('officer')
    ? ok({ ...officer, personId: id })
    : refuse('not-a-choice', undefined, 'officerId')
}

/** A case goes with its officer: to the officer's division, and stays in its own where the officer is of that too. */
function divisionWith(officer: Actor, divisionKey: string | null): string | null {
  const keys = officer.grants.flatMap((grant) => (grant.role === 'officer' ? [grant.divisionKey ?? null] : []))
  return keys.includes(divisionKey) ? divisionKey : (keys.find((key) => key !== null) ?? divisionKey)
}

/**
 * Puts a case into an officer's hands, and keeps who had it: assigned, where the check begins, or handed over.
 * Refuses `state-forbids` to hand over what was stopped before anybody had it.
 */
export async function giveCase(
  t: Transaction,
  record: CaseRecord,
  next: CaseState,
  input: { officer: Actor & { personId: string }; kind: 'assigned' | 'handed_over'; reason?: string },
): Promise<Verdict<true>> {
  const { officer, kind, reason } = input
  if (kind === 'handed_over' && record.resumeState === 'received') return refuse('state-forbids')
  const moved = await writeMove(t, record, next, {
    officerId: officer.personId,
    divisionKey: divisionWith(officer, record.divisionKey),
  })
  if (!moved.ok) return moved
  if (kind === 'assigned') {
    const turned = await turnClock(t, record, (segments, on) =>
      open(segments, { on, holder: 'officer', reason: 'assigned' }),
    )
    if (!turned.ok) return turned
  }
  await t.db.caseAssignment.create({
    data: { caseId: record.id, kind, officerId: officer.personId, reason, byId: t.actor.personId, at: t.now },
  })
  const { fullName } = officer
  const absent = deputyOf(t.actor, record.officerId)
  await t.audit({
    act: kind === 'assigned' ? 'case.assign' : 'case.hand_over',
    subject: { kind: 'case', id: record.id },
    caseId: record.id,
    detail: {
      officerId: officer.personId,
      officer: fullName,
      ...(record.officer && { from: record.officer.fullName }),
      ...(reason && { reason }),
      ...(absent && { deputizedFor: absent.fullName }),
    },
  })
  return ok(true)
}
