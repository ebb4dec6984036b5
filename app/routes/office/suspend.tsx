import { useActionData, useLoaderData } from '@remix-run/react'
import { suspendCase } from '~/commands/case/suspend-case.server'
import { CaseFormPage } from '~/components/case/case-form-page'
import { caseMeta } from '~/components/case/case-meta'
import { ReasonField, ReasonText, useReasonLabels } from '~/components/case/reason-fields'
import type { FormAnswer } from '~/forms/answer'
import { suspendForm } from '~/forms/case'
import { caseFormRoute } from './case-form.server'

export const handle = { dense: true }
export const meta = caseMeta('suspend')

const route = caseFormRoute({ action: 'suspend', act: 'case.review', schema: suspendForm, command: suspendCase })
export const loader = route.loader
export const action = route.action

export default function SuspendCase() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <CaseFormPage action="suspend" head={page.head} whyNot={page.whyNot} answer={answer} labels={useReasonLabels()}>
      <ReasonField of="stop" />
      <ReasonText />
    </CaseFormPage>
  )
}
