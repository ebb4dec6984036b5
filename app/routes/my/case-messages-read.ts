import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { readMessages } from '~/commands/case/read-messages.server'
import { readMessagesForm } from '~/forms/message'
import { orThrow, readForm, refusalResponse, requirePerson, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'

/** The page of the messages, on the side of the desk the address names. */
const threadOf = (request: Request) => new URL(request.url).pathname.replace(/\/read$/, '')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requirePerson(visit, args.request)
  return redirect(threadOf(args.request), 303)
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requirePerson(visit, args.request)
  const form = await readForm(args.request, readMessagesForm)
  if (!form.ok) throw refusalResponse({ code: 'invalid-form' })
  orThrow(await readMessages(visit.ctx, { number: args.params.number ?? '' }))
  return seeOther(threadOf(args.request))
}
