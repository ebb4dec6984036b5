// Saved needs of the demo's investors, made by the commands themselves, and the first look at the land: what changes
// from then on is told.
import { keepRun } from '../../app/commands/match/keep-run.server'
import { saveNeed } from '../../app/commands/match/save-need.server'
import type { AlertRhythm } from '../../app/domain/match/alert'
import type { Need } from '../../app/domain/match/need'
import { db } from '../../app/infra/db.server'
import { actorOf } from '../../app/infra/session.server'
import { tellOfNewFits } from '../../app/jobs/need-alerts'
import { matchAnswer } from '../../app/queries/match/match-answer.server'
import { demoEmail } from './factories'

const NEEDS: { who: string; name: string; alert: AlertRhythm; shareName: boolean; need: Need }[] = [
  {
    who: 'investor.vn',
    name: 'Xưởng gỗ 4 ha, ghép lô được',
    alert: 'at_once',
    shareName: true,
    need: { sector: 'wood_furniture', areaMinM2: 40_000, areaMaxM2: 90_000, powerKva: 400, allowSets: true },
  },
  {
    who: 'investor.cn',
    name: '电子元件厂 10 公顷',
    alert: 'daily',
    shareName: false,
    need: {
      sector: 'electronics',
      areaMinM2: 70_000,
      powerKva: 1_500,
      maxPriceUsdPerM2: 95,
      maxDistanceKm: { huu_nghi: 90 },
      foreign: true,
    },
  },
]

/** Saves the demo's needs once, keeps a shortlist of the first, and looks at the land before anything of it changes. */
export async function loadDemoNeeds(now: Date): Promise<void> {
  if ((await db().need.count()) > 0) return
  for (const { who, name, alert, shareName, need } of NEEDS) {
    const person = await db().person.findUniqueOrThrow({ where: { email: demoEmail(who) } })
    const actor = await actorOf(person.id)
    const organizationId = actor?.organizations[0]?.id
    if (!actor || !organizationId) throw new Error(`demo account ${who} is not in force`)
    const ctx = { actor, now }
    const saved = await saveNeed(ctx, { organizationId, name, need, alert, shareName })
    if (!saved.ok) throw new Error(`demo need refused: ${saved.refusal.code}`)
    const answer = await matchAnswer(need, now)
    if (answer.ok) await keepRun(ctx, { organizationId, needId: saved.value.id, need, answer: answer.value })
  }
  await tellOfNewFits(now)
}
