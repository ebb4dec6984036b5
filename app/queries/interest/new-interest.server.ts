import { canDevelop } from '~/domain/interest/draft'
import { isOneSite } from '~/domain/land/plot-set'
import { type CommercialState, canRegisterInterest, type PublicationState } from '~/domain/land/readiness'
import type { RefusalCode } from '~/domain/refusal'
import type { Text } from '~/domain/text'
import { type Day, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { snapshot } from '~/infra/snapshot.server'
import type { Ctx } from '~/infra/transact.server'

export interface NewInterest {
  zone: { code: string; name: Text; illustrative: boolean }
  role: 'tenant' | 'developer'
  plots: { code: string; areaM2: number; readyByLatest: Day | null; illustrative: boolean }[]
  /** Why no interest can be registered; null where it can. */
  whyNot: RefusalCode | null
  /** The organisations the person may write for. */
  organizations: { id: string; name: string }[]
  /** The kept match the wish comes from. */
  run: { code: string; day: Day } | null
  /** Drafts of these organisations for the same land. */
  drafts: { id: string; organizationName: string; updatedAt: string }[]
}

/** What a new interest would be about, and for whom. Null where neither plot nor zone is named. */
export async function newInterest(
  ctx: Ctx,
  wish: { plotCodes: string[]; zoneCode: string | null; runCode: string | null },
): Promise<Verdict<NewInterest | null>> {
  const run = wish.runCode === null ? null : await db().matchRun.findUnique({ where: { code: wish.runCode } })
  const organizations = ctx.actor.organizations.filter(
    ({ id, role }) => role !== 'reader' && (wish.runCode === null || id === run?.organizationId),
  )
  if (wish.runCode !== null && organizations.length === 0) return refuse('not-found')
  if (wish.plotCodes.length === 0 && wish.zoneCode === null) return ok(null)
  const plots = await db().plot.findMany({
    where: { code: { in: wish.plotCodes }, publication: 'published' },
    orderBy: { code: 'asc' },
  })
  const zone = await db().zone.findFirst({
    where: {
      publication: 'published',
      ...(plots[0] ? { id: plots[0].zoneId } : { code: wish.zoneCode ?? '' }),
    },
  })
  if (!zone || plots.length !== new Set(wish.plotCodes).size) return refuse('not-found')
  const verdicts =
    plots.length === 0
      ? [canDevelop({ ...zone, hasDeveloper: zone.developerOrgId !== null || zone.developerName !== null })]
      : plots.map(({ code, publication, commercial }) =>
          canRegisterInterest({
            code,
            publication: publication as PublicationState,
            commercial: commercial as CommercialState,
          }),
        )
  const refused = verdicts.find((verdict) => !verdict.ok)
  const oneSite =
    plots.length < 2 ||
    isOneSite(
      await snapshot(),
      plots.map(({ code }) => code),
    )
  const drafts = await db().interest.findMany({
    where: {
      state: 'draft',
      zoneId: zone.id,
      organizationId: { in: organizations.map(({ id }) => id) },
      plots: plots.length > 0 ? { some: { plotId: { in: plots.map(({ id }) => id) } } } : { none: {} },
    },
    include: { organization: { select: { name: true } } },
    orderBy: { updatedAt: 'desc' },
    take: 5,
  })
  return ok({
    zone: { code: zone.code, name: zone.nameText as unknown as Text, illustrative: zone.sitePlanIllustrative },
    role: plots.length > 0 ? 'tenant' : 'developer',
    plots: plots.map(({ code, areaM2, readyByLatest, illustrative }) => ({
      code,
      areaM2,
      readyByLatest: readyByLatest && toDay(readyByLatest),
      illustrative,
    })),
    whyNot: refused && !refused.ok ? refused.refusal.code : oneSite ? null : 'plots-apart',
    run: run && { code: run.code, day: toDay(run.day) },
    organizations: organizations.map(({ id, name }) => ({ id, name })),
    drafts: drafts.map((draft) => ({
      id: draft.id,
      organizationName: draft.organization.name,
      updatedAt: draft.updatedAt.toISOString(),
    })),
  })
}
