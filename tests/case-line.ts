// Cases on their way, for database tests: people of the demo, and the steps to assessment by the commands themselves.
import { expect } from 'vitest'
import { assignCase } from '~/commands/case/assign-case.server'
import { makeOffer } from '~/commands/case/make-offer.server'
import { passCheck } from '~/commands/case/pass-check.server'
import { receiveCase } from '~/commands/case/receive-case.server'
import { recommendCase } from '~/commands/case/recommend-case.server'
import { reviewRecommendation } from '~/commands/case/review-recommendation.server'
import { submitInterest } from '~/commands/interest/submit-interest.server'
import { dossierOn, TRIAGE_KEYS } from '~/domain/case/checklist'
import type { InterestForm } from '~/domain/interest/form'
import { type Day, dayInVietnam } from '~/domain/time/day'
import { findCase } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { procedureVersions } from '~/infra/reference.server'
import { actorOf } from '~/infra/session.server'
import type { Ctx } from '~/infra/transact.server'
import { makeDraft, makeForm } from '../prisma/seed/factories'

export const codeOf = (verdict: { ok: boolean; refusal?: { code: string } }) =>
  verdict.ok ? 'ok' : verdict.refusal?.code
/** 09:00 in Vietnam. */
export const morning = (day: string) => new Date(`${day}T02:00:00Z`)
export const day = (text: string) => text as Day
export const versionOf = async (number: string) => (await findCase(number))?.version ?? -1

/** The sources of a plot's zone have plenty. */
export async function buildSources(plotCode: string): Promise<void> {
  const { zoneId } = await db().plot.findUniqueOrThrow({ where: { code: plotCode } })
  const nodes = await db().utilityNode.findMany({ where: { zoneId } })
  const built = { kind: 'built', amount: 100_000, fromDay: new Date('2026-01-01'), reason: 'thử', source: 'thử' }
  await db().capacityEntry.createMany({ data: nodes.map(({ id }) => ({ ...built, nodeId: id })) })
}

/** Every paper of the dossier of a day, there. */
export async function present(on: string) {
  const dossier = dossierOn(await procedureVersions(), day(on))
  if (!dossier.ok) throw new Error(dossier.refusal.code)
  return dossier.value.papers.map(({ key }) => ({ key, answer: 'present' as const, note: null }))
}
/** Every line of the triage, met. */
export const MET = TRIAGE_KEYS.map((key) => ({ key, answer: 'met' as const, note: null }))

/** On a database with the demo in it. */
export async function caseLine() {
  const ids = new Map<string, string>()
  for (const person of await db().person.findMany()) ids.set(person.email.split('@')[0] ?? '', person.id)

  const as = async (name: string, on: string): Promise<Ctx> => {
    const actor = await actorOf(ids.get(name) ?? '')
    if (!actor) throw new Error(`no ${name}`)
    return { actor, now: morning(on) }
  }

  async function submitted(plotCode: string, on = '2026-11-16', own: Partial<InterestForm> = {}, who = 'investor.vn') {
    const ctx = await as(who, on)
    const plot = await db().plot.findUniqueOrThrow({ where: { code: plotCode }, include: { zone: true } })
    const form = makeForm(dayInVietnam(ctx.now), own)
    const interestId = await makeDraft(db(), {
      organizationId: ctx.actor.organizations[0]?.id ?? '',
      createdById: ctx.actor.personId ?? '',
      zoneCode: plot.zone.code,
      plotCodes: [plotCode],
      form,
      at: ctx.now,
    })
    const verdict = await submitInterest(ctx, { interestId, version: 1, form })
    expect(codeOf(verdict)).toBe('ok')
    return verdict.ok ? verdict.value.number : ''
  }

  async function inAssessment(number: string, on = '2026-11-17') {
    const received = { number, version: await versionOf(number), officialCode: null, checks: await present(on) }
    expect(codeOf(await receiveCase(await as('intake', on), received))).toBe('ok')
    const assigned = { number, version: await versionOf(number), officerId: ids.get('officer') ?? '' }
    expect(codeOf(await assignCase(await as('intake', on), assigned))).toBe('ok')
    const check = { number, version: await versionOf(number), answers: MET, note: null }
    expect(codeOf(await passCheck(await as('officer', on), check))).toBe('ok')
  }

  async function awaitingDecision(number: string, outcome: 'approve' | 'refuse' = 'approve') {
    await inAssessment(number)
    const reason = outcome === 'refuse' ? ('plan_conflict' as const) : null
    const proposal = { number, outcome, reason, text: 'Phù hợp', conditions: null, version: await versionOf(number) }
    expect(codeOf(await recommendCase(await as('officer', '2026-11-18'), proposal))).toBe('ok')
    const review = { number, verdict: 'accepted' as const, text: null, version: await versionOf(number) }
    expect(codeOf(await reviewRecommendation(await as('head', '2026-11-18'), review))).toBe('ok')
  }

  /** The land's developer offers it, for long. */
  async function offered(number: string) {
    const { id, version } = await db().developerRequest.findFirstOrThrow({ where: { case: { number } } })
    const offer = { id, version, untilDay: day('2027-11-01'), priceText: '110 USD/m²', conditions: null }
    expect(codeOf(await makeOffer(await as('developer.huulung', '2026-11-18'), offer))).toBe('ok')
  }

  return { ids, as, submitted, inAssessment, awaitingDecision, offered }
}
export type CaseLine = Awaited<ReturnType<typeof caseLine>>
