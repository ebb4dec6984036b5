import { beforeAll, expect, it } from 'vitest'
import { submitInterest } from '~/commands/interest/submit-interest.server'
import { addCapacityEntry } from '~/commands/land/add-capacity-entry.server'
import { addNode } from '~/commands/land/add-node.server'
import { tiePlots } from '~/commands/land/tie-plots.server'
import { type CapacityEntry, type CapacityHold, ledgerFrom } from '~/domain/land/capacity'
import { addDays, type Day, dayInVietnam, dayToDate, toDay } from '~/domain/time/day'
import { db } from '~/infra/db.server'
import { activateHold, releaseHolds } from '~/infra/holds.server'
import { actorOf } from '~/infra/session.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { demoEmail, makeDraft, makeForm } from '../prisma/seed/factories'
import { describeDatabases } from './database'

const START = '2026-10-01' as Day
/** 09:00 in Vietnam. */
const NOW = new Date('2026-11-16T02:00:00Z')
const DAY_MS = 24 * 3_600_000
const codeOf = (verdict: { ok: boolean; refusal?: { code: string } }) => (verdict.ok ? 'ok' : verdict.refusal?.code)

describeDatabases('capacity', (open) => {
  let investor: Ctx
  let officer: Ctx
  let node: { id: string }
  let plots: { id: string; code: string; zone: { code: string } }[]
  const needed = addDays(dayInVietnam(NOW), 200)

  beforeAll(async () => {
    await open('demo')
    investor = await as('investor.vn')
    officer = await as('officer')
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

  async function as(name: string): Promise<Ctx> {
    const person = await db().person.findUniqueOrThrow({ where: { email: demoEmail(name) } })
    const actor = await actorOf(person.id)
    if (!actor) throw new Error(`no ${name}`)
    return { actor, now: NOW }
  }

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
        capacity: { power, water: 0, wastewater: 0 },
        neededOn: needed,
      }),
    )
  const release = (caseId: string, at = NOW) =>
    transact({ ...investor, now: at }, async (t) => ({ ok: true, value: await releaseHolds(t, caseId, 'thử') }))

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

  /** Every day's remainder at a node, its rows and live holds read from the database. */
  async function remainders(nodeId: string, at: Date): Promise<number[]> {
    const rows = await db().capacityEntry.findMany({ where: { nodeId } })
    const holds = await db().holdCapacity.findMany({ where: { nodeId, untilInstant: { gt: at } } })
    const entries = rows.map(
      ({ kind, amount, fromDay }): CapacityEntry => ({
        kind: kind as CapacityEntry['kind'],
        amount,
        from: toDay(fromDay),
      }),
    )
    const live = holds.map(
      (row): CapacityHold => ({
        amount: row.amount,
        from: row.fromInstant,
        until: row.untilInstant,
        neededOn: row.neededOn && toDay(row.neededOn),
      }),
    )
    return ledgerFrom(START, entries, live).map(({ remaining }) => remaining)
  }

  const versionOf = async (id: string) => (await db().utilityNode.findUniqueOrThrow({ where: { id } })).version
  /** A keeper who reads the page again whenever somebody was faster. */
  async function persist(change: () => Promise<{ ok: boolean; refusal?: { code: string } }>): Promise<string> {
    for (;;) {
      const code = codeOf(await change())
      if (code !== 'conflict') return code ?? 'none'
    }
  }
  const enter = (nodeId: string, kind: CapacityEntry['kind'], amount: number, from: Day) =>
    persist(async () =>
      addCapacityEntry(officer, {
        nodeId,
        version: await versionOf(nodeId),
        kind,
        amount,
        from,
        reason: 'test',
        source: 'test',
      }),
    )

  it('keeps every remainder at zero or above while entries, holds and ties race', async () => {
    const made = await addNode(officer, {
      zoneCode: 'LS-IP-VSIP',
      kind: 'water',
      name: { vi: 'Bể', en: 'Tank', zh: '水池' },
      position: null,
    })
    if (!made.ok) throw new Error(made.refusal.code)
    const nodeId = made.value.id
    const ids = plots.map(({ id }) => id)
    const codes = plots.map(({ code }) => code)
    await db().plotNode.deleteMany({ where: { plotId: { in: ids }, node: { kind: 'water' } } })
    const tie = (to: 'tied' | 'untied', tied: string[]) =>
      persist(async () => tiePlots(officer, { nodeId, version: await versionOf(nodeId), to, blocks: [], codes: tied }))
    expect(await tie('tied', codes)).toBe('ok')
    expect(await enter(nodeId, 'built', 1000, needed)).toBe('ok')

    const at = new Date(NOW.getTime() + 4 * DAY_MS)
    const water = (caseId: string, plotId: string, amount: number) =>
      transact({ ...investor, now: at }, (t) =>
        activateHold(t, {
          caseId,
          plotIds: [plotId],
          until: new Date(at.getTime() + DAY_MS),
          capacity: { power: 0, water: amount, wastewater: 0 },
          neededOn: addDays(needed, 10),
        }),
      ).then((verdict) => codeOf(verdict) ?? 'none')
    const cases = await Promise.all(plots.slice(0, 5).map(caseFor))
    const answers = await Promise.all([
      ...cases.map((caseId, index) => water(caseId, ids[index] ?? '', 200)),
      enter(nodeId, 'committed', 350, addDays(needed, 5)),
      enter(nodeId, 'withdrawn', 300, addDays(needed, 60)),
      enter(nodeId, 'built', 100, addDays(needed, 30)),
      enter(nodeId, 'withdrawn', 1, addDays(needed, -1)),
      tie('untied', codes.slice(0, 2)),
    ])
    expect(Math.min(...(await remainders(nodeId, at)))).toBeGreaterThanOrEqual(0)
    // Nothing is built before the day from which it is: what takes from it earlier is refused in any order.
    expect(answers[8]).toBe('capacity-short')
    expect(answers[7]).toBe('ok')
    const allowed = ['ok', 'capacity-exceeded', 'capacity-short', 'node-in-use']
    for (const answer of answers) expect(allowed).toContain(answer)

    // A plot that is held with the node's capacity is tied to it; one that was untied first is held without it.
    const holds = await db().holdCapacity.findMany({
      where: { nodeId, untilInstant: { gt: at } },
      include: { hold: { include: { plots: true } } },
    })
    const tied = new Set((await db().plotNode.findMany({ where: { nodeId } })).map(({ plotId }) => plotId))
    for (const row of holds) for (const { plotId } of row.hold.plots) expect(tied.has(plotId)).toBe(true)
    for (const caseId of cases) await release(caseId, at)
  })

  it('refuses to untie a plot that is held with the node, on an old reading, and by a stranger', async () => {
    const [plot] = plots
    if (!plot) throw new Error('no plot')
    const caseId = await caseFor(plot)
    const at = new Date(NOW.getTime() + 8 * DAY_MS)
    expect(codeOf(await hold(caseId, plot.id, 100, at))).toBe('ok')
    const untie = (ctx: Ctx, version: number) =>
      tiePlots({ ...ctx, now: at }, { nodeId: node.id, version, to: 'untied', blocks: [], codes: [plot.code] })
    const version = await versionOf(node.id)
    expect(await untie(officer, version)).toMatchObject({
      refusal: { code: 'node-in-use', field: 'plots', values: { plot: plot.code } },
    })
    expect(codeOf(await untie(officer, version + 1))).toBe('conflict')
    expect(codeOf(await untie(await as('auditor'), version))).toBe('not-allowed')
    await release(caseId, at)
    expect(codeOf(await untie(officer, version))).toBe('ok')
    expect(
      codeOf(
        await addCapacityEntry(officer, {
          nodeId: 'no',
          version,
          kind: 'built',
          amount: 1,
          from: START,
          reason: 'r',
          source: 's',
        }),
      ),
    ).toBe('not-found')
    // A developer keeps the nodes of its own zone and no other's.
    const developer = await as('developer.huulung')
    const elsewhere = await db().utilityNode.findFirstOrThrow({ where: { zone: { code: 'LS-IP-DONGBANH' } } })
    const add = (nodeId: string) =>
      addCapacityEntry(developer, {
        nodeId,
        version: 1,
        kind: 'built',
        amount: 5,
        from: START,
        reason: 'r',
        source: 's',
      })
    expect(codeOf(await add(elsewhere.id))).toBe('not-found')
    const own = await addNode(developer, {
      zoneCode: 'LS-IP-VSIP',
      kind: 'power',
      name: { vi: 'T2', en: 'T2', zh: 'T2', unofficial: ['en', 'zh'] },
      position: { lat: 21.48, lon: 106.38 },
    })
    expect(own.ok && codeOf(await add(own.value.id))).toBe('ok')
    const acts = await db().auditEntry.findMany({
      where: { subjectId: own.ok ? own.value.id : '' },
      orderBy: { id: 'asc' },
    })
    expect(acts.map(({ act }) => act)).toEqual(['node.add', 'node.enter'])
  })

  it('counts a hold of somebody who asked a moment later but came first', async () => {
    const [first, second] = plots
    if (!first || !second) throw new Error('no plots')
    await db().plotNode.createMany({ data: [{ plotId: first.id, nodeId: node.id }], skipDuplicates: true })
    const at = new Date(NOW.getTime() + 12 * DAY_MS)
    const [early, late] = [await caseFor(first), await caseFor(second)]
    expect(codeOf(await hold(late, second.id, 900, new Date(at.getTime() + 50)))).toBe('ok')
    expect(codeOf(await hold(early, first.id, 900, at))).toBe('capacity-exceeded')
  })
})
