import { beforeAll, expect, it } from 'vitest'
import { submitInterest } from '~/commands/interest/submit-interest.server'
import { addDays, type Day, dayInVietnam, dayToDate } from '~/domain/time/day'
import { type Database, db } from '~/infra/db.server'
import { activateHold, releaseHolds } from '~/infra/holds.server'
import { actorOf } from '~/infra/session.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { loadDemo } from '../prisma/seed/demo'
import { demoEmail, makeDraft, makeForm } from '../prisma/seed/factories'
import { describeDatabases } from './database'

const START = '2026-10-01' as Day
/** 09:00 in Vietnam. */
const NOW = new Date('2026-11-16T02:00:00Z')
const DAY_MS = 24 * 3_600_000
const codeOf = (verdict: { ok: boolean; refusal?: { code: string } }) => (verdict.ok ? 'ok' : verdict.refusal?.code)

describeDatabases('capacity', (open) => {
  let database: Database
  let investor: Ctx
  let node: { id: string }
  let plots: { id: string; code: string; zone: { code: string } }[]
  const needed = addDays(dayInVietnam(NOW), 200)

  beforeAll(async () => {
    database = await open()
    await loadDemo(database.prisma, START)
    const person = await db().person.findUniqueOrThrow({ where: { email: demoEmail('investor.vn') } })
    const actor = await actorOf(person.id)
    if (!actor) throw new Error('no investor')
    investor = { actor, now: NOW }
    const zone = await db().zone.findUniqueOrThrow({ where: { code: 'LS-IP-VSIP' } })
    const former = await db().utilityNode.findFirstOrThrow({ where: { zoneId: zone.id, kind: 'power' } })
    node = await db().utilityNode.create({
      data: { zoneId: zone.id, kind: 'power', nameText: { vi: 'Trạm', en: 'Station', zh: '变电站' } },
    })
    plots = await db().plot.findMany({
      where: { commercial: 'offered', publication: 'published', nodes: { some: { nodeId: former.id } } },
      include: { zone: { select: { code: true } } },
      orderBy: { code: 'asc' },
      take: 8,
    })
    await db().plotNode.updateMany({
      where: { plotId: { in: plots.map(({ id }) => id) }, node: { kind: 'power' } },
      data: { nodeId: node.id },
    })
    await entry('built', 1000, START)
  })

  const entry = (kind: string, amount: number, from: Day) =>
    db().capacityEntry.create({
      data: { nodeId: node.id, kind, amount, fromDay: dayToDate(from), reason: 'test', source: 'test', createdAt: NOW },
    })

  async function caseFor(plot: { code: string; zone: { code: string } }): Promise<string> {
    const form = makeForm(dayInVietnam(NOW))
    const interestId = await makeDraft(db(), {
      organizationId: investor.actor.organizations[0]?.id ?? '',
      createdById: investor.actor.personId ?? '',
      zoneCode: plot.zone.code,
      plotCodes: [plot.code],
      form,
      at: NOW,
    })
    const sent = await submitInterest(investor, { interestId, version: 1, form })
    if (!sent.ok) throw new Error(sent.refusal.code)
    return (await db().caseFile.findUniqueOrThrow({ where: { number: sent.value.number } })).id
  }

  const hold = (caseId: string, plotId: string, power: number, at = NOW) =>
    transact({ ...investor, now: at }, (t) =>
      activateHold(t, {
        caseId,
        plotIds: [plotId],
        until: new Date(at.getTime() + DAY_MS),
        subjectToDeveloperOffer: true,
        capacity: { power, water: 0, wastewater: 0 },
        neededOn: needed,
      }),
    )
  const release = (caseId: string, at = NOW) =>
    transact({ ...investor, now: at }, async (t) => ({ ok: true, value: await releaseHolds(t, caseId) }))

  it('never promises more of a node than is built, however many plots are approved at once', async () => {
    expect(plots).toHaveLength(8)
    const cases = await Promise.all(plots.map(caseFor))
    const verdicts = await Promise.all(plots.map((plot, index) => hold(cases[index] ?? '', plot.id, 300)))
    expect(verdicts.map(codeOf).sort()).toEqual([...Array(5).fill('capacity-exceeded'), 'ok', 'ok', 'ok'])
    const held = await db().holdCapacity.aggregate({ where: { nodeId: node.id }, _sum: { amount: true } })
    expect(held._sum.amount).toBe(900)
    for (const caseId of cases) await release(caseId)
  })

  it('counts capacity the node loses later', async () => {
    const [plot] = plots
    if (!plot) throw new Error('no plot')
    const caseId = await caseFor(plot)
    await entry('withdrawn', 900, addDays(needed, 30))
    expect(codeOf(await hold(caseId, plot.id, 200, new Date(NOW.getTime() + 1)))).toBe('capacity-exceeded')
    await entry('built', 900, addDays(needed, 30))
    expect(codeOf(await hold(caseId, plot.id, 200, new Date(NOW.getTime() + 1)))).toBe('ok')
    await release(caseId, new Date(NOW.getTime() + 1))
  })

  it('holds up to the last instant, and not at it', async () => {
    const plot = plots[1]
    if (!plot) throw new Error('no plot')
    const [first, second] = [await caseFor(plot), await caseFor(plot)]
    const begun = new Date(NOW.getTime() + 2)
    const end = begun.getTime() + DAY_MS
    expect(codeOf(await hold(first, plot.id, 1, begun))).toBe('ok')
    expect(codeOf(await hold(second, plot.id, 1, new Date(end - 1)))).toBe('plot-held')
    expect(codeOf(await hold(second, plot.id, 1, new Date(end)))).toBe('ok')
  })
})
