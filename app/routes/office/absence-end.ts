import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { endAbsence } from '~/commands/party/end-absence.server'
import { orThrow, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'

/** The button stands on the list: whoever comes by address is led there. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'absence.record')
  return redirect(`/${visit.lang}/office/absences`, 303)
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'absence.record')
  orThrow(await endAbsence(visit.ctx, { id: args.params.id ?? '' }))
  return seeOther(`/${visit.lang}/office/absences`)
}
