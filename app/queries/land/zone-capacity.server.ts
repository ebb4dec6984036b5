import { type CapacityDay, changeDays, type EntryKind, ledgerFrom, type UtilityKind } from '~/domain/land/capacity'
import { isStale } from '~/domain/land/catalogue'
import { confirmedUntilFrom } from '~/domain/land/fact'
import { may } from '~/domain/party/permission'
import type { Text } from '~/domain/text'
import { type Day, dayInVietnam, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { idKey } from '~/infra/key-page.server'
import type { Prisma } from '~/infra/prisma/client'
import type { Ctx } from '~/infra/transact.server'

const NODE = {
  entries: { orderBy: [{ fromDay: 'asc' }, { createdAt: 'asc' }] },
  _count: { select: { plots: true } },
} as const satisfies Prisma.UtilityNodeInclude
const liveOf = (ctx: Ctx) => ({
  where: { untilInstant: { gt: ctx.now } },
  include: { hold: { select: { case: { select: { number: true } } } } },
  orderBy: { fromInstant: 'asc' as const },
})
const nodeWith = (ctx: Ctx) => ({ ...NODE, holds: liveOf(ctx) })
type NodeRecord = Prisma.UtilityNodeGetPayload<{ include: ReturnType<typeof nodeWith> }>

export interface KeptNode {
  id: string
  version: number
  kind: UtilityKind
  name: Text
  illustrative: boolean
  position: { lat: number; lon: number } | null
  plots: number
  /** From the first row of the ledger on, today among them. */
  days: CapacityDay[]
  today: Day
  entries: { id: string; kind: EntryKind; amount: number; from: Day; reason: string; source: string }[]
  holds: { number: string; amount: number; neededOn: Day; until: string }[]
}

/** Who answers for what remains at the nodes of a zone. */
export interface Answered {
  fact: {
    id: string
    source: string
    confirmedBy: string
    confirmedOn: Day
    confirmedUntil: Day | null
    stale: boolean
    illustrative: boolean
  } | null
  /** Until when a confirmation given today holds by itself. */
  usualUntil: Day
}

/** The utility nodes of a zone for whoever keeps its land. */
export async function zoneCapacity(
  ctx: Ctx,
  code: string,
): Promise<Verdict<{ zone: { code: string; name: Text }; mayWrite: boolean; nodes: KeptNode[]; answered: Answered }>> {
  const zone = await keptZone(ctx, code)
  if (!zone.ok) return zone
  const [nodes, fact] = await Promise.all([
    db().utilityNode.findMany({
      where: { zoneId: zone.value.id },
      orderBy: [{ kind: 'asc' }, { id: 'asc' }],
      include: nodeWith(ctx),
    }),
    db().fact.findFirst({ where: { zoneId: zone.value.id, key: 'remaining_capacity', supersededAt: null } }),
  ])
  const { id: _zone, mayWrite, ...shown } = zone.value
  const today = dayInVietnam(ctx.now)
  const confirmedUntil = fact?.confirmedUntil ? toDay(fact.confirmedUntil) : null
  const answered: Answered = {
    fact: fact && {
      id: fact.id,
      source: fact.source,
      confirmedBy: fact.confirmedBy,
      confirmedOn: toDay(fact.confirmedOn),
      confirmedUntil,
      stale: isStale(confirmedUntil, today),
      illustrative: fact.illustrative,
    },
    usualUntil: confirmedUntilFrom('zone', 'remaining_capacity', today),
  }
  return ok({ zone: shown, mayWrite, answered, nodes: nodes.map((node) => keptNode(node, today)) })
}

/** What stands in the form to answer for a zone's capacity now; null where there is none to be kept by whoever asks. */
export async function standingCapacity(ctx: Ctx, code: string) {
  const zone = await zoneCapacity(ctx, code)
  if (!zone.ok) return null
  const { fact } = zone.value.answered
  return { seenId: fact?.id ?? '', source: fact?.source ?? '', confirmedUntil: fact?.confirmedUntil ?? '' }
}

/** One node of a zone, with how many of each block's plots it serves. */
export async function nodeCapacity(ctx: Ctx, code: string, nodeId: string) {
  const zone = await keptZone(ctx, code)
  if (!zone.ok) return zone
  const id = idKey(nodeId)
  const node =
    id && (await db().utilityNode.findFirst({ where: { id, zoneId: zone.value.id }, include: nodeWith(ctx) }))
  if (!node) return refuse('not-found')
  const blocks = await db().$queryRaw<{ block: string | null; plots: number; tied: number }[]>`
    SELECT p.block, count(*)::int AS plots, count(pn."plotId")::int AS tied
    FROM "Plot" p LEFT JOIN "PlotNode" pn ON pn."plotId" = p.id AND pn."nodeId" = ${node.id}::uuid
    WHERE p."zoneId" = ${zone.value.id}::uuid AND p."retiredAt" IS NULL
    GROUP BY p.block ORDER BY p.block NULLS LAST`
  const { id: _zone, mayWrite, ...shown } = zone.value
  return ok({ zone: shown, mayWrite, node: keptNode(node, dayInVietnam(ctx.now)), blocks })
}

/** A zone whose land the actor keeps or reads. */
export async function keptZone(
  ctx: Ctx,
  code: string,
): Promise<Verdict<{ id: string; code: string; name: Text; mayWrite: boolean }>> {
  const zone = await db().zone.findUnique({ where: { code }, select: { id: true, code: true, nameText: true } })
  if (!zone || !may(ctx.actor, 'land.read_draft', { zoneId: zone.id }).ok) return refuse('not-found')
  const mayWrite = may(ctx.actor, 'land.write', { zoneId: zone.id }).ok
  return ok({ id: zone.id, code: zone.code, name: zone.nameText as unknown as Text, mayWrite })
}

function keptNode(node: NodeRecord, today: Day): KeptNode {
  const entries = node.entries.map(({ id, kind, amount, fromDay, reason, source }) => ({
    id,
    kind: kind as EntryKind,
    amount,
    from: toDay(fromDay),
    reason,
    source,
  }))
  const holds = node.holds.map(({ amount, fromInstant, untilInstant, neededOn, hold }) => ({
    number: hold.case.number,
    amount,
    from: fromInstant,
    until: untilInstant,
    neededOn: neededOn ? toDay(neededOn) : dayInVietnam(fromInstant),
  }))
  const first = changeDays(entries, holds)[0] ?? today
  const days = ledgerFrom(first < today ? first : today, entries, holds, [today])
  return {
    id: node.id,
    version: node.version,
    kind: node.kind as UtilityKind,
    name: node.nameText as unknown as Text,
    illustrative: node.illustrative,
    position: node.lat !== null && node.lon !== null ? { lat: node.lat, lon: node.lon } : null,
    plots: node._count.plots,
    days,
    today,
    entries,
    holds: holds.map(({ number, amount, neededOn, until }) => ({
      number,
      amount,
      neededOn,
      until: until.toISOString(),
    })),
  }
}
