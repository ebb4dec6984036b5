import { rebuildDueDays } from '~/commands/case/rebuild-due-days.server'
import { SYSTEM } from '~/domain/party/permission'
import { now } from '~/infra/clock.server'
import { db } from '~/infra/db.server'

const SETTING = 'dueDays.calendarEdition'

interface Edition {
  id: number
  /** Every process has read it: what it keeps of a calendar is a minute old at most. */
  settled: boolean
}

/**
 * Lets kept due days follow a newly loaded calendar. Until every process must have noticed the edition it is done
 * again each time, since a case may still be moved by the former one; then the edition is written down as done.
 */
export async function keepDueDays(): Promise<void> {
  const [edition] = await db().$queryRaw<Edition[]>`
    SELECT id, "loadedAt" < now() - interval '2 minutes' AS settled FROM "CalendarEdition" ORDER BY id DESC LIMIT 1`
  if (!edition) return
  const done = await db().officeSetting.findUnique({ where: { key: SETTING } })
  if (done?.value === edition.id) return
  const rebuilt = await rebuildDueDays({ actor: SYSTEM, now: now() }, { edition: edition.id })
  if (!rebuilt.ok || !edition.settled) return
  const value = edition.id
  await db().officeSetting.upsert({ where: { key: SETTING }, create: { key: SETTING, value }, update: { value } })
}
