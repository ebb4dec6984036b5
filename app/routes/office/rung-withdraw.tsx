import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { withdrawRung } from '~/commands/land/withdraw-rung.server'
import { Button, ButtonLink } from '~/components/kit/button'
import { TextField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { GuardField } from '~/components/kit/guard-field'
import { KeptFactsHead } from '~/components/land/kept-facts-head'
import { keptFactsMeta } from '~/components/land/kept-facts-meta'
import { OfficePlotConflict } from '~/components/land/office-plot-conflict'
import { ReadinessLadder } from '~/components/land/readiness-ladder'
import { useKeeperHref } from '~/components/land/use-keeper-href'
import { keeperPath } from '~/domain/land/keeper'
import type { FormAnswer } from '~/forms/answer'
import { withdrawRungForm } from '~/forms/fact'
import {
  answerRefusal,
  formRefused,
  orThrow,
  readForm,
  refusalResponse,
  requireMay,
  seeOther,
} from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { keptLadder } from '~/queries/land/kept-facts.server'

export const handle = { dense: true }
export const meta = keptFactsMeta('withdraw')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.write')
  const plot = orThrow(await keptLadder(visit.ctx, args.params.code ?? ''))
  const lines = plot.lines.filter(({ record }) => record?.id === args.params.recordId)
  if (lines.length === 0 || !plot.mayWrite) throw refusalResponse({ code: 'not-found' })
  return { code: plot.code, version: plot.version, lines }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.write')
  const form = await readForm(args.request, withdrawRungForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const { code = '', recordId = '' } = args.params
  const verdict = await withdrawRung(visit.ctx, { code, recordId, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(keeperPath(new URL(args.request.url).pathname, `/plots/${code}/readiness`))
}

export default function RungWithdraw() {
  const { code, version, lines } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation(['facts', 'common'])
  const href = useKeeperHref()
  return (
    <>
      <KeptFactsHead title={t('rung.withdrawTitle', { code })} />
      <div className="card max-w-3xl">
        <OfficePlotConflict answer={answer} />
        <ReadinessLadder lines={lines} readsAll />
        <p className="my-4">{t('rung.withdrawHelp')}</p>
        <Form answer={answer} labels={{ reason: t('rung.reason') }}>
          <GuardField value={version} answer={answer} />
          <TextField name="reason" label={t('rung.reason')} maxLength={500} />
          <div className="actions mt-4">
            <Button kind="danger">{t('rung.withdraw')}</Button>
            <ButtonLink kind="quiet" to={href(`/plots/${code}/readiness`)}>
              {t('common:form.cancel')}
            </ButtonLink>
          </div>
        </Form>
      </div>
    </>
  )
}
