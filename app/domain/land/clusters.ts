import type { Lang } from '../text'
import { placesOf } from './bit-set'
import { type At, isPublicZone, type ZoneRow } from './catalogue'
import type { Selection } from './plot-filter'
import { commercialColumn, untilOf } from './plot-mask'
import { COMMERCIAL_STATES } from './readiness'
import { shortName } from './short-name'

/** A zone as a mark at the scale of the province. */
export interface ZoneMark {
  code: string
  name: string
  lon: number
  lat: number
  /** Plots of the selection. */
  plots: number
  /** m² of them that are offered today. */
  offeredM2: number
}

type Sums = Map<ZoneRow, { plots: number; offeredM2: number }>
const summed = new WeakMap<Selection, { until: number; sums: Sums }>()
const OFFERED = COMMERCIAL_STATES.indexOf('offered')

/**
 * How much of a selection lies in each zone and how many m² of that are offered: added up once, until a hold begins
 * or ends. Zones with none of it are left out.
 */
export function zoneSums(selection: Selection, at: At): Sums {
  const { snapshot, bits, total } = selection
  const until = untilOf(snapshot, at.now)
  const known = summed.get(selection)
  if (known?.until === until) return known.sums
  const { zone, areaM2 } = snapshot.columns
  const states = commercialColumn(snapshot, at.now)
  const plots = new Uint32Array(snapshot.zones.length)
  const offeredM2 = new Float64Array(snapshot.zones.length)
  for (const place of placesOf(bits, total)) {
    const of = zone[place] as number
    plots[of] = (plots[of] as number) + 1
    if (states[place] === OFFERED) offeredM2[of] = (offeredM2[of] as number) + (areaM2[place] as number)
  }
  const sums: Sums = new Map(
    snapshot.zones.flatMap((row, of) => {
      const count = plots[of] as number
      return count > 0 ? [[row, { plots: count, offeredM2: offeredM2[of] as number }]] : []
    }),
  )
  summed.set(selection, { until, sums })
  return sums
}

/** Every public zone with how much of a selection lies in it and how many m² of that are offered. */
export function zoneMarks(selection: Selection, at: At, lang: Lang): ZoneMark[] {
  const sums = zoneSums(selection, at)
  return selection.snapshot.zones.filter(isPublicZone).map((zone) => ({
    code: zone.code,
    name: shortName(zone.name, lang),
    lon: zone.lon,
    lat: zone.lat,
    ...(sums.get(zone) ?? { plots: 0, offeredM2: 0 }),
  }))
}
