import { delegationState, lastDayOf } from '~/domain/party/delegation'
import { may } from '~/domain/party/permission'
import type { Text } from '~/domain/text'
import { type Day, dayInVietnam, dayToDate, laterOf } from '~/domain/time/day'
import { ok, refuse } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { delegationOf, signsOn } from '~/infra/delegations.server'
import { inForceOn } from '~/infra/in-force.server'
import { idKey } from '~/infra/key-page.server'
import type { Prisma } from '~/infra/prisma/client'
import type { Ctx } from '~/infra/transact.server'

const INCLUDE = {
  delegate: { select: { fullName: true } },
  grantedBy: { select: { fullName: true } },
  zone: { select: { code: true, nameText: true } },
  document: { select: { id: true, fileName: true, sha256: true } },
  _count: { select: { decisions: true } },
} satisfies Prisma.SigningDelegationInclude
type Row = Prisma.SigningDelegationGetPayload<{ include: typeof INCLUDE }>

/** Those that hold or will first, then the others, each group newest first; with who may be given one. */
export async function delegations(ctx: Ctx) {
  const today = dayInVietnam(ctx.now)
  const mayWrite = may(ctx.actor, 'delegation.write').ok
  const [rows, signing, delegates, zones] = await Promise.all([
    db().signingDelegation.findMany({ orderBy: [{ fromDay: 'desc' }, { id: 'desc' }], include: INCLUDE }),
    directorsOn(today),
    mayWrite ? headsOn(today) : [],
    db().zone.findMany({ orderBy: { code: 'asc' }, select: { code: true, nameText: true } }),
  ])
  const shown = rows.map((row) => shownOf(row, { today, mayWrite, signing }))
  return {
    today,
    mayWrite,
    open: shown.filter(({ state }) => state !== 'ended'),
    ended: shown.filter(({ state }) => state === 'ended'),
    delegates,
    zones: zones.map(({ code, nameText }) => ({ code, name: nameText as unknown as Text })),
  }
}

/** One delegation, for whoever may end it. Refuses `not-found`, and `state-forbids` once it is over. */
export async function delegationToEnd(ctx: Ctx, id: string) {
  const today = dayInVietnam(ctx.now)
  const key = idKey(id)
  const row = key && (await db().signingDelegation.findUnique({ where: { id: key }, include: INCLUDE }))
  if (!row) return refuse('not-found')
  const delegation = shownOf(row, { today, mayWrite: true, signing: await directorsOn(today) })
  return delegation.state === 'ended'
    ? refuse('state-forbids')
    : ok({ first: laterOf(today, delegation.fromDay), delegation })
}

/** The ids of those who sign in their own name. */
async function directorsOn(today: Day): Promise<ReadonlySet<string>> {
  const people = await db().person.findMany({ where: signsOn(dayToDate(today)), select: { id: true } })
  return new Set(people.map(({ id }) => id))
}

interface Shown {
  today: Day
  mayWrite: boolean
  signing: ReadonlySet<string>
}

function shownOf(row: Row, { today, mayWrite, signing }: Shown) {
  const delegation = delegationOf(row)
  const state = delegationState(delegation, today)
  return {
    id: row.id,
    delegate: row.delegate.fullName,
    by: row.grantedBy.fullName,
    form: delegation.form,
    outcomes: delegation.outcomes,
    zone: row.zone && { code: row.zone.code, name: row.zone.nameText as unknown as Text },
    fromDay: delegation.fromDay,
    untilDay: delegation.untilDay,
    lastDay: lastDayOf(delegation),
    revokedFrom: delegation.revokedFrom,
    revokedReason: row.revokedReason,
    paperNumber: delegation.paperNumber,
    paperDay: delegation.paperDay,
    document: row.document,
    decisions: row._count.decisions,
    state,
    /** Nothing can be signed by it while whoever gave it does not sign. */
    giverSigns: signing.has(row.grantedById),
    mayEnd: mayWrite && state !== 'ended',
  }
}

/** Whom the director may let sign: heads who are no directors. */
async function headsOn(today: Day) {
  const day = dayToDate(today)
  const inForce = inForceOn(day)
  return db().person.findMany({
    where: {
      deactivatedAt: null,
      AND: [
        { roleGrants: { some: { role: 'head', ...inForce } } },
        { roleGrants: { none: { role: 'director', ...inForce } } },
      ],
    },
    orderBy: { fullName: 'asc' },
    select: { id: true, fullName: true },
  })
}
