import type { GrantedRole } from '~/domain/party/permission'
import { checkPeriod, type Period, periodsOverlap, scopeOf } from '~/domain/party/role-grant'
import { dayToDate, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import type { Transaction } from '~/infra/transact.server'

export interface GrantInput extends Period {
  role: GrantedRole
  /** Asked of a developer. */
  zoneCode: string | null
  /** Asked of an agency. */
  agencyKey: string | null
  /** Of an officer or a head; none: the whole office. */
  divisionKey: string | null
}

/**
 * Writes a dated role with its scope. Refuses `not-a-choice` for a zone, agency or division that is not there any more, `out-of-range`
 * for a period that ends before it begins, `already-used` where the person has the role on one of those days.
 */
export async function writeGrant(t: Transaction, personId: string, input: GrantInput): Promise<Verdict<string>> {
  const period = checkPeriod(input)
  if (!period.ok) return period
  const scope = scopeOf(input.role)
  let zoneId: string | null = null
  if (scope === 'zone') {
    const zone = await t.db.zone.findUnique({ where: { code: input.zoneCode ?? '' } })
    if (!zone) return refuse('not-a-choice', undefined, 'zoneCode')
    zoneId = zone.id
  }
  const agencyKey = scope === 'agency' ? (input.agencyKey ?? '') : null
  if (agencyKey !== null && !(await t.db.agency.findUnique({ where: { key: agencyKey } }))) {
    return refuse('not-a-choice', undefined, 'agencyKey')
  }
  const divisionKey = scope === 'division' ? input.divisionKey : null
  if (divisionKey !== null) {
    // Whoever gives the division up meanwhile waits, and finds somebody in it.
    const there = await t.db.$queryRaw<unknown[]>`
      SELECT key FROM "Division" WHERE key = ${divisionKey} AND "retiredAt" IS NULL FOR SHARE`
    if (there.length === 0) return refuse('not-a-choice', undefined, 'divisionKey')
  }
  // One writer of a person's roles at a time: the overlap is looked for among committed rows.
  await t.db.$queryRaw`SELECT 1 FROM "Person" WHERE id = ${personId}::uuid FOR UPDATE`
  const others = await t.db.roleGrant.findMany({
    where: { personId, role: input.role, zoneId, agencyKey, divisionKey },
  })
  const overlaps = others.some((other) =>
    periodsOverlap(input, { fromDay: toDay(other.fromDay), untilDay: other.untilDay ? toDay(other.untilDay) : null }),
  )
  if (overlaps) return refuse('already-used', undefined, 'role')
  const row = await t.db.roleGrant.create({
    data: {
      personId,
      role: input.role,
      zoneId,
      agencyKey,
      divisionKey,
      fromDay: dayToDate(input.fromDay),
      untilDay: input.untilDay ? dayToDate(input.untilDay) : null,
      grantedById: t.actor.personId,
      createdAt: t.now,
    },
  })
  return ok(row.id)
}

/** Whether somebody other than this grant's or person's holder still administers today and with no end set. */
export async function anotherAdminStays(t: Transaction, except: { grantId?: string; personId?: string }) {
  await t.db.$queryRaw`SELECT 1 FROM "RoleGrant" WHERE role = 'admin' FOR UPDATE`
  const staying = await t.db.roleGrant.count({
    where: {
      role: 'admin',
      untilDay: null,
      fromDay: { lte: dayToDate(t.today) },
      person: { deactivatedAt: null, passwordHash: { not: null } },
      NOT: [{ id: except.grantId ?? undefined }, { personId: except.personId ?? undefined }].filter((one) =>
        Object.values(one).some((value) => value !== undefined),
      ),
    },
  })
  return staying > 0
}
