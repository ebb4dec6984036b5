import type { Lang } from '../text'
import type { Day } from '../time/day'
import { type At, commercialAt, isStale, liveHold, type PlotRow } from './catalogue'
import type { CommercialState, Rung } from './readiness'
import { shortName } from './short-name'

/** The three places a card names. */
const CARD_PLACES = ['huu_nghi', 'hanoi_centre', 'hai_phong_dinh_vu_port'] as const
export type CardPlace = (typeof CARD_PLACES)[number]

/** A plot as it stands in lists. */
export interface PlotCard {
  code: string
  zoneName: string
  areaM2: number
  rung: Rung
  readyBy: { earliest: Day; latest: Day } | null
  rungConfirmedUntil: Day | null
  rungStale: boolean
  commercial: CommercialState
  /** ISO instant at which the live hold ends. */
  heldUntil: string | null
  price: { usdPerM2: number; confirmedUntil: Day | null; stale: boolean } | null
  distancesKm: { place: CardPlace; km: number }[]
  illustrative: boolean
}

/** What a list says of a plot at an instant. */
export function cardOf(plot: PlotRow, at: At, lang: Lang): PlotCard {
  const { price } = plot
  return {
    code: plot.code,
    zoneName: shortName(plot.zone.name, lang),
    areaM2: plot.areaM2,
    rung: plot.rung,
    readyBy: plot.readyBy,
    rungConfirmedUntil: plot.rungConfirmedUntil,
    rungStale: isStale(plot.rungConfirmedUntil, at.today),
    commercial: commercialAt(plot, at.now),
    heldUntil: liveHold(plot, at.now)?.until.toISOString() ?? null,
    price: price && { ...price, stale: isStale(price.confirmedUntil, at.today) },
    distancesKm: CARD_PLACES.flatMap((place) => {
      const km = plot.zone.distancesKm[place]
      return km === undefined ? [] : [{ place, km }]
    }),
    illustrative: plot.illustrative,
  }
}
