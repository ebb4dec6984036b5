import type { ActionFunctionArgs } from '@remix-run/node'
import { beginUpload } from '~/commands/interest/begin-upload.server'
import { beginUploadForm } from '~/forms/upload'
import { limit, orThrow, readForm, refusalResponse, requireMay, stepAnswer } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { uploadStanding } from '~/queries/interest/upload-standing.server'

/** Announces a file: where its first piece goes. */
export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'interest.write')
  await limit('upload', visit.actor.personId ?? visit.ip)
  const form = await readForm(args.request, beginUploadForm)
  if (!form.ok) throw refusalResponse(form.answer.errors[0] ?? { code: 'invalid-form' })
  const interestId = args.params.id ?? ''
  const { supersedes: supersedesId, ...file } = form.value
  const begun = orThrow(await beginUpload(visit.ctx, { interestId, supersedesId, ...file }))
  return stepAnswer(orThrow(await uploadStanding(visit.ctx, { interestId, uploadId: begun.id })))
}

export const loader = () => refusalResponse({ code: 'not-found' })
