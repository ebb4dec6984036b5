import { useActionData, useLoaderData } from '@remix-run/react'
import { returnCase } from '~/commands/case/return-case.server'
import { CaseFormPage } from '~/components/case/case-form-page'
import { caseMeta } from '~/components/case/case-meta'
import { ReasonField, ReasonText, useReasonLabels } from '~/components/case/reason-fields'
import type { FormAnswer } from '~/forms/answer'
import { returnForm } from '~/forms/case'
import { caseFormRoute } from './case-form.server'

export const handle = { dense: true }
export const meta = caseMeta('return')

const route = caseFormRoute({ action: 'return', act: 'case.return', schema: returnForm, command: returnCase })
export const loader = route.loader
export const action = route.action

export default function ReturnCase() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <CaseFormPage action="return" head={page.head} whyNot={page.whyNot} answer={answer} labels={useReasonLabels()}>
      <ReasonField of="return" />
      <ReasonText />
    </CaseFormPage>
  )
}
