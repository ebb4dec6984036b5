import type { GrantedRole, MemberRole } from '~/domain/party/permission'
import { periodState } from '~/domain/party/role-grant'
import { type Lang, type Text, textIn } from '~/domain/text'
import { dayInVietnam, dayToDate, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { inForceOn } from '~/infra/in-force.server'
import { idKey } from '~/infra/key-page.server'
import { personState } from './people.server'

/** An account with all its roles, and the memberships in force. Refuses `not-found`. */
export async function personDetail({ id, lang, now }: { id: string; lang: Lang; now: Date }) {
  const known = idKey(id)
  const day = dayToDate(dayInVietnam(now))
  const inForce = inForceOn(day)
  const person = known
    ? await db().person.findUnique({
        where: { id: known },
        include: {
          roleGrants: {
            orderBy: [{ fromDay: 'desc' }, { id: 'desc' }],
            include: { zone: true, agency: true, division: true },
          },
          memberships: { where: inForce, orderBy: { fromDay: 'desc' }, include: { organization: true } },
        },
      })
    : null
  if (!person) return refuse('not-found')
  const today = dayInVietnam(now)
  return ok({
    id: person.id,
    fullName: person.fullName,
    email: person.email,
    phone: person.phone,
    lang: person.lang,
    state: personState(person),
    createdAt: person.createdAt,
    emailConfirmedAt: person.emailConfirmedAt,
    deactivatedAt: person.deactivatedAt,
    memberships: person.memberships.map(({ organization, role }) => ({
      id: organization.id,
      name: organization.name,
      role: role as MemberRole,
    })),
    grants: person.roleGrants.map((grant) => {
      const period = { fromDay: toDay(grant.fromDay), untilDay: grant.untilDay && toDay(grant.untilDay) }
      const scope = (grant.zone?.nameText ?? grant.agency?.nameText ?? grant.division?.nameText ?? null) as Text | null
      return {
        id: grant.id,
        role: grant.role as GrantedRole,
        scope: scope && textIn(scope, lang),
        ...period,
        state: periodState(period, today),
      }
    }),
  }) satisfies Verdict<unknown>
}
