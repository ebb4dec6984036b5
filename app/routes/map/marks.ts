import type { LoaderFunctionArgs } from '@remix-run/node'
import { marksQuery } from '~/forms/land'
import { now } from '~/infra/clock.server'
import { jsonAnswer, problem, readQuery } from '~/infra/http.server'
import { mapMarks } from '~/queries/land/map-tile.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const query = readQuery(request, marksQuery)
  if (!query.ok) return query.response
  const { lang, ...filter } = query.value
  const marks = await mapMarks(filter, lang, now())
  return marks.ok ? jsonAnswer(request, marks.value) : problem(marks.refusal)
}
