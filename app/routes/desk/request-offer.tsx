import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { makeOffer } from '~/commands/case/make-offer.server'
import { RequestFormPage } from '~/components/case/request-form-page'
import { DayField } from '~/components/kit/day-field'
import { TextAreaField, TextField } from '~/components/kit/field'
import type { FormAnswer } from '~/forms/answer'
import { offerForm } from '~/forms/desk'
import { useTranslation } from '~/locales/use-translation'
import { requestFormRoute } from './request-form.server'

const page = requestFormRoute({ made: 'offer', schema: offerForm, command: makeOffer })
export const handle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []
export const loader = (args: LoaderFunctionArgs) => page.loader(args)
export const action = (args: ActionFunctionArgs) => page.action(args)

export default function RequestForm() {
  const { request } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('desk')
  const labels = {
    untilDay: t('fact.offerUntil'),
    priceText: t('fact.price'),
    conditions: t('fact.conditions'),
  }
  return (
    <RequestFormPage made="offer" request={request} answer={answer} labels={labels}>
      <DayField name="untilDay" label={labels.untilDay} hint={t('offer.untilHint')} />
      <TextField name="priceText" label={labels.priceText} hint={t('offer.priceHint')} maxLength={300} />
      <TextAreaField name="conditions" label={labels.conditions} rows={5} maxLength={4000} required={false} />
    </RequestFormPage>
  )
}
