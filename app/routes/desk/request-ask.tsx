import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askInvestor } from '~/commands/case/ask-investor.server'
import { RequestFormPage } from '~/components/case/request-form-page'
import { TextAreaField } from '~/components/kit/field'
import type { FormAnswer } from '~/forms/answer'
import { askInvestorForm } from '~/forms/desk'
import { useTranslation } from '~/locales/use-translation'
import { requestFormRoute } from './request-form.server'

const page = requestFormRoute({ made: 'ask', schema: askInvestorForm, command: askInvestor })
export const handle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []
export const loader = (args: LoaderFunctionArgs) => page.loader(args)
export const action = (args: ActionFunctionArgs) => page.action(args)

export default function RequestForm() {
  const { request } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('desk')
  const labels = { question: t('ask.question') }
  return (
    <RequestFormPage made="ask" request={request} answer={answer} labels={labels}>
      <TextAreaField name="question" label={labels.question} rows={5} maxLength={2000} />
    </RequestFormPage>
  )
}
