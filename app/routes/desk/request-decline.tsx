import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { declineInterest } from '~/commands/case/decline-interest.server'
import { RequestFormPage } from '~/components/case/request-form-page'
import { SelectField, TextAreaField } from '~/components/kit/field'
import { DECLINE_REASONS } from '~/domain/land/developer-answer'
import type { FormAnswer } from '~/forms/answer'
import { declineInterestForm } from '~/forms/desk'
import { useTranslation } from '~/locales/use-translation'
import { requestFormRoute } from './request-form.server'

const page = requestFormRoute({ made: 'decline', schema: declineInterestForm, command: declineInterest })
export const handle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []
export const loader = (args: LoaderFunctionArgs) => page.loader(args)
export const action = (args: ActionFunctionArgs) => page.action(args)

export default function RequestForm() {
  const { request } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('desk')
  const labels = { reason: t('fact.declined'), text: t('decline.text') }
  return (
    <RequestFormPage made="decline" request={request} answer={answer} labels={labels}>
      <SelectField
        name="reason"
        label={labels.reason}
        choices={DECLINE_REASONS.map((value) => ({ value, label: t(`decline.${value}`) }))}
      />
      <TextAreaField
        name="text"
        label={labels.text}
        hint={t('decline.textHint')}
        rows={4}
        maxLength={2000}
        required={false}
      />
    </RequestFormPage>
  )
}
