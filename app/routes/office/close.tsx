import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CaseFormPage } from '~/components/case/case-form-page'
import { caseMeta } from '~/components/case/case-meta'
import { OpenConditions } from '~/components/case/open-conditions'
import { useReasonLabels } from '~/components/case/reason-fields'
import { GuardField } from '~/components/kit/guard-field'
import { conditionsMark } from '~/domain/case/condition'
import type { FormAnswer } from '~/forms/answer'
import { openVisit } from '~/infra/session.server'
import { conditionsFor } from '~/queries/case/conditions.server'
import { caseFormAction, caseFormLoader } from './case-form.server'

export const handle = { dense: true }
export const meta = caseMeta('close')

const formLoader = caseFormLoader('close')
export const action = caseFormAction('close')

export async function loader(args: LoaderFunctionArgs) {
  const page = await formLoader(args)
  const { ctx } = await openVisit(args)
  return { ...page, conditions: await conditionsFor(ctx, page.head.number, 'accept') }
}

export default function CloseCase() {
  const { head, whyNot, conditions } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <CaseFormPage action="close" head={head} whyNot={whyNot} answer={answer} labels={useReasonLabels()}>
      <GuardField name="seenConditions" value={conditionsMark(conditions)} answer={answer} />
      <OpenConditions number={head.number} conditions={conditions.filter(({ state }) => state !== 'met')} />
    </CaseFormPage>
  )
}
