import { isPublicZone } from '~/domain/land/catalogue'
import { type Need, type NeedMistake, needMistakes } from '~/domain/match/need'
import { dayInVietnam } from '~/domain/time/day'
import { sectors } from '~/infra/reference.server'
import { snapshot } from '~/infra/snapshot.server'

/** What is wrong with a need today, as land and reference data stand. */
export async function checkedNeed(need: Need, now: Date): Promise<NeedMistake[]> {
  const [land, sectorRows] = await Promise.all([snapshot(), sectors()])
  return needMistakes(need, {
    sectors: sectorRows,
    zones: land.zones.filter(isPublicZone),
    places: land.places,
    today: dayInVietnam(now),
  })
}
