// What the keepers of the demo's land have entered at its utility sources, made by the commands themselves: a
// commitment, an addition to come, and a source that is only planned.
import { addCapacityEntry } from '../../app/commands/land/add-capacity-entry.server'
import { addNode } from '../../app/commands/land/add-node.server'
import { confirmCapacity } from '../../app/commands/land/confirm-capacity.server'
import { tiePlots } from '../../app/commands/land/tie-plots.server'
import type { CapacityEntry } from '../../app/domain/land/capacity'
import { addDays, type Day, dayInVietnam } from '../../app/domain/time/day'
import type { Verdict } from '../../app/domain/verdict'
import { db } from '../../app/infra/db.server'
import { actorOf } from '../../app/infra/session.server'
import type { Ctx } from '../../app/infra/transact.server'
import { demoActor } from './demo-actor'
import { demoEmail } from './factories'

const ZONE = 'LS-IP-VSIP'
const SOURCE = 'illustrative: demo'

function must<T>(verdict: Verdict<T>): T {
  if (!verdict.ok) throw new Error(`demo capacity refused: ${verdict.refusal.code}`)
  return verdict.value
}

async function enter(ctx: Ctx, nodeId: string, entry: CapacityEntry & { reason: string }): Promise<void> {
  const { version } = await db().utilityNode.findUniqueOrThrow({ where: { id: nodeId } })
  must(await addCapacityEntry(ctx, { nodeId, version, source: SOURCE, ...entry }))
}

/** Loads them once; needs the demo's plots and accounts. */
export async function loadDemoCapacity(now: Date): Promise<void> {
  const today = dayInVietnam(now)
  if ((await db().auditEntry.count({ where: { subjectKind: 'node' } })) > 0) return
  const person = await db().person.findUniqueOrThrow({ where: { email: demoEmail('developer.huulung') } })
  const actor = await actorOf(person.id)
  if (!actor) throw new Error('the demo has no developer')
  const ctx: Ctx = { actor, now }
  const zone = await db().zone.findUniqueOrThrow({ where: { code: ZONE }, select: { id: true } })
  const power = await db().utilityNode.findFirstOrThrow({ where: { zoneId: zone.id, kind: 'power' } })
  const reason = 'Minh hoạ: cam kết cấp điện cho nhà xưởng xây sẵn'
  await enter(ctx, power.id, { kind: 'committed', amount: 12_000, from: addDays(today, -20), reason })
  const added = await addNode(ctx, {
    zoneCode: ZONE,
    kind: 'power',
    name: {
      vi: 'Trạm biến áp số 2 (minh hoạ)',
      en: 'Substation no. 2 (illustrative)',
      zh: '2号变电站（示例）',
      unofficial: ['en', 'zh'],
    },
    position: { lat: 21.478, lon: 106.39 },
  })
  const nodeId = must(added).id
  await db().utilityNode.update({ where: { id: nodeId }, data: { illustrative: true } })
  const plan = 'Minh hoạ: đóng điện theo kế hoạch'
  await enter(ctx, nodeId, { kind: 'built', amount: 40_000, from: addDays(today, 420), reason: plan })
  const served = await db().plot.findMany({
    where: { zoneId: zone.id, phase: { gte: 2 } },
    select: { code: true },
    take: 12,
    orderBy: { code: 'asc' },
  })
  const codes = served.map(({ code }) => code)
  if (codes.length > 0) must(await tiePlots(ctx, { nodeId, version: 2, to: 'tied', blocks: [], codes }))
  await answerForCapacity(today)
}

/** What remains was confirmed in every zone with sources; in one the day is near, in one it has passed. */
const HOLDS_FROM_TODAY: Record<string, number> = { 'LS-CC-HOSON1': 12, 'LS-CC-DINHLAP': -3 }
const CONFIRMED_AGO = 30
const ORDINARY_HOLDS = 150

async function answerForCapacity(today: Day): Promise<void> {
  const zones = await db().zone.findMany({ where: { nodes: { some: {} } }, select: { code: true } })
  const day = addDays(today, -CONFIRMED_AGO)
  for (const { code } of zones) {
    const ctx = await demoActor(code === ZONE ? 'developer.huulung' : 'officer', day)
    const confirmedUntil = addDays(today, HOLDS_FROM_TODAY[code] ?? ORDINARY_HOLDS)
    const source = 'minh hoạ: sổ công suất của khu, cụm'
    must(await confirmCapacity(ctx, { zoneCode: code, source, confirmedUntil, seenId: null }))
  }
}
