import type { LoaderFunctionArgs } from '@remix-run/node'
import { letterAnswer, orThrow, requirePerson } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { keptLetter } from '~/queries/case/kept-file.server'

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requirePerson(visit, args.request)
  return letterAnswer(orThrow(await keptLetter(visit.ctx, args.params.id ?? '')))
}
