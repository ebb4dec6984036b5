import type { LoaderFunctionArgs } from '@remix-run/node'
import { orThrow, requirePerson, uploadAnswer } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { jobFile } from '~/queries/report/my-jobs.server'

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requirePerson(visit, args.request)
  return uploadAnswer(orThrow(await jobFile(visit.ctx, args.params.id ?? '')))
}
