import type { ActionFunctionArgs } from '@remix-run/node'
import { matchBody } from '~/forms/match'
import { now } from '~/infra/clock.server'
import { jsonAnswer, limit, problem, readJson } from '~/infra/http.server'
import { matchAnswer } from '~/queries/match/match-answer.server'

/** Answers a posted need and keeps nothing. */
export async function action({ request, context }: ActionFunctionArgs) {
  if (request.method !== 'POST') return problem({ code: 'not-found' })
  await limit('match', context.ip, problem)
  const body = await readJson(request, matchBody)
  if (!body.ok) return body.response
  const answer = await matchAnswer(body.value, now())
  if (answer.ok) return jsonAnswer(request, answer.value)
  const [first] = answer.mistakes
  return problem({ code: first?.code ?? 'invalid-form', values: first?.values }, answer.mistakes)
}

export const loader = () => problem({ code: 'not-found' })
