import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { orderInboxExport } from '~/commands/case/order-inbox-export.server'
import { exportInboxForm, inboxQueryOf } from '~/forms/inbox'
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
  const form = await readForm(args.request, exportInboxForm)
  if (!form.ok) throw refusalResponse({ code: 'invalid-form' })
  const filter = Object.fromEntries(new URLSearchParams(inboxQueryOf(form.value.query)))
  const { jobId } = orThrow(await orderInboxExport(visit.ctx, { filter, lang: visit.lang }))
  return seeOther(`/${visit.lang}/jobs/${jobId}`)
}
