import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { withdrawCase } from '~/commands/case/withdraw-case.server'
import { MyCaseForm } from '~/components/case/my-case-form'
import { CheckboxField, TextAreaField } from '~/components/kit/field'
import { GuardField } from '~/components/kit/guard-field'
import type { FormAnswer } from '~/forms/answer'
import { withdrawForm } from '~/forms/interest'
import { orThrow, refusalResponse, requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { myCase } from '~/queries/case/my-case.server'
import { myCaseAction } from './case-form.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.withdraw')
  const { number, version, project, land, mayWithdraw } = orThrow(await myCase(visit.ctx, args.params.number ?? ''))
  if (!mayWithdraw) throw refusalResponse({ code: 'state-forbids' })
  return { meta: pageMeta(visit.lang, 'case', 'my.withdrawal'), number, version, project, land }
}

const act = myCaseAction({ act: 'case.withdraw', schema: withdrawForm, command: withdrawCase })
export const action = (args: ActionFunctionArgs) => act(args)

export default function Withdraw() {
  const { number, version, project, land } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('case')
  const labels = { reason: t('my.withdrawal.reason'), sure: t('my.withdrawal.sure', { number }) }
  return (
    <MyCaseForm
      number={number}
      about={`${project}, ${land}`}
      title={t('my.withdrawal.title')}
      send={t('my.withdrawal.send')}
      danger
      answer={answer}
      labels={labels}
      fields={
        <>
          <GuardField value={version} answer={answer} />
          <TextAreaField name="reason" label={labels.reason} maxLength={1000} rows={3} required={false} />
          <CheckboxField name="sure" label={labels.sure} />
        </>
      }
    >
      {t('my.withdrawal.text')}
    </MyCaseForm>
  )
}
