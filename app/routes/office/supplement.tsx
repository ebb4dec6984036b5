import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requestSupplement } from '~/commands/case/request-supplement.server'
import { CaseFormPage } from '~/components/case/case-form-page'
import { caseMeta } from '~/components/case/case-meta'
import { TextAreaField, TextField } from '~/components/kit/field'
import type { FormAnswer } from '~/forms/answer'
import { SUPPLEMENT_ROWS, supplementForm } from '~/forms/case'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { caseForm } from '~/queries/case/office-case.server'

export const handle = { dense: true }
export const meta = caseMeta('supplement')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.request_supplement')
  return orThrow(await caseForm(visit.ctx, args.params.number ?? '', 'supplement'))
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.request_supplement')
  const form = await readForm(args.request, supplementForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const number = args.params.number ?? ''
  const verdict = await requestSupplement(visit.ctx, { number, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/cases/${number}`)
}

export default function RequestSupplement() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('case')
  return (
    <CaseFormPage
      action="supplement"
      head={page.head}
      whyNot={page.whyNot}
      answer={answer}
      labels={{ reason: t('office.form.supplementReason'), what1: t('office.form.what', { n: 1 }) }}
    >
      {SUPPLEMENT_ROWS.map((n) => (
        <div key={n} className="grid gap-x-4 gap-y-2 sm:grid-cols-[3fr_2fr]">
          <TextField
            name={`what${n}`}
            label={t('office.form.what', { n })}
            required={n === 1 ? undefined : false}
            maxLength={300}
          />
          <TextField name={`why${n}`} label={t('office.form.why')} required={false} maxLength={300} />
        </div>
      ))}
      <TextAreaField
        name="reason"
        label={t('office.form.supplementReason')}
        hint={t('office.form.textHint')}
        rows={3}
        maxLength={2000}
      />
    </CaseFormPage>
  )
}
