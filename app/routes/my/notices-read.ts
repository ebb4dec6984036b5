import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { readAllNotices } from '~/commands/notice/read-all-notices.server'
import { readAllForm } from '~/forms/notice'
import { orThrow, readForm, refusalResponse, requirePerson, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requirePerson(visit, args.request)
  return redirect(`/${visit.lang}/my/notices`, 303)
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requirePerson(visit, args.request)
  const form = await readForm(args.request, readAllForm)
  if (!form.ok) throw refusalResponse({ code: 'invalid-form' })
  orThrow(await readAllNotices(visit.ctx, form.value))
  return seeOther(`/${visit.lang}/my/notices`)
}
