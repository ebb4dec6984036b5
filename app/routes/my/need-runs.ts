import type { ActionFunctionArgs } from '@remix-run/node'
import { keepRun } from '~/commands/match/keep-run.server'
import { orThrow, refusalResponse, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { matchAnswer } from '~/queries/match/match-answer.server'
import { myNeed } from '~/queries/match/my-needs.server'

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'need.write')
  const { id, organizationId, asked } = orThrow(await myNeed(visit.ctx, args.params.id ?? ''))
  const answer = await matchAnswer(asked, visit.now)
  if (!answer.ok) throw refusalResponse({ code: answer.mistakes[0]?.code ?? 'invalid-form' })
  const run = orThrow(await keepRun(visit.ctx, { organizationId, needId: id, need: asked, answer: answer.value }))
  return seeOther(`/${visit.lang}/my/runs/${run.code}`)
}

export const loader = () => refusalResponse({ code: 'not-found' })
