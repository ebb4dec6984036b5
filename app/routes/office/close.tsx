import { useActionData, useLoaderData } from '@remix-run/react'
import { CaseFormPage } from '~/components/case/case-form-page'
import { caseMeta } from '~/components/case/case-meta'
import type { FormAnswer } from '~/forms/answer'
import { caseFormAction, caseFormLoader } from './case-form.server'

export const handle = { dense: true }
export const meta = caseMeta('close')

export const loader = caseFormLoader('close')
export const action = caseFormAction('close')

export default function CloseCase() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return <CaseFormPage action="close" head={page.head} whyNot={page.whyNot} answer={answer} />
}
