import { useActionData, useLoaderData } from '@remix-run/react'
import { concludeConsultation } from '~/commands/case/conclude-consultation.server'
import { CaseFormPage } from '~/components/case/case-form-page'
import { caseMeta } from '~/components/case/case-meta'
import { Consultations } from '~/components/case/consultations'
import type { FormAnswer } from '~/forms/answer'
import { closeForm } from '~/forms/case'
import { caseFormRoute } from './case-form.server'

export const handle = { dense: true }
export const meta = caseMeta('conclude')

const route = caseFormRoute({ action: 'conclude', act: 'case.check', schema: closeForm, command: concludeConsultation })
export const loader = route.loader
export const action = route.action

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
