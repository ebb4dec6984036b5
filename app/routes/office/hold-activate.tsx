import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { activateHold } from '~/commands/case/activate-hold.server'
import { HoldFormPage } from '~/components/case/hold-form-page'
import { holdMeta } from '~/components/case/hold-meta'
import type { FormAnswer } from '~/forms/answer'
import { holdForm } from '~/forms/hold'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { caseForHold } from '~/queries/case/case-hold.server'

export const handle = { dense: true }
export const meta = holdMeta('activate')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'hold.activate')
  return orThrow(await caseForHold(visit.ctx, args.params.number ?? '', 'activate'))
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'hold.activate')
  const form = await readForm(args.request, holdForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const number = args.params.number ?? ''
  const verdict = await activateHold(visit.ctx, { number, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/cases/${number}#hold`)
}

export default function ActivateHold() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return <HoldFormPage move="activate" page={page} answer={answer} />
}
