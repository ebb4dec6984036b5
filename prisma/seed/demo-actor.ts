import type { InterestForm } from '../../app/domain/interest/form'
import { type Day, dayToDate } from '../../app/domain/time/day'
import { db } from '../../app/infra/db.server'
import { actorOf } from '../../app/infra/session.server'
import type { Ctx } from '../../app/infra/transact.server'
import { demoEmail, makeDraft } from './factories'

/** Somebody of the demo, at half past nine in the morning of a day. */
export async function demoActor(name: string, day: Day): Promise<Ctx> {
  const person = await db().person.findUniqueOrThrow({ where: { email: demoEmail(name) } })
  const actor = await actorOf(person.id)
  if (!actor) throw new Error(`demo account ${name} is not in force`)
  return { actor, now: new Date(dayToDate(day).getTime() + 2.5 * 3600 * 1000) }
}

/** A draft of somebody of the demo, in the name of their organisation. */
export const demoDraft = ({ actor, now }: Ctx, zoneCode: string, plotCodes: string[], form: InterestForm) =>
  makeDraft(db(), {
    organizationId: actor.organizations[0]?.id ?? '',
    createdById: actor.personId ?? '',
    zoneCode,
    plotCodes,
    form,
    at: now,
  })
