import { type At, isPublicPlot } from '~/domain/land/catalogue'
import { cardOf, type PlotCard } from '~/domain/land/plot-card'
import { canRegisterInterest } from '~/domain/land/readiness'
import { shortName } from '~/domain/land/short-name'
import type { Lang } from '~/domain/text'
import { dayInVietnam } from '~/domain/time/day'
import { snapshot } from '~/infra/snapshot.server'
import { publicPlots } from './compare-page.server'
import { type PlotAnswer, plotAnswer } from './plot-answer.server'

export interface BasketPage {
  /** By zone: an interest names plots of one. */
  zones: { code: string; name: string; plots: (PlotCard & { offered: boolean })[] }[]
  count: number
  /** Plots that are no longer public. */
  gone: string[]
}

/** The plots of a basket as they are today, grouped by zone. */
export async function basketPage(
  codes: readonly string[],
  { lang, now }: { lang: Lang; now: Date },
): Promise<BasketPage> {
  const land = await snapshot()
  const at: At = { today: dayInVietnam(now), now }
  const { plots } = publicPlots(land, codes)
  const zones = [...new Set(plots.map((plot) => plot.zone))].map((zone) => ({
    code: zone.code,
    name: shortName(zone.name, lang),
    plots: plots
      .filter((plot) => plot.zone === zone)
      .map((plot) => {
        const card = cardOf(plot, at, lang)
        const offered = canRegisterInterest({ publication: plot.publication, commercial: card.commercial }).ok
        return { ...card, offered }
      }),
  }))
  const known = new Set(plots.map((plot) => plot.code))
  return { zones, count: plots.length, gone: codes.filter((code) => !known.has(code)) }
}

/** The plots of a basket for a file. */
export async function basketAnswers(codes: readonly string[], now: Date): Promise<PlotAnswer[]> {
  const land = await snapshot()
  const at: At = { today: dayInVietnam(now), now }
  return publicPlots(land, codes).plots.map((plot) => plotAnswer(land, plot, at))
}

/** Whether a plot may be put into a basket: it is public. */
export async function isPublicCode(code: string): Promise<boolean> {
  const plot = (await snapshot()).plotByCode.get(code)
  return plot !== undefined && isPublicPlot(plot)
}
