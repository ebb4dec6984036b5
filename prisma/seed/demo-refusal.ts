// A dossier that intake did not take (form 03): its investor may appeal, or submit anew.
import { refuseDossier } from '../../app/commands/case/refuse-dossier.server'
import { submitInterest } from '../../app/commands/interest/submit-interest.server'
import { addDays, type Day } from '../../app/domain/time/day'
import { db } from '../../app/infra/db.server'
import { demoActor, demoDraft } from './demo-actor'
import { must, versionOf } from './demo-dossier'
import { makeForm } from './factories'

const ZONE = 'LS-CC-DINHLAP'

/** Loads it once; needs the demo's cases. */
export async function loadDemoRefusal(today: Day): Promise<void> {
  if ((await db().letter.count({ where: { kind: 'refusal_of_dossier' } })) > 0) return
  const day = addDays(today, -1)
  const ctx = await demoActor('investor.cn', day)
  const plot = await db().plot.findFirst({
    where: { zone: { code: ZONE }, publication: 'published', commercial: 'offered' },
    orderBy: { code: 'desc' },
  })
  if (!plot) return
  const form = makeForm(day, {
    projectName: '废旧轮胎热解厂',
    summary: '进口废旧轮胎热解制油（示例）。',
    sector: 'recycling',
    areaM2: plot.areaM2,
  })
  const interestId = await demoDraft(ctx, ZONE, [plot.code], form)
  const { number } = must(await submitInterest(ctx, { interestId, version: 1, form }))
  const text = 'Nhập khẩu lốp thải để nhiệt phân không thuộc loại hình được tiếp nhận tại cụm (minh hoạ).'
  const refusal = { number, version: await versionOf(number), reason: 'not_eligible' as const, text }
  must(await refuseDossier(await demoActor('intake', day), refusal))
}
