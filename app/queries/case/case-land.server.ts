import { ENDED } from '~/domain/case/state'
import type { InterestForm } from '~/domain/interest/form'
import { liveHolds, promisableFrom, UTILITY_KINDS, type UtilityKind } from '~/domain/land/capacity'
import { commercialAt, liveHold, type PlotRow } from '~/domain/land/catalogue'
import { retiredAmong } from '~/domain/land/retired'
import { compareDays, type Day, dayInVietnam } from '~/domain/time/day'
import { type CaseRecord, formOf } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { snapshot } from '~/infra/snapshot.server'
import type { Ctx } from '~/infra/transact.server'

const askedOf = (form: InterestForm): Record<UtilityKind, number> => ({
  power: form.powerKva,
  water: form.waterM3PerDay,
  wastewater: form.wastewaterM3PerDay,
})

/**
 * The land a case asks for, as it stands now: each plot with its state and live hold, what the best node that
 * serves all of them has left on the day the land is wanted, and the other open cases for the same plots, or for the same zone where a case asks to develop it.
 */
export async function caseLand(ctx: Ctx, record: CaseRecord) {
  const land = await snapshot()
  const form = formOf(record)
  const codes = record.interest.plots.map(({ plot }) => plot.code)
  const rows = codes.flatMap((code) => land.plotByCode.get(code) ?? [])
  const develops = record.interest.role === 'developer'
  const rivals = await db().caseFile.findMany({
    where: {
      id: { not: record.id },
      state: { notIn: [...ENDED] },
      interest: develops
        ? { zoneId: record.interest.zoneId, role: 'developer' }
        : { plots: { some: { plot: { code: { in: codes } } } } },
    },
    orderBy: { submittedAt: 'asc' },
    select: {
      number: true,
      state: true,
      submittedAt: true,
      organization: { select: { name: true } },
      interest: { select: { plots: { select: { plot: { select: { code: true } } } } } },
    },
  })
  const asked = askedOf(form)
  const today = dayInVietnam(ctx.now)
  const neededOn = compareDays(form.landBy, today) > 0 ? form.landBy : today
  return {
    develops,
    retired: retiredAmong(land, codes, true),
    plots: rows.map((plot) => ({
      code: plot.code,
      areaM2: plot.areaM2,
      rung: plot.rung,
      readyBy: plot.readyBy,
      commercial: commercialAt(plot, ctx.now),
      publication: plot.publication,
      heldUntil: liveHold(plot, ctx.now)?.until.toISOString() ?? null,
      illustrative: plot.illustrative,
    })),
    capacity: UTILITY_KINDS.map((kind) => {
      const left = bestLeft(rows, kind, ctx.now, neededOn)
      return { kind, asked: asked[kind], left, enough: left === null ? null : left >= asked[kind] }
    }),
    neededOn,
    rivals: rivals.map((rival) => ({
      number: rival.number,
      state: rival.state,
      organization: rival.organization.name,
      submittedAt: rival.submittedAt.toISOString(),
      plots: rival.interest.plots.map(({ plot }) => plot.code).filter((code) => codes.includes(code)),
    })),
  }
}

/** What can be promised from a day on at the best node of a kind that serves every plot. */
function bestLeft(plots: PlotRow[], kind: UtilityKind, now: Date, day: Day): number | null {
  const [first, ...others] = plots
  const serving = (first?.nodes ?? []).filter(
    (node) => node.kind === kind && others.every((plot) => plot.nodes.some(({ id }) => id === node.id)),
  )
  const lefts = serving.map((node) => promisableFrom(day, node.entries, liveHolds(node.holds, now)))
  return lefts.length > 0 ? Math.max(...lefts) : null
}
