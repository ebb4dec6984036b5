import { useActionData, useLoaderData } from '@remix-run/react'
import { resumeCase } from '~/commands/case/resume-case.server'
import { CaseFormPage } from '~/components/case/case-form-page'
import { caseMeta } from '~/components/case/case-meta'
import { ReasonText, useReasonLabels } from '~/components/case/reason-fields'
import type { FormAnswer } from '~/forms/answer'
import { sendBackForm } from '~/forms/case'
import { caseFormRoute } from './case-form.server'

export const handle = { dense: true }
export const meta = caseMeta('resume')

const route = caseFormRoute({ action: 'resume', act: 'case.review', schema: sendBackForm, command: resumeCase })
export const loader = route.loader
export const action = route.action

export default function ResumeCase() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <CaseFormPage action="resume" head={page.head} whyNot={page.whyNot} answer={answer} labels={useReasonLabels()}>
      <ReasonText printed={false} />
    </CaseFormPage>
  )
}
