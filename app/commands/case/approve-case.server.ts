import { type ConditionTyped, conditionsInTime } from '~/domain/case/condition'
import { decisionLetter } from '~/domain/case/decision-letter'
import { signatureOf } from '~/domain/case/signing'
import { type InterestRole, roadmapFactsOf } from '~/domain/interest/form'
import { isHolding, lastDayOf } from '~/domain/land/hold'
import type { RoadmapFacts } from '~/domain/procedure/facts'
import { buildRoadmap } from '~/domain/procedure/roadmap'
import { roadmapRows } from '~/domain/procedure/roadmap-rows'
import { close } from '~/domain/time/clock'
import { type Day, dayInVietnam, dayToDate } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type CaseRecord, caseForMove, formOf, textOf, turnClock, writeMove } from '~/infra/case-record.server'
import { conditionLines, conditionRows, inForce } from '~/infra/conditions.server'
import { db } from '~/infra/db.server'
import { holdFactsOf, holdWishOf } from '~/infra/hold-record.server'
import { activateHold, checkApprovedOnce, requestHold } from '~/infra/holds.server'
import { decisionFactsOf } from '~/infra/letters.server'
import type { Prisma } from '~/infra/prisma/client'
import { calendar, procedureVersions, tracks } from '~/infra/reference.server'
import { lockSigning, signedBy, signingOf } from '~/infra/signing.server'
import { type Ctx, type Transaction, transact } from '~/infra/transact.server'
import { issueHoldNotice } from './hold-letters.server'
import { issueLetter } from './issue-letter.server'
import { tellApplicant } from './tell-applicant.server'

/**
 * A director who did not propose it approves: plots and capacity are held together until an office-set day unless they
 * are already, the letter is issued, the roadmap begins. On a private developer's land nothing is held before that
 * developer's offer: the hold is put on request, and the letter says so. All of it or nothing. Refuses `proposer-signs`,
 * `plot-held`, `plot-waited-for`, `plot-not-offered`, `capacity-exceeded`, `conflict`.
 */
export async function approveCase(
  ctx: Ctx,
  input: { number: string; version: number; conditions: ConditionTyped[] | null; letterCode?: string | null },
): Promise<Verdict<{ letter: string }>> {
  const found = await caseForMove(ctx, input, 'approve')
  if (!found.ok) return found
  const { record, next } = found.value
  const recommendation = record.recommendations[0]
  if (!recommendation) return refuse('state-forbids')
  const signing = signingOf(ctx, record, 'approved')
  if (!signing.ok) return signing
  const today = dayInVietnam(ctx.now)
  const land = await landDecided(ctx, record, today)
  const heldThrough = land.heldThrough
  const facts = factsOf(record, today)
  const roadmap = buildRoadmap({
    tracks: await tracks(),
    versions: await procedureVersions(),
    calendar: await calendar(),
    facts,
    beyondCalendar: 'open',
  })
  if (!roadmap.ok) return roadmap
  const agencies = await db().agency.findMany()
  const steps = roadmapRows(
    roadmap.value,
    agencies.map((agency) => ({ key: agency.key, name: textOf(agency.nameText) })),
  )
  const offerNeeded = land.offerMissing
  const proposed = inForce(recommendation)
  const conditions = [...proposed.conditions, ...(input.conditions ?? [])]
  const inTime = conditionsInTime(conditions, today)
  if (!inTime.ok) return inTime
  return transact(ctx, async (t) => {
    const signs = await lockSigning(t, signing.value)
    if (!signs.ok) return signs
    const moved = await writeMove(t, record, next)
    if (!moved.ok) return moved
    const turned = await turnClock(t, record, close)
    if (!turned.ok) return turned
    const held = await land.hold(t)
    if (!held.ok) return held
    const decision = await t.db.decision.create({
      data: {
        caseId: record.id,
        recommendationId: recommendation.id,
        delegationId: signing.value?.id,
        outcome: 'approved',
        text: proposed.text,
        conditions: { create: conditionRows(record.id, conditions) },
        decidedById: ctx.actor.personId ?? '',
        decidedAt: t.now,
      },
      include: { conditions: { orderBy: { position: 'asc' } } },
    })
    const letter = await issueLetter(t, record, {
      ...decisionLetter(decisionFactsOf(decision, record, heldThrough)),
      ...signatureOf(signing.value),
      decisionId: decision.id,
      officialCode: input.letterCode,
    })
    if (held.value && land.begins) await issueHoldNotice(t, record, held.value.id, signatureOf(signing.value))
    await t.db.roadmap.create({
      data: {
        caseId: record.id,
        trackCode: roadmap.value.track,
        startDay: dayToDate(facts.startDay),
        facts: facts as unknown as Prisma.InputJsonObject,
        createdAt: t.now,
        steps: {
          create: steps.map(({ plannedStart, plannedEnd, agencyText, ...step }) => ({
            ...step,
            agencyText: agencyText as unknown as Prisma.InputJsonObject,
            plannedStart: plannedStart === null ? null : dayToDate(plannedStart),
            plannedEnd: plannedEnd === null ? null : dayToDate(plannedEnd),
          })),
        },
      },
    })
    await t.touchCatalogue()
    const holdId = held.value?.id ?? null
    const { track } = roadmap.value
    await t.audit({
      act: 'case.approve',
      subject: { kind: 'decision', id: decision.id },
      caseId: record.id,
      detail: {
        conditions: conditionLines(conditions),
        letter,
        holdId,
        heldThroughDay: heldThrough,
        track,
        steps: steps.length,
        ...signedBy(signing.value),
      },
    })
    const told = { heldThroughDay: heldThrough, developerOfferRequired: offerNeeded }
    await tellApplicant(t, record, 'decision_approved', told)
    return ok({ letter })
  })
}

function factsOf(record: CaseRecord, startDay: Day): RoadmapFacts {
  const { zone } = record.interest
  return roadmapFactsOf(formOf(record), {
    role: record.interest.role as InterestRole,
    zoneKind: zone.kind,
    foreign: record.organization.kind === 'foreign',
    // Where a company leases, no land is asked of the State (Law 143/2025 Art 24(9)).
    stateLandInBorderCommune: zone.borderCommune && !zone.developerOfferNeeded,
    startDay,
  })
}

/** What the approval does to the land: nothing where it is held or none is named, else a hold or the request for one. */
async function landDecided(ctx: Ctx, record: CaseRecord, today: Day) {
  const [{ facts, hold }, { lastDay, ...wish }] = await Promise.all([
    holdFactsOf(ctx, record),
    holdWishOf(record, today),
  ])
  const offerMissing = facts.offer === 'missing'
  if (!facts.hasPlots) return { begins: false, heldThrough: null, offerMissing, hold: async () => ok(null) }
  if (isHolding(facts.hold) && hold) {
    const heldThrough = lastDayOf(hold.untilInstant)
    return { begins: false, heldThrough, offerMissing: false, hold: async () => ok(hold) }
  }
  const begin = (t: Transaction) => activateHold(t, wish)
  if (!offerMissing) return { begins: true, heldThrough: lastDay, offerMissing, hold: begin }
  const request = async (t: Transaction): Promise<Verdict<{ id: string }>> => {
    const alone = await checkApprovedOnce(t, wish)
    if (!alone.ok) return alone
    return ok(
      facts.hold === 'requested' && hold ? hold : await requestHold(t, { ...wish, subjectToDeveloperOffer: true }),
    )
  }
  return { begins: false, heldThrough: null, offerMissing, hold: request }
}
