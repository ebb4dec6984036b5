import type { Lang } from '../text'
import { textIn } from '../text'
import { promisableFrom, type UtilityKind } from './capacity'
import { type At, type CatalogueSnapshot, isPublicZone, isStale } from './catalogue'
import type { Position, Ring } from './geometry'
import { BASE_INTERCHANGES } from './schematic-base'
import { shortName } from './short-name'
import { NODE_NAME_KEYS } from './zone-map'

export const MAP_LINES = ['river', 'national_road', 'railway', 'expressway', 'internal', 'main'] as const
export type MapLineKind = (typeof MAP_LINES)[number]

/** What the map that moves shows under and beside the plots: what the drawn plans show, in degrees. */
export interface MapBase {
  zones: { code: string; name: string; lon: number; lat: number; outline: Ring | null }[]
  /** Roads of the zones, and what passes by them. */
  lines: { kind: MapLineKind; line: readonly Position[] }[]
  /** Utility nodes, with what can still be promised today; null where nobody answers for it any more. */
  nodes: { nameKey: string; kind: UtilityKind; remaining: number | null; lon: number; lat: number }[]
  gates: { name: string; lon: number; lat: number }[]
  interchanges: { name: string; lon: number; lat: number }[]
}

/** The base of the published zones. */
export function mapBaseOf(land: CatalogueSnapshot, at: At, lang: Lang): MapBase {
  const zones = land.zones.filter(isPublicZone)
  return {
    zones: zones.map((zone) => ({
      code: zone.code,
      name: shortName(zone.name, lang),
      lon: zone.lon,
      lat: zone.lat,
      outline: zone.drawing?.outline ?? null,
    })),
    lines: zones.flatMap(({ drawing }) => [
      ...(drawing?.surroundings ?? []).map(({ kind, line }) => ({ kind, line })),
      ...(drawing?.roads ?? []).map(({ kind, line }) => ({
        kind: kind === 'main' ? kind : ('internal' as const),
        line,
      })),
    ]),
    nodes: zones.flatMap(({ nodes }) =>
      nodes.flatMap(({ kind, lon, lat, entries, holds, confirmedUntil = null }) => {
        if (lon === null || lat === null) return []
        const remaining = isStale(confirmedUntil, at.today) ? null : promisableFrom(at.today, entries, holds)
        return [{ nameKey: NODE_NAME_KEYS[kind], kind, remaining, lon, lat }]
      }),
    ),
    gates: land.places
      .filter((place) => place.kind === 'border_gate')
      .map((place) => ({ name: textIn(place.name, lang), lon: place.lon, lat: place.lat })),
    interchanges: BASE_INTERCHANGES.map(({ name, place: [lon, lat] }) => ({ name: name[lang], lon, lat })),
  }
}
