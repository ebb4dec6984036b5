import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { widenConsent } from '~/commands/case/widen-consent.server'
import { MyCaseForm } from '~/components/case/my-case-form'
import { RadioField } from '~/components/kit/field'
import type { FormAnswer } from '~/forms/answer'
import { consentForm } from '~/forms/desk'
import { orThrow, refusalResponse, requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { developerForInvestor } from '~/queries/case/developer-desk.server'
import { myCaseAction } from './case-form.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'desk.consent')
  const request = orThrow(await developerForInvestor(visit.ctx, args.params.number ?? ''))
  if (request.wider.length === 0) throw refusalResponse({ code: 'state-forbids' })
  return { request, meta: pageMeta(visit.lang, 'desk', 'my.consent') }
}

const act = myCaseAction({ act: 'desk.consent', schema: consentForm, command: widenConsent, part: 'developer' })
export const action = (args: ActionFunctionArgs) => act(args)

export default function Consent() {
  const { request } = useLoaderData<typeof loader>()
  const { t } = useTranslation('desk')
  const developer = request.developer ?? t('fact.developer')
  return (
    <MyCaseForm
      number={request.number}
      about={request.project}
      title={t('my.consent.title')}
      send={t('my.consent.send')}
      answer={useActionData<typeof action>() as FormAnswer | undefined}
      labels={{ scope: t('my.consent.scope') }}
      fields={
        <RadioField
          name="scope"
          label={t('my.consent.scope')}
          hint={t('my.consent.hint')}
          choices={request.wider.map((value) => ({ value, label: t(`scope.${value}`) }))}
        />
      }
    >
      {t('my.consent.text', { developer, now: t(`scope.${request.scope}`) })}
    </MyCaseForm>
  )
}
