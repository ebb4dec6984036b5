import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requestHold } from '~/commands/case/request-hold.server'
import { MyCaseForm } from '~/components/case/my-case-form'
import { GuardField } from '~/components/kit/guard-field'
import type { FormAnswer } from '~/forms/answer'
import { holdForm } from '~/forms/hold'
import { orThrow, refusalResponse, requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { caseForHold } from '~/queries/case/case-hold.server'
import { myCaseAction } from './case-form.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'interest.write')
  const { head, plots, whyNot } = orThrow(await caseForHold(visit.ctx, args.params.number ?? '', 'request'))
  if (whyNot) throw refusalResponse({ code: whyNot })
  const { number, version, project } = head
  return { meta: pageMeta(visit.lang, 'hold', 'my.ask'), number, version, project, plots }
}

const act = myCaseAction({ act: 'interest.write', schema: holdForm, command: requestHold, part: 'hold' })
export const action = (args: ActionFunctionArgs) => act(args)

export default function AskForHold() {
  const { number, version, project, plots } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('hold')
  return (
    <MyCaseForm
      number={number}
      about={project}
      title={t('my.ask.title')}
      send={t('my.ask.send')}
      answer={answer}
      fields={<GuardField value={version} answer={answer} />}
    >
      {t('my.ask.text', { number, plots: plots.join(', ') })}
    </MyCaseForm>
  )
}
