// The office's own work in the demo: a case that went from hand to hand, somebody who will be away, a kept filter.
import { handOverCase } from '../../app/commands/case/hand-over-case.server'
import { saveFilter } from '../../app/commands/case/save-filter.server'
import { takeBackCase } from '../../app/commands/case/take-back-case.server'
import { recordAbsence } from '../../app/commands/party/record-absence.server'
import { addDays, type Day } from '../../app/domain/time/day'
import { findCase } from '../../app/infra/case-record.server'
import { db } from '../../app/infra/db.server'
import { demoActor } from './demo-actor'
import { demoEmail } from './factories'

/** The case of officer2 under assessment, see demo-cases.ts. */
const HANDED = 'CM-%-000006'

/** Loads it once; needs the demo's cases. */
export async function loadDemoOffice(today: Day): Promise<void> {
  if ((await db().absence.count()) > 0) return
  const idOf = async (name: string) =>
    (await db().person.findUniqueOrThrow({ where: { email: demoEmail(name) }, select: { id: true } })).id
  const [officerId, officer2Id] = [await idOf('officer'), await idOf('officer2')]
  const head = await demoActor('head', today)
  const [found] = await db().$queryRaw<{ number: string }[]>`SELECT number FROM "CaseFile" WHERE number LIKE ${HANDED}`
  const number = found?.number ?? ''
  const version = async () => (await findCase(number))?.version ?? 0
  await takeBackCase(head, { number, version: await version(), reason: 'Chuyên viên đang quá tải, cân đối lại việc.' })
  const reason = 'Đã cân đối lại việc trong tuần.'
  await handOverCase(head, { number, version: await version(), officerId: officer2Id, reason })
  await recordAbsence(head, {
    personId: officer2Id,
    deputyId: officerId,
    fromDay: addDays(today, 4),
    untilDay: addDays(today, 8),
    note: 'Nghỉ phép năm (minh hoạ)',
  })
  const officer = await demoActor('officer', today)
  await saveFilter(officer, { name: 'Gấp trong tuần', query: 'due=soon&tab=mine' })
}
