import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CaseFormPage } from '~/components/case/case-form-page'
import { caseMeta } from '~/components/case/case-meta'
import { PaperChecklist, usePaperLabels } from '~/components/case/paper-checklist'
import { ReasonField, ReasonText, useReasonLabels } from '~/components/case/reason-fields'
import type { FormAnswer } from '~/forms/answer'
import { openVisit } from '~/infra/session.server'
import { paperChecklist } from '~/queries/case/case-checks.server'
import { caseFormAction, caseFormLoader } from './case-form.server'

export const handle = { dense: true }
export const meta = caseMeta('return')

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await openVisit(args)
  const page = await caseFormLoader('return')(args)
  return { ...page, checklist: await paperChecklist(ctx, page.head.number) }
}
export const action = caseFormAction('return')

export default function ReturnCase() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const labels = { ...useReasonLabels(), ...usePaperLabels(page.checklist) }
  return (
    <CaseFormPage action="return" head={page.head} whyNot={page.whyNot} answer={answer} labels={labels}>
      <PaperChecklist checklist={page.checklist} documents={page.documents} />
      <ReasonField of="return" />
      <ReasonText />
    </CaseFormPage>
  )
}
