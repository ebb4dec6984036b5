import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { takeBackCase } from '~/commands/case/take-back-case.server'
import { CaseFormPage } from '~/components/case/case-form-page'
import { caseMeta } from '~/components/case/case-meta'
import { TextAreaField } from '~/components/kit/field'
import type { FormAnswer } from '~/forms/answer'
import { takeBackForm } from '~/forms/case'
import { answerStale, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { caseForm } from '~/queries/case/office-case.server'
import { standingForm } from '~/queries/case/standing-form.server'

export const handle = { dense: true }
export const meta = caseMeta('take-back')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.take_back')
  return orThrow(await caseForm(visit.ctx, args.params.number ?? '', 'take-back'))
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.take_back')
  const form = await readForm(args.request, takeBackForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const number = args.params.number ?? ''
  const verdict = await takeBackCase(visit.ctx, { number, ...form.value })
  if (!verdict.ok) return answerStale(verdict.refusal, form.values, () => standingForm(number, 'take-back'))
  return seeOther(`/${visit.lang}/office/cases/${number}`)
}

export default function TakeBack() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('case')
  const labels = { reason: t('office.form.reason') }
  return (
    <CaseFormPage action="take-back" head={page.head} whyNot={page.whyNot} answer={answer} labels={labels}>
      <TextAreaField name="reason" label={labels.reason} rows={3} maxLength={500} required />
    </CaseFormPage>
  )
}
