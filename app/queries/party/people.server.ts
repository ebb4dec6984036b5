import { GRANTED_ROLES, type GrantedRole } from '~/domain/party/permission'
import { periodState } from '~/domain/party/role-grant'
import { type Day, dayInVietnam, dayToDate, toDay } from '~/domain/time/day'
import { db } from '~/infra/db.server'
import { inForceOn } from '~/infra/in-force.server'
import { idKey, keyPage, type PageKey } from '~/infra/key-page.server'

const SIZE = 25

export type PersonState = 'active' | 'invited' | 'unconfirmed' | 'deactivated'

export const personState = (person: {
  deactivatedAt: Date | null
  passwordHash: string | null
  emailConfirmedAt: Date | null
}): PersonState => {
  if (person.deactivatedAt) return 'deactivated'
  if (person.emailConfirmedAt) return 'active'
  return person.passwordHash === null ? 'invited' : 'unconfirmed'
}

interface PeopleFilter extends PageKey {
  q: string
  role: string
  now: Date
}

/** Ids of those whose name, address or organisation holds the words, whatever the marks. */
async function idsMatching(words: string): Promise<string[]> {
  const like = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "Person" p
    WHERE p.email ILIKE ${like} OR unaccent(p."fullName") ILIKE unaccent(${like}) OR EXISTS (
      SELECT 1 FROM "Membership" m JOIN "Organization" o ON o.id = m."organizationId"
      WHERE m."personId" = p.id AND unaccent(o.name) ILIKE unaccent(${like}))
    ORDER BY p.id DESC LIMIT 1000`
  return rows.map((row) => row.id)
}

/** Accounts, the newest first, with the roles in force today. */
export async function people({ q, role, after, before, now }: PeopleFilter) {
  const today: Day = dayInVietnam(now)
  const day = dayToDate(today)
  const inForce = inForceOn(day)
  const asked = GRANTED_ROLES.find((one) => one === role)
  const ids = q ? await idsMatching(q) : undefined
  const page = await keyPage({ after: idKey(after), before: idKey(before) }, SIZE, ({ below, above }, take) =>
    db().person.findMany({
      where: {
        AND: [{ id: { in: ids } }, { id: above ? { gt: above } : { lt: below } }],
        roleGrants: asked && { some: { role: asked, ...inForce } },
      },
      orderBy: { id: above ? 'asc' : 'desc' },
      take,
      include: { roleGrants: true, memberships: { where: inForce, include: { organization: true } } },
    }),
  )
  return {
    ...page,
    rows: page.rows.map((person) => ({
      id: person.id,
      fullName: person.fullName,
      email: person.email,
      createdDay: dayInVietnam(person.createdAt),
      state: personState(person),
      organizations: person.memberships.map((membership) => membership.organization.name),
      roles: [
        ...new Set(
          person.roleGrants
            .filter(
              ({ fromDay, untilDay }) =>
                periodState({ fromDay: toDay(fromDay), untilDay: untilDay && toDay(untilDay) }, today) === 'in_force',
            )
            .map((grant) => grant.role as GrantedRole),
        ),
      ],
    })),
  }
}
