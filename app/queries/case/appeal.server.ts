import { APPEAL, type Appealed, canAppeal } from '~/domain/case/appeal'
import type { CaseState } from '~/domain/case/state'
import { may } from '~/domain/party/permission'
import { type Day, dayInVietnam } from '~/domain/time/day'
import { ok, type Refusal, refuse, type Verdict } from '~/domain/verdict'
import { APPEALED, appealFactsOf } from '~/infra/appeal-record.server'
import { db } from '~/infra/db.server'
import type { Ctx } from '~/infra/transact.server'

export interface CaseAppeal {
  /** What of this case may be appealed, or was; null while there is nothing. */
  what: Appealed | null
  /** The case whose decision this one appeals, and why. */
  of: { number: string; what: Appealed; decidedOn: Day | null; ground: string } | null
  /** The appeal of this case's decision. */
  by: { number: string; state: CaseState } | null
  /** Until when it may be appealed; null where it never may. */
  until: Day | null
  /** Why not now; null where it may. */
  whyNot: Refusal | null
  mayAppeal: boolean
  /** The ground of a draft that was begun. */
  draft: { id: string; ground: string } | null
}

/** How a case stands to appeals, on both sides. Whose case it is was asked before. */
export async function caseAppeal(ctx: Ctx, caseId: string): Promise<CaseAppeal> {
  const row = await db().caseFile.findUniqueOrThrow({
    where: { id: caseId },
    select: {
      ...APPEALED,
      interest: { select: { appealGround: true } },
      appealOf: { select: APPEALED },
      appealDrafts: { where: { state: 'draft' }, select: { id: true, appealGround: true }, take: 1 },
    },
  })
  const facts = await appealFactsOf(row)
  const verdict = canAppeal(facts, dayInVietnam(ctx.now))
  const own = may(ctx.actor, 'case.appeal', { organizationId: row.organizationId }).ok
  const draft = own ? row.appealDrafts[0] : undefined
  const first = row.appealOf && (await appealFactsOf(row.appealOf))
  return {
    what: facts.what,
    of: row.appealOf &&
      first && {
        number: row.appealOf.number,
        what: first.what ?? 'decision',
        decidedOn: first.decidedOn,
        ground: row.interest.appealGround ?? '',
      },
    by: row.appeal && { number: row.appeal.number, state: row.appeal.state as CaseState },
    until: facts.refused && !facts.isAppeal ? facts.lastDay : null,
    whyNot: verdict.ok ? null : verdict.refusal,
    mayAppeal: own && verdict.ok,
    draft: draft ? { id: draft.id, ground: draft.appealGround ?? '' } : null,
  }
}

export interface AppealPage {
  number: string
  appeal: CaseAppeal
  basis: string
  certain: boolean
  days: number
}

/** What the form of an appeal shows to those whose case it is. Refuses `not-found` for anybody else's, `not-allowed`. */
export async function appealPage(ctx: Ctx, number: string): Promise<Verdict<AppealPage>> {
  const row = await db().caseFile.findUnique({ where: { number }, select: { id: true, organizationId: true } })
  if (!row) return refuse('not-found')
  const allowed = may(ctx.actor, 'case.appeal', { organizationId: row.organizationId })
  if (!allowed.ok) return allowed
  const { basis, certain, days } = APPEAL
  return ok({ number, appeal: await caseAppeal(ctx, row.id), basis, certain, days })
}
