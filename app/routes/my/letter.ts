import type { LoaderFunctionArgs } from '@remix-run/node'
import { fileAnswer, orThrow, requirePerson } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { keptLetter } from '~/queries/case/kept-file.server'

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requirePerson(visit, args.request)
  return fileAnswer(orThrow(await keptLetter(visit.ctx, args.params.id ?? '')))
}
