import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { seeOther } from '~/infra/http.server'
import { endSession, openVisit } from '~/infra/session.server'

/** Reading the address ends nothing. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  return redirect(`/${visit.lang}`, 303)
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  await endSession(args)
  return seeOther(`/${visit.lang}`)
}
