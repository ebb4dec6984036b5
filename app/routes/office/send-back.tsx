import { useActionData, useLoaderData } from '@remix-run/react'
import { CaseFormPage } from '~/components/case/case-form-page'
import { caseMeta } from '~/components/case/case-meta'
import { ReasonText, useReasonLabels } from '~/components/case/reason-fields'
import { RecommendationShown } from '~/components/case/recommendation-shown'
import type { FormAnswer } from '~/forms/answer'
import { caseFormAction, caseFormLoader } from './case-form.server'

export const handle = { dense: true }
export const meta = caseMeta('send-back')

export const loader = caseFormLoader('send-back')
export const action = caseFormAction('send-back')

export default function SendBackCase() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <CaseFormPage action="send-back" head={page.head} whyNot={page.whyNot} answer={answer} labels={useReasonLabels()}>
      <RecommendationShown recommendation={page.recommendation} />
      <ReasonText printed={false} />
    </CaseFormPage>
  )
}
