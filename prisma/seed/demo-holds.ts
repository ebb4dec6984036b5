// Held land, the line for it and the developer's desk, made by the commands themselves on the day before.
import { joinLine } from '../../app/commands/case/join-line.server'
import { makeOffer } from '../../app/commands/case/make-offer.server'
import { receiveCase } from '../../app/commands/case/receive-case.server'
import { widenConsent } from '../../app/commands/case/widen-consent.server'
import { submitInterest } from '../../app/commands/interest/submit-interest.server'
import { addDays, type Day } from '../../app/domain/time/day'
import { findCase } from '../../app/infra/case-record.server'
import { db } from '../../app/infra/db.server'
import { demoActor, demoDraft } from './demo-actor'
import { must, presentPapers } from './demo-dossier'
import { makeForm } from './factories'

/** Loads them once; needs the demo's cases. */
export async function loadDemoHolds(today: Day): Promise<void> {
  if ((await db().waitingEntry.count()) > 0) return
  const day = addDays(today, -1)
  const holder = await offerApprovedLand(day)
  if (holder) await waitBehind(holder, day)
}

/** The approved case on a private developer's land: its hold waited for this offer. The other request stays silent. */
async function offerApprovedLand(day: Day): Promise<string | null> {
  const request = await db().developerRequest.findFirst({
    where: { state: 'asked', case: { state: 'approved' } },
    include: { case: { select: { number: true } } },
  })
  if (!request) return null
  const { number } = request.case
  must(await widenConsent(await demoActor('investor.vn', day), { number, scope: 'name' }))
  must(
    await makeOffer(await demoActor('developer.huulung', day), {
      id: request.id,
      version: request.version,
      untilDay: addDays(day, 45),
      priceText: '110 USD/m² cho cả thời hạn thuê (số liệu minh hoạ)',
      conditions: 'Đặt cọc 10% trong 30 ngày kể từ ngày nhận chào thuê.',
    }),
  )
  return number
}

/** Another case for the same plot takes the first place in the line. */
async function waitBehind(holder: string, day: Day): Promise<void> {
  const record = await findCase(holder)
  const plot = record?.interest.plots[0]?.plot
  if (!record || !plot) return
  const ctx = await demoActor('investor.cn', day)
  const form = makeForm(day, {
    projectName: '八角与桂皮精油厂',
    summary: '八角、桂皮精油蒸馏与出口。',
    sector: 'agro_forestry_food',
    areaM2: plot.areaM2,
  })
  const interestId = await demoDraft(ctx, record.interest.zone.code, [plot.code], form)
  const { number } = must(await submitInterest(ctx, { interestId, version: 1, form }))
  const version = (await findCase(number))?.version ?? 0
  const checks = await presentPapers(day)
  must(await receiveCase(await demoActor('intake', day), { number, version, officialCode: null, checks }))
  must(await joinLine(ctx, { number }))
}
