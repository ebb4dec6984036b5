import type { Need } from '~/domain/match/need'
import { type Lang, textIn } from '~/domain/text'
import { sectors } from '~/infra/reference.server'
import { snapshot } from '~/infra/snapshot.server'

/** Names of what a need asks for, in a language. */
export async function needNames(need: Need, lang: Lang) {
  const [land, sectorRows] = await Promise.all([snapshot(), sectors()])
  const { sector } = need
  const known = typeof sector === 'string' ? sectorRows.find(({ slug }) => slug === sector) : undefined
  return {
    sector: known
      ? textIn(known.name, lang)
      : typeof sector === 'string'
        ? sector
        : `VSIC ${sector.vsicVersion}: ${sector.code}`,
    zones: (need.zones ?? []).map((code) => {
      const zone = land.zoneByCode.get(code)
      return zone ? textIn(zone.name, lang) : code
    }),
    distances: Object.entries(need.maxDistanceKm ?? {}).map(([key, km]) => {
      const place = land.places.find((one) => one.key === key)
      return { place: place ? textIn(place.name, lang) : key, km }
    }),
  }
}
