import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { suspendCase } from '~/commands/case/suspend-case.server'
import { CaseFormPage } from '~/components/case/case-form-page'
import { caseMeta } from '~/components/case/case-meta'
import { SelectField, TextAreaField } from '~/components/kit/field'
import { LETTER_REASONS } from '~/domain/case/letter'
import type { FormAnswer } from '~/forms/answer'
import { suspendForm } from '~/forms/case'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { caseForm } from '~/queries/case/office-case.server'

export const handle = { dense: true }
export const meta = caseMeta('suspend')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.review')
  return orThrow(await caseForm(visit.ctx, args.params.number ?? '', 'suspend'))
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.review')
  const form = await readForm(args.request, suspendForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const number = args.params.number ?? ''
  const verdict = await suspendCase(visit.ctx, { number, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/cases/${number}`)
}

export default function SuspendCase() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation(['case', 'documents'])
  return (
    <CaseFormPage
      action="suspend"
      head={page.head}
      whyNot={page.whyNot}
      answer={answer}
      labels={{ reason: t('office.late.text'), text: t('office.form.comment') }}
    >
      <SelectField
        name="reason"
        label={t('office.late.text')}
        choices={LETTER_REASONS.stop.map((value) => ({ value, label: t(`documents:reason.${value}`) }))}
      />
      <TextAreaField name="text" label={t('office.form.comment')} hint={t('office.form.textHint')} maxLength={4000} />
    </CaseFormPage>
  )
}
