import type { LoaderFunctionArgs } from '@remix-run/node'
import { orThrow, requirePerson, uploadAnswer } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { keptFile } from '~/queries/case/kept-file.server'

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  const file = await keptFile(visit.ctx, args.params.id ?? '')
  // Public evidence is read by anybody; of any other file a visitor is told nothing, not even whether it is there.
  if (!file.ok) requirePerson(visit, args.request)
  return uploadAnswer(orThrow(file))
}
