import { useActionData, useLoaderData } from '@remix-run/react'
import { closeCase } from '~/commands/case/close-case.server'
import { CaseFormPage } from '~/components/case/case-form-page'
import { caseMeta } from '~/components/case/case-meta'
import type { FormAnswer } from '~/forms/answer'
import { closeForm } from '~/forms/case'
import { caseFormRoute } from './case-form.server'

export const handle = { dense: true }
export const meta = caseMeta('close')

const route = caseFormRoute({ action: 'close', act: 'case.close', schema: closeForm, command: closeCase })
export const loader = route.loader
export const action = route.action

export default function CloseCase() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return <CaseFormPage action="close" head={page.head} whyNot={page.whyNot} answer={answer} />
}
