import { useActionData, useLoaderData } from '@remix-run/react'
import { sendBackCase } from '~/commands/case/send-back-case.server'
import { CaseFormPage } from '~/components/case/case-form-page'
import { caseMeta } from '~/components/case/case-meta'
import { ReasonText, useReasonLabels } from '~/components/case/reason-fields'
import { RecommendationShown } from '~/components/case/recommendation-shown'
import type { FormAnswer } from '~/forms/answer'
import { sendBackForm } from '~/forms/case'
import { caseFormRoute } from './case-form.server'

export const handle = { dense: true }
export const meta = caseMeta('send-back')

const route = caseFormRoute({ action: 'send-back', act: 'case.decide', schema: sendBackForm, command: sendBackCase })
export const loader = route.loader
export const action = route.action

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
