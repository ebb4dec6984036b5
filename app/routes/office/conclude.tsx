import { useActionData, useLoaderData } from '@remix-run/react'
import { CaseFormPage } from '~/components/case/case-form-page'
import { caseMeta } from '~/components/case/case-meta'
import { Consultations } from '~/components/case/consultations'
import type { FormAnswer } from '~/forms/answer'
import { caseFormAction, caseFormLoader } from './case-form.server'

export const handle = { dense: true }
export const meta = caseMeta('conclude')

export const loader = caseFormLoader('conclude')
export const action = caseFormAction('conclude')

export default function Conclude() {
  const { head, whyNot, consultations } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <CaseFormPage
      action="conclude"
      head={head}
      whyNot={whyNot}
      answer={answer}
      aside={<Consultations number={head.number} rows={consultations} mayExtend={false} />}
    />
  )
}
