import { useActionData, useLoaderData } from '@remix-run/react'
import { CaseFormPage } from '~/components/case/case-form-page'
import { CaseLand } from '~/components/case/case-land'
import { caseMeta } from '~/components/case/case-meta'
import { TextField } from '~/components/kit/field'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'
import { caseFormAction, caseFormLoader } from './case-form.server'

export const handle = { dense: true }
export const meta = caseMeta('receive')

export const loader = caseFormLoader('receive')
export const action = caseFormAction('receive')

export default function ReceiveCase() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('case')
  return (
    <CaseFormPage
      action="receive"
      head={page.head}
      whyNot={page.whyNot}
      answer={answer}
      labels={{ officialCode: t('office.form.officialCode') }}
      aside={<CaseLand land={page.land} />}
    >
      <TextField
        name="officialCode"
        label={t('office.form.officialCode')}
        hint={t('office.form.officialCodeHint')}
        required={false}
        width="medium"
        maxLength={60}
      />
    </CaseFormPage>
  )
}
