import type { LoaderFunctionArgs } from '@remix-run/node'
import { refusalResponse, uploadAnswer } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { consultationFile } from '~/queries/case/consultations.server'

export async function loader(args: LoaderFunctionArgs) {
  await openVisit(args)
  const file = await consultationFile(args.params.token ?? '', args.params.id ?? '')
  if (!file) throw refusalResponse({ code: 'not-found' })
  return uploadAnswer(file)
}
