import { useActionData, useLoaderData } from '@remix-run/react'
import { lapseSupplement } from '~/commands/case/lapse-supplement.server'
import { CaseFormPage } from '~/components/case/case-form-page'
import { caseMeta } from '~/components/case/case-meta'
import { ReasonText, useReasonLabels } from '~/components/case/reason-fields'
import type { FormAnswer } from '~/forms/answer'
import { sendBackForm } from '~/forms/case'
import { caseFormRoute } from './case-form.server'

export const handle = { dense: true }
export const meta = caseMeta('lapse')

const route = caseFormRoute({ action: 'lapse', act: 'case.return', schema: sendBackForm, command: lapseSupplement })
export const loader = route.loader
export const action = route.action

export default function LapseSupplement() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <CaseFormPage action="lapse" head={page.head} whyNot={page.whyNot} answer={answer} labels={useReasonLabels()}>
      <ReasonText />
    </CaseFormPage>
  )
}
