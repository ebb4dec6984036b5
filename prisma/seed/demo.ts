// The demo: illustrative plots from the site-plan generator, and the demo accounts. Says so on every row.
import { hash } from '@node-rs/argon2'
import type { UtilityKind } from '../../app/domain/land/capacity'
import { chance } from '../../app/domain/land/chance'
import { rungAt, rungNumber } from '../../app/domain/land/readiness'
import { type SitePlan, type SiteZone, sitePlanOf } from '../../app/domain/land/site-plan'
import type { Text } from '../../app/domain/text'
import { addDays, type Day, dayToDate } from '../../app/domain/time/day'
import type { Prisma, PrismaClient } from '../../app/infra/prisma/client'
import {
  DEMO_ORGANIZATIONS,
  DEMO_PASSWORD,
  DEMO_PEOPLE,
  makeOrganization,
  makeOrganizationDocument,
  makePerson,
} from './factories'

const json = (value: unknown) => value as Prisma.InputJsonValue
const SOURCE = 'illustrative: site-plan generator'

const NODE_NAMES: Record<UtilityKind, Text> = {
  power: { vi: 'Trạm biến áp', en: 'Substation', zh: '变电站' },
  water: { vi: 'Nguồn nước sạch', en: 'Water source', zh: '供水点' },
  wastewater: { vi: 'Nhà máy xử lý nước thải', en: 'Wastewater plant', zh: '污水处理厂' },
}

/** Loads the demo once; a second call finds it there and changes nothing. */
export async function loadDemo(prisma: PrismaClient, today: Day): Promise<void> {
  if ((await prisma.plot.count()) === 0) {
    for (const zone of await prisma.zone.findMany({ orderBy: { code: 'asc' } })) {
      const plan = sitePlanOf(zone.details as unknown as SiteZone, today)
      if (plan) await loadSitePlan(prisma, zone.id, plan, today)
    }
    await prisma.catalogue.update({ where: { id: 1 }, data: { version: { increment: 1 } } })
  }
  if ((await prisma.person.count()) === 0) await loadPeople(prisma, addDays(today, -60))
}

async function loadPeople(prisma: PrismaClient, fromDay: Day): Promise<void> {
  const passwordHash = await hash(DEMO_PASSWORD)
  const organizations = {
    go: await makeOrganization(prisma, DEMO_ORGANIZATIONS.go),
    dientu: await makeOrganization(prisma, DEMO_ORGANIZATIONS.dientu),
  }
  const at = dayToDate(fromDay)
  for (const organizationId of Object.values(organizations)) {
    const kept = [
      { kind: 'legal_status', fileName: 'Giay-chung-nhan-dang-ky.pdf', validUntil: null },
      { kind: 'financial_capacity', fileName: 'Bao-cao-tai-chinh-2025.pdf', validUntil: addDays(fromDay, 300) },
      { kind: 'financial_capacity', fileName: 'Xac-nhan-so-du-cu.pdf', validUntil: addDays(fromDay, 40) },
    ]
    for (const document of kept) await makeOrganizationDocument(prisma, { organizationId, ...document, at })
  }
  for (const { organization, ...person } of DEMO_PEOPLE) {
    const organizationId = organization && organizations[organization.key as keyof typeof organizations]
    await makePerson(prisma, {
      ...person,
      fromDay,
      passwordHash,
      organizationId,
      memberRole: organization?.role,
      mandate:
        organizationId && organization.role === 'agent' ? await aMandate(prisma, organizationId, fromDay) : undefined,
    })
  }
}

async function aMandate(prisma: PrismaClient, organizationId: string, fromDay: Day) {
  const untilDay = addDays(fromDay, 365)
  const paper = { kind: 'mandate', fileName: 'Mandate-Fischer.pdf', validUntil: untilDay, at: dayToDate(fromDay) }
  const documentId = await makeOrganizationDocument(prisma, { organizationId, ...paper })
  return { untilDay, scope: 'Preparing, submitting and following interests in Lạng Sơn (illustrative)', documentId }
}

async function loadSitePlan(prisma: PrismaClient, zoneId: string, plan: SitePlan, today: Day): Promise<void> {
  const { plots, nodes, ...drawing } = plan
  await prisma.zone.update({ where: { id: zoneId }, data: { sitePlan: json(drawing), sitePlanIllustrative: true } })
  const nodeIds: string[] = []
  for (const node of nodes) {
    const row = await prisma.utilityNode.create({
      data: {
        zoneId,
        kind: node.kind,
        nameText: json(NODE_NAMES[node.kind]),
        lat: node.lat,
        lon: node.lon,
        illustrative: true,
        entries: {
          create: node.entries.map((entry) => ({
            kind: entry.kind,
            amount: entry.amount,
            fromDay: dayToDate(entry.from),
            reason: SOURCE,
            source: SOURCE,
            illustrative: true,
          })),
        },
      },
    })
    nodeIds.push(row.id)
  }
  await prisma.plot.createMany({
    data: plots.map((plot) => ({
      code: plot.code,
      zoneId,
      block: plot.block,
      phase: plot.phase,
      areaM2: plot.areaM2,
      ring: json(plot.ring),
      readiness: plot.readinessRung,
      readinessSince: dayToDate(plot.readinessSince),
      readyByEarliest: dayToDate(plot.readyByEarliest),
      readyByLatest: dayToDate(plot.readyByLatest),
      commercial: plot.commercial,
      publication: 'published',
      illustrative: true,
      termEndYear: plot.termEndYear,
      maxDensityPct: plot.maxDensityPct,
      maxFloors: plot.maxFloors,
    })),
  })
  const rows = await prisma.plot.findMany({ where: { zoneId }, select: { id: true, code: true } })
  const idOf = new Map(rows.map((row) => [row.code, row.id]))
  const facts: Prisma.FactCreateManyInput[] = []
  for (const plot of plots) {
    const common = {
      plotId: idOf.get(plot.code),
      source: SOURCE,
      confirmedBy: SOURCE,
      confirmedOn: dayToDate(addDays(today, -30)),
      validFrom: dayToDate(addDays(today, -30)),
      illustrative: true,
    }
    facts.push({
      ...common,
      key: 'readiness',
      value: plot.readinessRung,
      confirmedUntil: dayToDate(plot.readinessConfirmedUntil),
    })
    if (plot.priceUsdPerM2 !== null && plot.priceConfirmedUntil !== null) {
      facts.push({
        ...common,
        key: 'price_usd_per_m2',
        value: plot.priceUsdPerM2,
        confirmedUntil: dayToDate(plot.priceConfirmedUntil),
      })
    }
    facts.push({
      ...common,
      key: 'utilities_planned',
      value: {
        powerKva: plot.powerKva,
        waterM3PerDay: plot.waterM3PerDay,
        wastewaterM3PerDay: plot.wastewaterM3PerDay,
      },
      confirmedUntil: null,
    })
  }
  await prisma.fact.createMany({ data: facts.map((fact) => ({ ...fact, createdAt: fact.validFrom })) })
  await prisma.readinessRecord.createMany({
    data: plots.flatMap((plot) => {
      const plotId = idOf.get(plot.code)
      return plotId ? ladderRows(plot, plotId) : []
    }),
  })
  await prisma.plotNode.createMany({
    data: rows.flatMap((plot) => nodeIds.map((nodeId) => ({ plotId: plot.id, nodeId }))),
  })
}

/** The rungs a plot passed, each some months before the next; the first day is the plan's. */
function ladderRows(plot: SitePlan['plots'][number], plotId: string): Prisma.ReadinessRecordCreateManyInput[] {
  const top = rungNumber(plot.readinessRung)
  let day = plot.readinessSince
  return Array.from({ length: top }, (_, index) => {
    const rung = rungAt(top - index)
    const reachedOn = dayToDate(day)
    day = addDays(day, -60 - Math.floor(chance(plot.code, rung, 'reached') * 120))
    return {
      plotId,
      rung,
      reachedOn,
      source: SOURCE,
      confirmedBy: SOURCE,
      confirmedOn: reachedOn,
      confirmedUntil: index === 0 ? dayToDate(plot.readinessConfirmedUntil) : null,
      illustrative: true,
      createdAt: reachedOn,
    }
  })
}
