import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { saveFilter } from '~/commands/case/save-filter.server'
import { inboxQueryOf, saveFilterForm } from '~/forms/inbox'
import { orThrow, readForm, refusalResponse, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'

/** The form stands on the inbox: whoever comes by address is led there. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.list')
  return redirect(`/${visit.lang}/office`, 303)
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.list')
  const form = await readForm(args.request, saveFilterForm)
  if (!form.ok) throw refusalResponse({ code: 'invalid-form' })
  const query = inboxQueryOf(form.value.query)
  orThrow(await saveFilter(visit.ctx, { name: form.value.name, query }))
  return seeOther(`/${visit.lang}/office?${query}`)
}
