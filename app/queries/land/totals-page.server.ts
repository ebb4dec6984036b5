import { type At, isPublicZone, nextHoldChange, ZONE_KINDS } from '~/domain/land/catalogue'
import { type FillOfKind, type FillRate, fillByKind, fillRateOf } from '~/domain/land/fill-rate'
import { type OwnTotals, ownTotals } from '~/domain/land/own-totals'
import {
  type FigureRow,
  type FigureSource,
  PROVINCE,
  PROVINCE_FIGURES,
  type PublishedFigure,
  sideBySide,
} from '~/domain/land/published-figure'
import { shortName } from '~/domain/land/short-name'
import { type TargetProgress, targetProgress } from '~/domain/land/target'
import { type Lang, type Text, textIn } from '~/domain/text'
import { type Day, dayInVietnam } from '~/domain/time/day'
import { formerDistricts, publishedFigures, unresolvedFigures } from '~/infra/reference.server'
import { snapshot } from '~/infra/snapshot.server'

interface Totals {
  today: Day
  figures: PublishedFigure[]
  unresolved: Text[]
  own: OwnTotals[]
  /** By zone, those without any rate left out. */
  rates: { code: string; name: Text; rate: FillRate }[]
  fill: FillOfKind[]
  targets: TargetProgress[]
  changesAt: Date | null
}

async function totals(now: Date): Promise<Totals> {
  const [land, figures, unresolved, districts] = await Promise.all([
    snapshot(),
    publishedFigures(),
    unresolvedFigures(),
    formerDistricts(),
  ])
  const at: At = { today: dayInVietnam(now), now }
  const plotsOf = (zone: (typeof land.zones)[number]) => land.plotsOfZone.get(zone) ?? []
  const zones = land.zones
    .filter(isPublicZone)
    .map((zone) => ({ zone, kind: zone.kind, rate: fillRateOf(zone, plotsOf(zone), at) }))
  return {
    today: at.today,
    figures,
    unresolved,
    own: ZONE_KINDS.map((kind) => ownTotals(kind, land.zones, plotsOf, at)).filter((one) => one.zones > 0),
    rates: zones.flatMap(({ zone, rate }) => (rate ? [{ code: zone.code, name: zone.name, rate }] : [])),
    fill: fillByKind(zones),
    targets: targetProgress({ figures, zones, formerDistricts: districts, today: at.today }),
    changesAt: nextHoldChange(land, now),
  }
}

export interface TotalsPage extends Omit<Totals, 'figures' | 'unresolved' | 'rates'> {
  sources: FigureSource[]
  rows: (Omit<FigureRow, 'cells'> & { cells: ({ value: number; note: string | null } | null)[] })[]
  unresolved: string[]
  rates: { code: string; name: string; rate: FillRate }[]
}

/** What sources say of the province side by side, what this catalogue counts, fill rates, and the targets. */
export async function totalsPage({ lang, now }: { lang: Lang; now: Date }): Promise<TotalsPage> {
  const { figures, unresolved, rates, ...same } = await totals(now)
  return {
    ...same,
    ...inLanguage(sideBySide(figures, PROVINCE, PROVINCE_FIGURES), lang),
    unresolved: unresolved.map((text) => textIn(text, lang)),
    rates: rates.map(({ code, name, rate }) => ({ code, name: shortName(name, lang), rate })),
  }
}

/** Figures side by side with their notes in one language. */
export const inLanguage = ({ sources, rows }: ReturnType<typeof sideBySide>, lang: Lang) => ({
  sources,
  rows: rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => cell && { value: cell.value, note: cell.note && textIn(cell.note, lang) }),
  })),
})

/** The same for programs. */
export async function totalsAnswer(now: Date) {
  const { today, figures, unresolved, own, rates, fill, targets } = await totals(now)
  return {
    today,
    published: figures,
    unresolved,
    own,
    fillByDefinition: fill,
    fillByZone: rates.map(({ code, rate }) => ({ zone: code, ...rate })),
    targets,
  }
}
