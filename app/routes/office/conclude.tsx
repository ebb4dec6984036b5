import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { concludeConsultation } from '~/commands/case/conclude-consultation.server'
import { CaseFormPage } from '~/components/case/case-form-page'
import { caseMeta } from '~/components/case/case-meta'
import { Consultations } from '~/components/case/consultations'
import type { FormAnswer } from '~/forms/answer'
import { closeForm } from '~/forms/case'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { caseForm } from '~/queries/case/office-case.server'

export const handle = { dense: true }
export const meta = caseMeta('conclude')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.check')
  return orThrow(await caseForm(visit.ctx, args.params.number ?? '', 'conclude'))
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.check')
  const form = await readForm(args.request, closeForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const number = args.params.number ?? ''
  const verdict = await concludeConsultation(visit.ctx, { number, version: form.value.version })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/cases/${number}`)
}

export default function Conclude() {
  const { head, whyNot, consultations } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <CaseFormPage
      action="conclude"
      head={head}
      whyNot={whyNot}
      answer={answer}
      aside={<Consultations number={head.number} rows={consultations} mayExtend={false} />}
    />
  )
}
