import { checkAbsence } from '~/domain/party/absence'
import { may, rolesOf } from '~/domain/party/permission'
import { type Day, dayInVietnam, dayToDate, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { actorOf } from '~/infra/session.server'
import { type Ctx, transact } from '~/infra/transact.server'

/**
 * An officer is away, by the officer's own word or the head's; meanwhile the deputy works on the officer's cases.
 * Refuses `not-a-choice` for who is no officer, `already-used` for a second absence on one of the days, and what
 * `checkAbsence` refuses.
 */
export async function recordAbsence(
  ctx: Ctx,
  input: { personId: string; deputyId: string; fromDay: Day; untilDay: Day; note: string | null },
): Promise<Verdict<{ id: string }>> {
  const allowed = may(ctx.actor, 'absence.record', { officerId: input.personId })
  if (!allowed.ok) return allowed
  const [person, deputy] = await Promise.all([actorOf(input.personId), actorOf(input.deputyId)])
  if (!person || !rolesOf(person).includes('officer')) return refuse('not-a-choice', undefined, 'personId')
  if (!deputy || !rolesOf(deputy).includes('officer')) return refuse('not-a-choice', undefined, 'deputyId')
  return transact(ctx, async (t) => {
    const { personId, deputyId, fromDay, untilDay, note } = input
    const away = await t.db.absence.findMany({
      where: { personId: deputyId, endedAt: null, untilDay: { gte: dayToDate(t.today) } },
    })
    const periods = away.map((one) => ({ fromDay: toDay(one.fromDay), untilDay: toDay(one.untilDay) }))
    const fits = checkAbsence(input, periods, dayInVietnam(ctx.now))
    if (!fits.ok) return fits
    const row = await t.db.absence.create({
      data: {
        personId,
        deputyId,
        fromDay: dayToDate(fromDay),
        untilDay: dayToDate(untilDay),
        note,
        recordedById: t.actor.personId ?? '',
        createdAt: t.now,
      },
    })
    await t.audit({
      act: 'absence.record',
      subject: { kind: 'person', id: personId },
      detail: { absenceId: row.id, person: person.fullName, deputy: deputy.fullName, fromDay, untilDay },
    })
    return ok({ id: row.id })
  })
}
