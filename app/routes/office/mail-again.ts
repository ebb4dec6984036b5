import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { requeueMail } from '~/commands/notice/requeue-mail.server'
import { mailAgainForm } from '~/forms/notice'
import { orThrow, readForm, refusalResponse, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'mail.read')
  return redirect(`/${visit.lang}/office/admin/mail`, 303)
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'mail.requeue')
  const form = await readForm(args.request, mailAgainForm)
  if (!form.ok) throw refusalResponse({ code: 'invalid-form' })
  orThrow(await requeueMail(visit.ctx, { id: args.params.id ?? '' }))
  return seeOther(`/${visit.lang}/office/admin/mail?state=queued`)
}
