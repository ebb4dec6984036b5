import { useActionData, useLoaderData } from '@remix-run/react'
import { CaseFormPage } from '~/components/case/case-form-page'
import { caseMeta } from '~/components/case/case-meta'
import { ReasonField, ReasonText, useReasonLabels } from '~/components/case/reason-fields'
import { RecommendationShown } from '~/components/case/recommendation-shown'
import { SigningNotice } from '~/components/case/signing-shown'
import type { FormAnswer } from '~/forms/answer'
import { caseFormAction, caseFormLoader } from './case-form.server'

export const handle = { dense: true }
export const meta = caseMeta('decline')

export const loader = caseFormLoader('decline')
export const action = caseFormAction('decline')

export default function DeclineCase() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  // What was proposed, in the head's words where edited; only a proposal to refuse has words for a refusal.
  const proposed = page.recommendation?.outcome === 'refuse' ? page.recommendation : null
  return (
    <CaseFormPage action="decline" head={page.head} whyNot={page.whyNot} answer={answer} labels={useReasonLabels()}>
      <SigningNotice signing={page.signing} />
      <RecommendationShown recommendation={page.recommendation} />
      <ReasonField of="decision" value={proposed?.reason} />
      <ReasonText value={proposed ? (proposed.edition ?? proposed).text : undefined} />
    </CaseFormPage>
  )
}
