import { stepsFor } from '~/domain/land/publication'
import type { CommercialState, PublicationState, Rung } from '~/domain/land/readiness'
import { may } from '~/domain/party/permission'
import { zonesWhere } from '~/domain/party/zone-scope'
import { REFUSALS, type RefusalCode } from '~/domain/refusal'
import type { Text } from '~/domain/text'
import { dayInVietnam, toDay } from '~/domain/time/day'
import { ok, refuse } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import type { Prisma } from '~/infra/prisma/client'
import { sectors } from '~/infra/reference.server'
import type { Ctx } from '~/infra/transact.server'
import { lineageOf } from './lineage.server'

export interface OfficePlotFilter {
  zone?: string
  /** `retired`: what a split or merger took out of use; no other choice shows it. */
  publication?: PublicationState | 'retired'
  commercial?: CommercialState
  readiness?: Rung
  q?: string
  /** The code of the last row of the page before. */
  after?: string
}

const PER_PAGE = 50

const FACTS_IN_FORCE = { where: { supersededAt: null, key: { in: ['price_usd_per_m2', 'readiness'] } } }
export const liveHolds = (ctx: Ctx) => ({ where: { fromInstant: { lte: ctx.now }, untilInstant: { gt: ctx.now } } })

/** What a keeper's list selects, in the keeper's own zones: the page, its export, and what is done to all of it. */
export function plotsWhere(ctx: Ctx, filter: OfficePlotFilter): Prisma.PlotWhereInput {
  const { zone, publication, commercial, readiness, q } = filter
  const scope = zonesWhere(ctx.actor, 'land.read_draft')
  return {
    ...(scope && { zoneId: { in: scope } }),
    ...(zone && { zone: { code: zone } }),
    ...(publication === 'retired' ? { retiredAt: { not: null } } : { retiredAt: null, publication }),
    commercial,
    readiness,
    ...(q && { code: { contains: q, mode: 'insensitive' } }),
  }
}

/** The list of plots of the office or of a developer's zones, drafts and withdrawn ones too, by code. */
export async function officePlots(ctx: Ctx, filter: OfficePlotFilter) {
  const { after } = filter
  const scope = zonesWhere(ctx.actor, 'land.read_draft')
  const found = plotsWhere(ctx, filter)
  const [total, rows, zones] = await Promise.all([
    db().plot.count({ where: found }),
    db().plot.findMany({
      where: { ...found, ...(after && { AND: { code: { gt: after } } }) },
      orderBy: { code: 'asc' },
      take: PER_PAGE + 1,
      include: { zone: { select: { nameText: true } }, facts: FACTS_IN_FORCE, holds: liveHolds(ctx) },
    }),
    zoneChoices(scope),
  ])
  const shown = rows.slice(0, PER_PAGE)
  return {
    zones,
    total,
    next: rows.length > PER_PAGE ? (shown.at(-1)?.code ?? null) : null,
    rows: shown.map((plot) => {
      const price = plot.facts.find((fact) => fact.key === 'price_usd_per_m2')
      const priceUntil = price?.confirmedUntil ? toDay(price.confirmedUntil) : null
      return {
        code: plot.code,
        zone: plot.zone.nameText as unknown as Text,
        areaM2: plot.areaM2,
        readiness: plot.readiness as Rung,
        commercial: (plot.holds.length > 0 ? 'held' : plot.commercial) as CommercialState,
        publication: plot.retiredAt ? ('retired' as const) : (plot.publication as PublicationState),
        version: plot.version,
        publishAt: plot.publishAt?.toISOString() ?? null,
        illustrative: plot.illustrative,
        priceUsdPerM2: typeof price?.value === 'number' ? price.value : null,
        priceUntil,
        priceStale: priceUntil !== null && priceUntil < dayInVietnam(ctx.now),
      }
    }),
  }
}

/** Zones by code, for a choice; of a scope where there is one. */
async function zoneChoices(scope: string[] | null) {
  const zones = await db().zone.findMany({
    where: scope ? { id: { in: scope } } : {},
    orderBy: { code: 'asc' },
    select: { code: true, nameText: true, status: true },
  })
  return zones.map(({ code, nameText, status }) => ({ code, name: nameText as unknown as Text, status }))
}

/** What the form of a new plot offers. */
export async function plotChoices(ctx: Ctx) {
  const scope = zonesWhere(ctx.actor, 'land.write')
  const [zones, sectorRows] = await Promise.all([zoneChoices(scope), sectors()])
  return { zones, sectors: sectorRows.map(({ slug, name }) => ({ slug, name })) }
}

/** Why a plot was returned, or what forbade a publication that was due. */
function whyOf(body: Prisma.JsonValue | undefined): { reason: string } | { refusal: RefusalCode } | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null
  if (typeof body.reason === 'string') return { reason: body.reason }
  return typeof body.refusal === 'string' && body.refusal in REFUSALS ? { refusal: body.refusal as RefusalCode } : null
}

/** Names of people by id, read at once. */
async function namesOf(ids: (string | null)[]): Promise<(id: string | null) => string | null> {
  const people = await db().person.findMany({
    where: { id: { in: ids.filter((id): id is string => id !== null) } },
    select: { id: true, fullName: true },
  })
  const names = new Map(people.map(({ id, fullName }) => [id, fullName]))
  return (id) => (id === null ? null : (names.get(id) ?? null))
}

const dayOf = (date: Date | null) => (date ? toDay(date) : null)

/** One plot for whoever keeps it: what stands in its form, what was said before, and its history. */
export async function officePlot(ctx: Ctx, code: string) {
  const plot = await db().plot.findUnique({
    where: { code },
    include: {
      zone: true,
      facts: { where: { key: FACTS_IN_FORCE.where.key }, orderBy: { createdAt: 'desc' } },
      holds: { ...liveHolds(ctx), include: { hold: { select: { case: { select: { number: true } } } } } },
    },
  })
  if (!plot || !may(ctx.actor, 'land.read_draft', { zoneId: plot.zoneId }).ok) return refuse('not-found')
  const history = await db().auditEntry.findMany({
    where: { subjectKind: 'plot', subjectId: plot.id },
    orderBy: { id: 'desc' },
    take: 100,
    include: { detail: true },
  })
  const names = await namesOf([plot.reviewAskedById, plot.publishById])
  const inForce = (key: string) => plot.facts.find((fact) => fact.key === key && fact.supersededAt === null)
  const price = inForce('price_usd_per_m2')
  const [hold] = plot.holds
  return ok({
    code: plot.code,
    version: plot.version,
    publication: plot.publication as PublicationState,
    illustrative: plot.illustrative,
    retiredOn: plot.retiredAt ? dayInVietnam(plot.retiredAt) : null,
    lineage: await lineageOf(plot.id, false),
    mayWrite: plot.retiredAt === null && may(ctx.actor, 'land.write', { zoneId: plot.zoneId }).ok,
    steps: stepsFor(ctx.actor, {
      zoneId: plot.zoneId,
      publication: plot.publication as PublicationState,
      reviewAskedById: plot.reviewAskedById,
      retired: plot.retiredAt !== null,
    }),
    review: {
      askedBy: names(plot.reviewAskedById),
      returned: plot.reviewReturn,
      publishAt: plot.publishAt?.toISOString() ?? null,
      publishBy: names(plot.publishById),
    },
    mayPublish: may(ctx.actor, 'land.publish').ok,
    zone: {
      code: plot.zone.code,
      name: plot.zone.nameText as unknown as Text,
      status: plot.zone.status,
      published: plot.zone.publication === 'published',
    },
    hold: hold ? { number: hold.hold.case.number, until: hold.untilInstant.toISOString() } : null,
    form: {
      areaM2: plot.areaM2,
      block: plot.block,
      phase: plot.phase,
      readiness: plot.readiness as Rung,
      readinessSince: dayOf(plot.readinessSince),
      readinessUntil: dayOf(inForce('readiness')?.confirmedUntil ?? null),
      readyByEarliest: dayOf(plot.readyByEarliest),
      readyByLatest: dayOf(plot.readyByLatest),
      commercial: plot.commercial as CommercialState,
      priceUsdPerM2: typeof price?.value === 'number' ? price.value : null,
      priceUntil: dayOf(price?.confirmedUntil ?? null),
      termEndYear: plot.termEndYear,
      maxDensityPct: plot.maxDensityPct,
      maxFloors: plot.maxFloors,
      sectors: plot.sectorSlugs,
      note: plot.note,
      ring: plot.ring === null ? null : JSON.stringify(plot.ring),
    },
    facts: plot.facts.map((fact) => ({
      id: fact.id,
      key: fact.key,
      value: String(fact.value),
      source: fact.source,
      confirmedBy: fact.confirmedBy,
      confirmedOn: toDay(fact.confirmedOn),
      confirmedUntil: dayOf(fact.confirmedUntil),
      inForce: fact.supersededAt === null,
    })),
    history: history.map((entry) => ({
      id: String(entry.id),
      at: entry.at.toISOString(),
      act: entry.act,
      by: entry.detail?.actorName ?? null,
      why: whyOf(entry.detail?.body),
    })),
    choices: await plotChoices(ctx),
  })
}
