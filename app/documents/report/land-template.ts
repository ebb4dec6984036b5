import { COLUMN_NAMES, READ_COLUMNS, type SheetRow } from '~/domain/land/sheet'
import type { Lang } from '~/domain/text'
import { addDays, type Day } from '~/domain/time/day'
import { type SheetFormat, sheetPieces } from './land-sheet'

const YEAR = 365

/** An empty sheet of land with three example plots, planned and not offered, that can be imported as they are. */
export function templatePieces({
  zone,
  today,
  ...how
}: {
  zone: string
  today: Day
  format: SheetFormat
  lang: Lang
}): AsyncIterable<Uint8Array | string> {
  const blank = Object.fromEntries(COLUMN_NAMES.map((column) => [column, null])) as SheetRow
  const rows = [1, 2, 3].map(
    (number): SheetRow => ({
      ...blank,
      code: `MAU-${number}`,
      zone,
      areaM2: 10_000 + 5000 * number,
      block: 'MAU',
      phase: 1,
      readiness: 'planned',
      readinessSince: today,
      readinessConfirmedUntil: addDays(today, YEAR),
      readyByEarliest: addDays(today, YEAR),
      readyByLatest: addDays(today, 2 * YEAR),
      commercial: 'not_offered',
      priceUsdPerM2: 80 + number / 2,
      priceConfirmedUntil: addDays(today, YEAR / 5),
      source: 'Ví dụ minh họa · Example · 示例',
      maxDensityPct: 60,
      maxFloors: 3,
    }),
  )
  async function* pages() {
    yield rows
  }
  return sheetPieces(pages(), { ...how, columns: READ_COLUMNS })
}
