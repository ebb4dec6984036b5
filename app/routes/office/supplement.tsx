import { useActionData, useLoaderData } from '@remix-run/react'
import { CaseFormPage } from '~/components/case/case-form-page'
import { caseMeta } from '~/components/case/case-meta'
import { TextAreaField, TextField } from '~/components/kit/field'
import type { FormAnswer } from '~/forms/answer'
import { SUPPLEMENT_ROWS } from '~/forms/case'
import { useTranslation } from '~/locales/use-translation'
import { caseFormAction, caseFormLoader } from './case-form.server'

export const handle = { dense: true }
export const meta = caseMeta('supplement')

export const loader = caseFormLoader('supplement')
export const action = caseFormAction('supplement')

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
