import type { ActionFunctionArgs } from '@remix-run/node'
import { roadmapBody } from '~/forms/procedure'
import { jsonAnswer, problem, readJson } from '~/infra/http.server'
import { plannedRoadmap } from '~/queries/procedure/planned-roadmap.server'

/** Answers a posted question and changes nothing. */
export async function action({ request }: ActionFunctionArgs) {
  if (request.method !== 'POST') return problem({ code: 'not-found' })
  const body = await readJson(request, roadmapBody)
  if (!body.ok) return body.response
  const answer = await plannedRoadmap(body.value)
  return answer.ok ? jsonAnswer(request, answer.value) : problem(answer.refusal)
}

export const loader = () => problem({ code: 'not-found' })
