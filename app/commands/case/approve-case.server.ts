import { decisionLetter } from '~/domain/case/decision-letter'
import { type InterestRole, roadmapFactsOf } from '~/domain/interest/form'
import type { RoadmapFacts } from '~/domain/procedure/facts'
import { buildRoadmap } from '~/domain/procedure/roadmap'
import { roadmapRows } from '~/domain/procedure/roadmap-rows'
import { close } from '~/domain/time/clock'
import { addDays, type Day, dayInVietnam, dayToDate, parseDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type CaseRecord, caseForMove, formOf, textOf, turnClock, writeMove } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { activateHold } from '~/infra/holds.server'
import { decisionFactsOf } from '~/infra/letters.server'
import type { Prisma } from '~/infra/prisma/client'
import { calendar, officeSetting, procedureVersions, tracks } from '~/infra/reference.server'
import { type Ctx, type Transaction, transact } from '~/infra/transact.server'
import { issueHoldNotice } from './hold-letters.server'
import { issueLetter } from './issue-letter.server'
import { tellApplicant } from './tell-applicant.server'

/** The instant a Vietnamese day ends (UTC+7). */
const endOfDay = (day: Day): Date => new Date(dayToDate(addDays(day, 1)).getTime() - 7 * 3600 * 1000)

/**
 * A director who did not propose it approves: plots and capacity are held together until an office-set day, the
 * letter is issued (subject to the developer's offer on a private developer's land), the roadmap begins.
 * All of it or nothing. Refuses `proposer-signs`, `plot-held`, `plot-not-offered`, `capacity-exceeded`, `conflict`.
 */
export async function approveCase(
  ctx: Ctx,
  input: { number: string; version: number; conditions: string | null; letterCode?: string | null },
): Promise<Verdict<{ letter: string }>> {
  const found = await caseForMove(ctx, input, 'approve')
  if (!found.ok) return found
  const { record, next } = found.value
  const recommendation = record.recommendations[0]
  if (!recommendation) return refuse('state-forbids')
  const today = dayInVietnam(ctx.now)
  const plotIds = record.interest.plots.map(({ plotId }) => plotId)
  const heldThrough = plotIds.length > 0 ? addDays(today, await officeSetting('holdDays')) : null
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
  const offerNeeded = record.interest.zone.developerOfferNeeded && record.interest.role === 'tenant'
  const conditions = [recommendation.conditions, input.conditions].filter((text): text is string => Boolean(text))
  return transact(ctx, async (t) => {
    const moved = await writeMove(t, record, next)
    if (!moved.ok) return moved
    const turned = await turnClock(t, record, close)
    if (!turned.ok) return turned
    const held = heldThrough ? await hold(t, record, plotIds, heldThrough, offerNeeded) : ok(null)
    if (!held.ok) return held
    const decision = await t.db.decision.create({
      data: {
        caseId: record.id,
        recommendationId: recommendation.id,
        outcome: 'approved',
        text: recommendation.text,
        conditions: conditions.join('\n') || null,
        decidedById: ctx.actor.personId ?? '',
        decidedAt: t.now,
      },
    })
    const letter = await issueLetter(t, record, {
      ...decisionLetter(decisionFactsOf(decision, record, heldThrough)),
      signer: 'director',
      decisionId: decision.id,
      officialCode: input.letterCode,
    })
    if (held.value) await issueHoldNotice(t, record, held.value.id, 'director')
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
      detail: { conditions, letter, holdId, heldThroughDay: heldThrough, track, steps: steps.length },
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

function hold(t: Transaction, record: CaseRecord, plotIds: string[], through: Day, offerNeeded: boolean) {
  const form = formOf(record)
  const landBy = parseDay(form.landBy)
  const neededOn = landBy.ok && landBy.value > t.today ? landBy.value : t.today
  return activateHold(t, {
    caseId: record.id,
    plotIds,
    until: endOfDay(through),
    subjectToDeveloperOffer: offerNeeded,
    capacity: { power: form.powerKva, water: form.waterM3PerDay, wastewater: form.wastewaterM3PerDay },
    neededOn,
  })
}
