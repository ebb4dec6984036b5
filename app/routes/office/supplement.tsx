import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CaseFormPage } from '~/components/case/case-form-page'
import { caseMeta } from '~/components/case/case-meta'
import { SupplementFields } from '~/components/case/supplement-fields'
import { TextAreaField } from '~/components/kit/field'
import type { FormAnswer } from '~/forms/answer'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { supplementChoices } from '~/queries/case/supplement-form.server'
import { caseFormAction, caseFormLoader } from './case-form.server'

export const handle = { dense: true }
export const meta = caseMeta('supplement')

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await openVisit(args)
  const page = await caseFormLoader('supplement')(args)
  return { ...page, choices: await supplementChoices(ctx, page.head.number) }
}
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
      labels={{ reason: t('office.form.supplementReason') }}
    >
      <SupplementFields choices={page.choices} />
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
