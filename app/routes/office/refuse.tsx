import { useActionData, useLoaderData } from '@remix-run/react'
import { refuseDossier } from '~/commands/case/refuse-dossier.server'
import { CaseFormPage } from '~/components/case/case-form-page'
import { caseMeta } from '~/components/case/case-meta'
import { ReasonField, ReasonText, useReasonLabels } from '~/components/case/reason-fields'
import type { FormAnswer } from '~/forms/answer'
import { refuseForm } from '~/forms/case'
import { caseFormRoute } from './case-form.server'

export const handle = { dense: true }
export const meta = caseMeta('refuse')

const route = caseFormRoute({ action: 'refuse', act: 'case.refuse', schema: refuseForm, command: refuseDossier })
export const loader = route.loader
export const action = route.action

export default function RefuseDossier() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <CaseFormPage action="refuse" head={page.head} whyNot={page.whyNot} answer={answer} labels={useReasonLabels()}>
      <ReasonField of="dossier" />
      <ReasonText />
    </CaseFormPage>
  )
}
