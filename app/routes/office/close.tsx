import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { closeCase } from '~/commands/case/close-case.server'
import { CaseFormPage } from '~/components/case/case-form-page'
import { caseMeta } from '~/components/case/case-meta'
import type { FormAnswer } from '~/forms/answer'
import { closeForm } from '~/forms/case'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { caseForm } from '~/queries/case/office-case.server'

export const handle = { dense: true }
export const meta = caseMeta('close')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.close')
  return orThrow(await caseForm(visit.ctx, args.params.number ?? '', 'close'))
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.close')
  const form = await readForm(args.request, closeForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const number = args.params.number ?? ''
  const verdict = await closeCase(visit.ctx, { number, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/cases/${number}`)
}

export default function CloseCase() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return <CaseFormPage action="close" head={page.head} whyNot={page.whyNot} answer={answer} />
}
