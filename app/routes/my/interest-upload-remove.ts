import type { ActionFunctionArgs } from '@remix-run/node'
import { dropUpload } from '~/commands/interest/drop-upload.server'
import { removeForm } from '~/forms/interest'
import { orThrow, readForm, refusalResponse, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'interest.write')
  const form = await readForm(args.request, removeForm)
  if (!form.ok) throw refusalResponse({ code: 'invalid-form' })
  const { id: interestId = '', uploadId = '' } = args.params
  orThrow(await dropUpload(visit.ctx, { interestId, uploadId }))
  return seeOther(`/${visit.lang}/my/interests/${interestId}/documents`)
}

export const loader = () => refusalResponse({ code: 'not-found' })
