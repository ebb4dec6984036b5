import { askedOf, canDevelop, type InterestDraft, newDraft } from '~/domain/interest/draft'
import { INTEREST_FORM_VERSION } from '~/domain/interest/form'
import { isOneSite } from '~/domain/land/plot-set'
import { type CommercialState, canRegisterInterest, type PublicationState } from '~/domain/land/readiness'
import type { MatchAnswer } from '~/domain/match/match'
import type { Need } from '~/domain/match/need'
import { mandateOf, may } from '~/domain/party/permission'
import { dayInVietnam, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import type { Prisma, Zone } from '~/infra/prisma/client'
import { snapshot } from '~/infra/snapshot.server'
import { type Ctx, transact } from '~/infra/transact.server'

type Land = { plotCodes: string[] } | { zoneCode: string }

/**
 * Begins a draft for plots of one zone that hang together (as their tenant), or for a zone that nobody develops yet (as
 * its developer), filled with what is known. With a kept match of the organisation the draft takes what its need said,
 * and the match stays with the case. Refuses `not-found`, `not-allowed`, `plot-not-offered`, `not-a-choice` for plots of
 * different zones or not among the match's results, `plots-apart`, `state-forbids` for a zone that has its developer.
 */
export async function startInterest(
  ctx: Ctx,
  input: { organizationId: string; runCode?: string | null } & Land,
): Promise<Verdict<{ id: string }>> {
  const { organizationId } = input
  const allowed = may(ctx.actor, 'interest.write', { organizationId })
  if (!allowed.ok) return allowed
  const land = await ('zoneCode' in input ? zoneToDevelop(input.zoneCode) : plotsOffered(input.plotCodes))
  if (!land.ok) return land
  const { zone, plots, role } = land.value
  const run = await matchRunOf(input.runCode ?? null, organizationId, plots)
  if (!run.ok) return run
  const organization = await db().organization.findUniqueOrThrow({ where: { id: organizationId } })
  const person = await db().person.findUniqueOrThrow({ where: { id: ctx.actor.personId ?? '' } })
  const form: InterestDraft = newDraft({
    today: dayInVietnam(ctx.now),
    asked: run.value ? askedOf(run.value.need as unknown as Need, dayInVietnam(ctx.now)) : {},
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
        matchRunId: run.value?.id,
        mandateId: mandateOf(ctx.actor, organizationId)?.membershipId,
        formVersion: INTEREST_FORM_VERSION,
        form: form as unknown as Prisma.InputJsonObject,
        createdAt: t.now,
        plots: { create: plots.map((plot) => ({ plotId: plot.id })) },
      },
    })
    await t.audit({
      act: 'interest.start',
      subject: { kind: 'interest', id: interest.id },
      detail: { role, zone: zone.code, plots: plots.map((plot) => plot.code), run: run.value?.code ?? null },
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
  const oneSite = codes.length < 2 || isOneSite(await snapshot(), codes)
  return oneSite ? ok({ zone, plots, role: 'tenant' }) : refuse('plots-apart', undefined, 'plot')
}

/** The kept match a draft is begun from: the organisation's own, with this very site among its results. */
async function matchRunOf(code: string | null, organizationId: string, plots: { code: string }[]) {
  if (code === null) return ok(null)
  const run = await db().matchRun.findUnique({ where: { code } })
  if (run?.organizationId !== organizationId) return refuse('not-found')
  const site = plots.map((plot) => plot.code).join()
  const found = (run.answer as unknown as MatchAnswer).results.some(
    (result) => [...result.plots].sort().join() === site,
  )
  return found ? ok(run) : refuse('not-a-choice', undefined, 'run')
}
