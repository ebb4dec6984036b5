import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { declineCase } from '~/commands/case/decline-case.server'
import { CaseFormPage } from '~/components/case/case-form-page'
import { caseMeta } from '~/components/case/case-meta'
import { RecommendationShown } from '~/components/case/recommendation-shown'
import { SelectField, TextAreaField } from '~/components/kit/field'
import { LETTER_REASONS } from '~/domain/case/letter'
import type { FormAnswer } from '~/forms/answer'
import { declineForm } from '~/forms/case'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { caseForm } from '~/queries/case/office-case.server'

export const handle = { dense: true }
export const meta = caseMeta('decline')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.decide')
  return orThrow(await caseForm(visit.ctx, args.params.number ?? '', 'decline'))
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.decide')
  const form = await readForm(args.request, declineForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const number = args.params.number ?? ''
  const verdict = await declineCase(visit.ctx, { number, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/cases/${number}`)
}

export default function DeclineCase() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation(['case', 'documents'])
  const reasons = LETTER_REASONS.decision.map((value) => ({ value, label: t(`documents:reason.${value}`) }))
  return (
    <CaseFormPage
      action="decline"
      head={page.head}
      whyNot={page.whyNot}
      answer={answer}
      labels={{ reason: t('office.form.reason'), text: t('office.form.text') }}
    >
      <RecommendationShown recommendation={page.recommendation} />
      <SelectField name="reason" label={t('office.form.reason')} choices={reasons} />
      <TextAreaField name="text" label={t('office.form.text')} hint={t('office.form.textHint')} maxLength={4000} />
    </CaseFormPage>
  )
}
