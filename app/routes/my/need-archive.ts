import type { ActionFunctionArgs } from '@remix-run/node'
import { archiveNeed } from '~/commands/match/archive-need.server'
import { archiveNeedForm } from '~/forms/need'
import { orThrow, readForm, refusalResponse, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'need.write')
  const form = await readForm(args.request, archiveNeedForm)
  if (!form.ok) throw refusalResponse({ code: 'invalid-form' })
  orThrow(await archiveNeed(visit.ctx, { id: args.params.id ?? '', ...form.value }))
  return seeOther(`/${visit.lang}/my/needs`)
}

export const loader = () => refusalResponse({ code: 'not-found' })
