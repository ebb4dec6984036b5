import { type Day, dayToDate } from '../../app/domain/time/day'
import { db } from '../../app/infra/db.server'
import { actorOf } from '../../app/infra/session.server'
import type { Ctx } from '../../app/infra/transact.server'
import { demoEmail } from './factories'

/** Somebody of the demo, at half past nine in the morning of a day. */
export async function demoActor(name: string, day: Day): Promise<Ctx> {
  const person = await db().person.findUniqueOrThrow({ where: { email: demoEmail(name) } })
  const actor = await actorOf(person.id)
  if (!actor) throw new Error(`demo account ${name} is not in force`)
  return { actor, now: new Date(dayToDate(day).getTime() + 2.5 * 3600 * 1000) }
}
