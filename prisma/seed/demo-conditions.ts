// Conditions of the demo's approvals: proposed by the officer, edited by the head, shown by the investor.
import { proveCondition } from '../../app/commands/case/prove-condition.server'
import type { ConditionTyped } from '../../app/domain/case/condition'
import { addDays, type Day } from '../../app/domain/time/day'
import { db } from '../../app/infra/db.server'
import { demoActor } from './demo-actor'
import { must } from './demo-dossier'

/** What an officer asks with an approval; a refusal has none. */
export const conditionsOf = (stage: string, day: Day): ConditionTyped[] | null =>
  stage === 'refused'
    ? null
    : [
        {
          text: 'Thoả thuận đấu nối nước thải với chủ đầu tư hạ tầng',
          dueDay: addDays(day, stage === 'in_review' ? 30 : 5),
          proof: 'Biên bản thoả thuận đấu nối',
        },
        { text: 'Góp đủ vốn theo tiến độ đã cam kết', dueDay: addDays(day, 90), proof: 'Xác nhận của ngân hàng' },
      ]

/** The head passes the case that awaits its decision on in words of their own; the others as they are. */
export const reviewOf = (stage: string, day: Day) =>
  stage === 'awaiting_decision'
    ? {
        verdict: 'edited' as const,
        text: 'Rút ngắn hạn góp vốn.',
        edition: {
          text: 'Dự án phù hợp ngành nghề và quy hoạch; đủ công suất hạ tầng tại trạm của khu.',
          conditions: [
            { text: 'Góp đủ vốn theo tiến độ đã cam kết', dueDay: addDays(day, 60), proof: 'Xác nhận của ngân hàng' },
          ],
        },
      }
    : { verdict: 'accepted' as const, text: null }

/** The investor shows the last condition of an approval; the first is left to run late. */
export async function showCondition(demo: { who: string }, number: string, day: Day): Promise<void> {
  const condition = await db().decisionCondition.findFirst({
    where: { case: { number } },
    orderBy: { position: 'desc' },
  })
  if (!condition) return
  const { id, version } = condition
  const note = 'Ngân hàng xác nhận đã góp 100 % vốn điều lệ (minh hoạ).'
  must(await proveCondition(await demoActor(demo.who, day), { number, id, version, note, uploads: [] }))
}
