import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { orderExport } from '~/commands/land/order-export.server'
import { keeperPath } from '~/domain/land/keeper'
import { exportForm } from '~/forms/land-sheet'
import { orThrow, readForm, refusalResponse, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'

/** The form stands on the list: whoever comes by address is led there. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.read_draft')
  return redirect(keeperPath(new URL(args.request.url).pathname, '/plots'), 303)
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.read_draft')
  const form = await readForm(args.request, exportForm)
  if (!form.ok) throw refusalResponse({ code: 'invalid-form' })
  const { format, filter } = form.value
  const { jobId } = orThrow(await orderExport(visit.ctx, { filter, format, lang: visit.lang }))
  return seeOther(`/${visit.lang}/jobs/${jobId}`)
}
