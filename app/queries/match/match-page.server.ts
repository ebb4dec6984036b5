import { isPublicZone, nextHoldChange, type ZoneKind } from '~/domain/land/catalogue'
import { shortName } from '~/domain/land/short-name'
import type { MatchAnswer } from '~/domain/match/match'
import type { Need, NeedMistake } from '~/domain/match/need'
import { type Lang, textIn } from '~/domain/text'
import { sectors } from '~/infra/reference.server'
import { snapshot } from '~/infra/snapshot.server'
import { matchAnswer } from './match-answer.server'

/** So many results on the page: a shortlist to read, not a catalogue. */
const SHOWN = 20

export interface MatchPage {
  answer: MatchAnswer | null
  /** The need that was matched. */
  need: Need | null
  mistakes: NeedMistake[]
  sectors: { slug: string; name: string }[]
  zones: { code: string; name: string; kind: ZoneKind }[]
  changesAt: Date | null
}

/** The match of a need with names for what it shows; without a need the choices for one. */
export async function matchPage(asked: { lang: Lang; now: Date; need: Need | null }): Promise<MatchPage> {
  const { lang, now, need } = asked
  const [land, sectorRows] = await Promise.all([snapshot(), sectors()])
  const matched = need ? await matchAnswer({ ...need, limit: SHOWN }, now) : null
  return {
    answer: matched?.ok ? matched.value : null,
    need: matched?.ok ? need : null,
    mistakes: matched && !matched.ok ? matched.mistakes : [],
    sectors: sectorRows.map((sector) => ({ slug: sector.slug, name: textIn(sector.name, lang) })),
    zones: land.zones
      .filter(isPublicZone)
      .map((zone) => ({ code: zone.code, name: shortName(zone.name, lang), kind: zone.kind })),
    changesAt: nextHoldChange(land, now),
  }
}
