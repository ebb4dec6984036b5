import { confirmedUntilFrom, type FactKey, type FactSubject, factStanding, TYPED_FACT_KEYS } from '~/domain/land/fact'
import type { Rung } from '~/domain/land/readiness'
import { detailsOf } from '~/domain/land/zone-record'
import { may } from '~/domain/party/permission'
import { type Text, textIn } from '~/domain/text'
import { type Day, dayInVietnam } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { officeSetting } from '~/infra/reference.server'
import type { Ctx } from '~/infra/transact.server'
import { landRecord, plotLadder } from './land-record.server'

async function keptFigures(
  ctx: Ctx,
  kind: FactSubject,
  id: string,
  published: Partial<Record<FactKey, { value: number | string; source: string }>>,
) {
  const today = dayInVietnam(ctx.now)
  const of = kind === 'plot' ? { plotId: id } : { zoneId: id }
  const [record, graceDays] = await Promise.all([
    landRecord(of, { today, asOf: null }),
    officeSetting('land.staleGraceDays'),
  ])
  const inForce = record.history.filter((fact) => fact.supersededOn === null)
  return {
    graceDays,
    history: record.history.filter((fact) => fact.supersededOn !== null),
    figures: inForce.map((fact) => ({
      ...fact,
      ...factStanding(fact.confirmedUntil, today, graceDays),
      stillTrueUntil: confirmedUntilFrom(kind, fact.key, today),
    })),
    /** What a keeper may type: with what stands there, so that the form begins with it. */
    choices: TYPED_FACT_KEYS[kind].map((key) => {
      const fact = inForce.find((one) => one.key === key)
      const from = fact ? { value: fact.value, source: fact.source } : published[key]
      return {
        key,
        seenId: fact?.id ?? null,
        value: from === undefined ? '' : String(from.value),
        source: from?.source ?? '',
        until: confirmedUntilFrom(kind, key, today),
      }
    }),
  }
}

/** The figures of a plot for whoever keeps it. Everybody else is told `not-found`. */
export async function keptPlotFacts(ctx: Ctx, code: string) {
  const plot = await db().plot.findUnique({ where: { code }, include: { zone: true } })
  if (!plot || !may(ctx.actor, 'land.read_draft', { zoneId: plot.zoneId }).ok) return refuse('not-found')
  return ok({
    code,
    title: code,
    zoneName: textIn(plot.zone.nameText as unknown as Text, ctx.actor.lang),
    published: plot.publication === 'published',
    mayWrite: may(ctx.actor, 'land.write', { zoneId: plot.zoneId }).ok && plot.retiredAt === null,
    ...(await keptFigures(ctx, 'plot', plot.id, {})),
  })
}

/** What stands in the form of one figure now; null where there is none to be kept by whoever asks. */
export async function standingFact(ctx: Ctx, kind: FactSubject, code: string, key: string) {
  const subject = kind === 'plot' ? await keptPlotFacts(ctx, code) : await keptZoneFacts(ctx, code)
  const choice = subject.ok ? subject.value.choices.find((one) => one.key === key) : undefined
  if (!subject.ok || !choice) return null
  const { seenId, value, source } = choice
  const confirmedUntil = subject.value.figures.find(({ id }) => id === seenId)?.confirmedUntil ?? ''
  return { seenId: seenId ?? '', value, source, confirmedUntil }
}

/** The figures of a zone for whoever keeps it: those nobody answered for yet begin with what the sources say. */
export async function keptZoneFacts(ctx: Ctx, code: string) {
  const zone = await db().zone.findUnique({ where: { code } })
  if (!zone || !may(ctx.actor, 'land.read_draft', { zoneId: zone.id }).ok) return refuse('not-found')
  const details = detailsOf(zone as unknown as { details: Record<string, unknown> })
  const source = zone.sources.join('; ').slice(0, 300)
  const said = (value: number | null | undefined) => (typeof value === 'number' ? { value, source } : undefined)
  const name = textIn(zone.nameText as unknown as Text, ctx.actor.lang)
  return ok({
    code,
    title: name,
    zoneName: name,
    published: zone.publication === 'published',
    mayWrite: may(ctx.actor, 'land.write', { zoneId: zone.id }).ok,
    ...(await keptFigures(ctx, 'zone', zone.id, {
      area_m2: said(zone.areaM2),
      industrial_land_m2: said(zone.industrialLandM2),
      term_end_year: said(zone.termEndYear),
      fill_rate_pct: said(details.fillRate?.value),
      enterprises: said(details.enterprises),
      workers: said(details.workers),
    })),
  })
}

/** The ladder of a plot for whoever keeps it, with what its form begins with. */
export async function keptLadder(ctx: Ctx, code: string) {
  const plot = await db().plot.findUnique({ where: { code }, include: { zone: true } })
  if (!plot || !may(ctx.actor, 'land.read_draft', { zoneId: plot.zoneId }).ok) return refuse('not-found')
  const today: Day = dayInVietnam(ctx.now)
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? ''
  return ok({
    code,
    version: plot.version,
    rung: plot.readiness as Rung,
    zoneStatus: plot.zone.status,
    mayWrite: may(ctx.actor, 'land.write', { zoneId: plot.zoneId }).ok && plot.retiredAt === null,
    lines: await plotLadder({ id: plot.id, rung: plot.readiness as Rung }, today),
    readyByEarliest: day(plot.readyByEarliest),
    readyByLatest: day(plot.readyByLatest),
    confirmedUntil: confirmedUntilFrom('plot', 'readiness', today),
    today,
  })
}

export type KeptFacts = Extract<Awaited<ReturnType<typeof keptPlotFacts>>, { ok: true }>['value']
export type KeptLadder = Extract<Verdict<never> | Awaited<ReturnType<typeof keptLadder>>, { ok: true }>['value']
