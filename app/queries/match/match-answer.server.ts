import { type CatalogueSnapshot, isPublicZone, nextHoldChange } from '~/domain/land/catalogue'
import { type MatchAnswer, matchSteps } from '~/domain/match/match'
import { type Need, type NeedMistake, needMistakes } from '~/domain/match/need'
import { type OfferedLand, offeredSteps } from '~/domain/match/offered-land'
import { dayInVietnam } from '~/domain/time/day'
import { sectors } from '~/infra/reference.server'
import { inSlices } from '~/infra/slices.server'
import { snapshot } from '~/infra/snapshot.server'

interface Kept {
  land: Promise<OfferedLand>
  day: string
  /** The instant at which a hold begins or ends and other plots are offered. */
  until: Date | null
}

const keptLand = new WeakMap<CatalogueSnapshot, Kept>()

/** The offered land of a snapshot in columns, worked out once until the day or a hold changes it. */
export function landAt(land: CatalogueSnapshot, now: Date): Promise<OfferedLand> {
  const day = dayInVietnam(now)
  const kept = keptLand.get(land)
  if (kept && kept.day === day && (kept.until === null || now < kept.until)) return kept.land
  const columns = inSlices(offeredSteps(land, { today: day, now }))
  keptLand.set(land, { land: columns, day, until: nextHoldChange(land, now) })
  return columns
}

/** The land that fits a need, why the rest does not, and what would help; or what is wrong with the need. */
export async function matchAnswer(
  need: Need,
  now: Date,
): Promise<{ ok: true; value: MatchAnswer } | { ok: false; mistakes: NeedMistake[] }> {
  const [land, sectorRows] = await Promise.all([snapshot(), sectors()])
  const today = dayInVietnam(now)
  const mistakes = needMistakes(need, {
    sectors: sectorRows,
    zones: land.zones.filter(isPublicZone),
    places: land.places,
    today,
  })
  if (mistakes.length > 0) return { ok: false, mistakes }
  return { ok: true, value: await inSlices(matchSteps(await landAt(land, now), need, sectorRows, today)) }
}
