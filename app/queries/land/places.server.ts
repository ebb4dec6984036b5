import { type CatalogueSnapshot, isPublicZone, type ZoneRow } from '~/domain/land/catalogue'
import { communesInOrder, findPlaces, type PlaceFound, type PlaceReason } from '~/domain/land/places'
import { type Page, pageOf } from '~/domain/land/plot-filter'
import { shortName } from '~/domain/land/short-name'
import { type Lang, type Text, textIn } from '~/domain/text'
import { snapshot } from '~/infra/snapshot.server'

/** One answer to a place's name: an old unit or a commune of today, and where its zones are now. */
export interface PlaceAnswer {
  why: PlaceReason
  former: string | null
  district: string
  partly: boolean
  communes: { name: string; zones: { code: string; name: string }[] }[]
}

const zonesIn = (land: CatalogueSnapshot, gsoCode: string): ZoneRow[] =>
  land.zones.filter((zone) => isPublicZone(zone) && zone.communes.some((commune) => commune.gsoCode === gsoCode))

/** What a search's words mean as a place; the communes of one old district or one old unit stand together. */
export function placeAnswers(land: CatalogueSnapshot, query: string | undefined, lang: Lang): PlaceAnswer[] {
  const answers = new Map<string, PlaceAnswer>()
  for (const { commune, why, former, district, partly } of findPlaces(land.communes, query ?? '')) {
    const key = former === null ? commune.gsoCode : `${former}, ${district}`
    const answer = answers.get(key) ?? { why, former, district, partly, communes: [] }
    const zones = zonesIn(land, commune.gsoCode).map(({ code, name }) => ({ code, name: shortName(name, lang) }))
    answer.communes.push({ name: textIn(commune.name, lang), zones })
    answers.set(key, answer)
  }
  return [...answers.values()]
}

interface ApiPlace {
  gsoCode: string
  name: Text
  formerDistrict: string
  mergedFrom: string[]
  zones: string[]
  found: { why: PlaceReason; former: string | null; district: string; partly: boolean; exactMarks: boolean } | null
}

/** Communes for programs: those a name leads to with the reason, or all of them. */
export async function placesForApi(query: { q?: string; page: number; perPage: number }): Promise<Page<ApiPlace>> {
  const land = await snapshot()
  const found: (Partial<PlaceFound> & Pick<PlaceFound, 'commune'>)[] =
    query.q === undefined
      ? communesInOrder(land.communes).map((commune) => ({ commune }))
      : findPlaces(land.communes, query.q)
  const page = pageOf(found, query.page, query.perPage)
  return {
    ...page,
    items: page.items.map(({ commune, why, former = null, district = '', partly = false, exact = false }) => ({
      gsoCode: commune.gsoCode,
      name: commune.name,
      formerDistrict: commune.formerDistrict,
      mergedFrom: commune.mergedFrom,
      zones: zonesIn(land, commune.gsoCode).map(({ code }) => code),
      found: why ? { why, former, district, partly, exactMarks: exact } : null,
    })),
  }
}
