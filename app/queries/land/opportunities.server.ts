import { isPublicZone, nextHoldChange } from '~/domain/land/catalogue'
import { isOpportunity, type ToConfirm, toConfirm } from '~/domain/land/opportunity'
import { shortName } from '~/domain/land/short-name'
import { detailsOf } from '~/domain/land/zone-record'
import type { TrackStep } from '~/domain/procedure/version'
import { type Lang, textIn } from '~/domain/text'
import { procedureVersions, sectors, tracks } from '~/infra/reference.server'
import { snapshot } from '~/infra/snapshot.server'
import { type ZoneCard, zoneList } from './zone-list.server'
import { sectorNames } from './zone-page.server'

export interface Opportunity extends ZoneCard {
  sectors: string[]
  sources: string[]
  notes: string | null
  toConfirm: ToConfirm[]
  track: string | null
}

export interface DeveloperTrack {
  zoneKind: 'industrial_park' | 'industrial_cluster'
  name: string
  steps: { code: string; name: string; maybe: boolean }[]
}

/** Calls for an infrastructure developer, with what is known and what is not, and the procedures of a developer. */
export async function opportunities({ lang, now }: { lang: Lang; now: Date }) {
  const [land, list, sectorRows, allTracks, versions] = await Promise.all([
    snapshot(),
    zoneList({ lang, now }),
    sectors(),
    tracks(),
    procedureVersions(),
  ])
  const cards = new Map(list.zones.map((card) => [card.code, card]))
  const rows = land.zones.flatMap((zone): Opportunity[] => {
    const card = cards.get(zone.code)
    if (!card || !isPublicZone(zone) || !isOpportunity(zone)) return []
    return [
      {
        ...card,
        name: shortName(zone.name, lang),
        sectors: sectorNames(zone.sectors, sectorRows, lang),
        sources: zone.sources,
        notes: detailsOf(zone).notes?.[lang] ?? null,
        toConfirm: toConfirm(zone),
        track: zone.kind,
      },
    ]
  })
  const nameOf = (code: string) => {
    const version = versions.find(({ procedure }) => procedure === code)
    return version ? textIn(version.name, lang) : code
  }
  const stepOf = (step: TrackStep) => ({
    code: step.procedure ?? step.oneOf?.[0] ?? '',
    maybe: step.conditional === true,
  })
  const developerTracks = allTracks.flatMap(({ name, steps, appliesWhen }): DeveloperTrack[] => {
    const { role, zoneKind } = appliesWhen
    if (role !== 'developer' || (zoneKind !== 'industrial_park' && zoneKind !== 'industrial_cluster')) return []
    return [
      {
        zoneKind,
        name: textIn(name, lang),
        steps: steps.map(stepOf).map((step) => ({ ...step, name: nameOf(step.code) })),
      },
    ]
  })
  return { zones: rows, tracks: developerTracks, changesAt: nextHoldChange(land, now) }
}
