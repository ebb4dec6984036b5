import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { removeFilter } from '~/commands/case/remove-filter.server'
import { orThrow, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'

/** The button stands on the inbox: whoever comes by address is led there. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.list')
  return redirect(`/${visit.lang}/office`, 303)
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.list')
  const { query } = orThrow(await removeFilter(visit.ctx, { id: args.params.id ?? '' }))
  return seeOther(`/${visit.lang}/office?${query}`)
}
