import { canDevelop, type InterestDraft, newDraft } from '~/domain/interest/draft'
import { INTEREST_FORM_VERSION } from '~/domain/interest/form'
import { type CommercialState, canRegisterInterest, type PublicationState } from '~/domain/land/readiness'
import { may } from '~/domain/party/permission'
import { dayInVietnam, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import type { Prisma, Zone } from '~/infra/prisma/client'
import { type Ctx, transact } from '~/infra/transact.server'

type Land = { plotCodes: string[] } | { zoneCode: string }

/**
 * Begins a draft for plots of one zone (as their tenant), or for a zone that nobody develops yet (as its developer),
 * filled with what is known. Refuses `not-found`, `not-allowed`, `plot-not-offered`, `not-a-choice` for plots of
 * different zones, `state-forbids` for a zone that has its developer.
 */
export async function startInterest(
  ctx: Ctx,
  input: { organizationId: string } & Land,
): Promise<Verdict<{ id: string }>> {
  const { organizationId } = input
  const allowed = may(ctx.actor, 'interest.write', { organizationId })
  if (!allowed.ok) return allowed
  const land = await ('zoneCode' in input ? zoneToDevelop(input.zoneCode) : plotsOffered(input.plotCodes))
  if (!land.ok) return land
  const { zone, plots, role } = land.value
  const organization = await db().organization.findUniqueOrThrow({ where: { id: organizationId } })
  const person = await db().person.findUniqueOrThrow({ where: { id: ctx.actor.personId ?? '' } })
  const form: InterestDraft = newDraft({
    today: dayInVietnam(ctx.now),
    plots: plots.map((plot) => ({
      areaM2: plot.areaM2,
      readyByLatest: plot.readyByLatest && toDay(plot.readyByLatest),
    })),
    zoneAreaM2: zone.areaM2,
    sector: zone.sectorsCertain && zone.sectorSlugs.length === 1 ? (zone.sectorSlugs[0] ?? null) : null,
    currency: organization.kind === 'foreign' ? 'USD' : 'VND',
    contact: { name: person.fullName, email: person.email, phone: person.phone },
  })
  return transact(ctx, async (t) => {
    const interest = await t.db.interest.create({
      data: {
        organizationId,
        zoneId: zone.id,
        role,
        createdById: person.id,
        formVersion: INTEREST_FORM_VERSION,
        form: form as unknown as Prisma.InputJsonObject,
        createdAt: t.now,
        plots: { create: plots.map((plot) => ({ plotId: plot.id })) },
      },
    })
    await t.audit({
      act: 'interest.start',
      subject: { kind: 'interest', id: interest.id },
      detail: { role, zone: zone.code, plots: plots.map((plot) => plot.code) },
    })
    return ok({ id: interest.id })
  })
}

async function zoneToDevelop(code: string) {
  const zone = await db().zone.findUnique({ where: { code } })
  if (zone?.publication !== 'published') return refuse('not-found')
  const hasDeveloper = zone.developerOrgId !== null || zone.developerName !== null
  const verdict = canDevelop({ ...zone, hasDeveloper })
  return verdict.ok ? ok({ zone, plots: [], role: 'developer' }) : verdict
}

async function plotsOffered(codes: string[]) {
  const plots = await db().plot.findMany({
    where: { code: { in: codes }, publication: 'published' },
    include: { zone: true },
    orderBy: { code: 'asc' },
  })
  const zone: Zone | undefined = plots[0]?.zone
  if (!zone || plots.length !== new Set(codes).size) return refuse('not-found')
  if (plots.some((plot) => plot.zoneId !== zone.id)) return refuse('not-a-choice', undefined, 'plot')
  for (const plot of plots) {
    const offered = canRegisterInterest({
      code: plot.code,
      publication: plot.publication as PublicationState,
      commercial: plot.commercial as CommercialState,
    })
    if (!offered.ok) return offered
  }
  return ok({ zone, plots, role: 'tenant' })
}
