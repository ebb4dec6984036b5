import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requestHold } from '~/commands/case/request-hold.server'
import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Form } from '~/components/kit/form'
import { useHref } from '~/components/kit/use-lang'
import { holdForm } from '~/forms/hold'
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
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { caseForHold } from '~/queries/case/case-hold.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'interest.write')
  const { head, plots, whyNot } = orThrow(await caseForHold(visit.ctx, args.params.number ?? '', 'request'))
  if (whyNot) throw refusalResponse({ code: whyNot })
  const { number, version, project } = head
  return { meta: pageMeta(visit.lang, 'hold', 'my.ask'), number, version, project, plots }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'interest.write')
  const form = await readForm(args.request, holdForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const number = args.params.number ?? ''
  const verdict = await requestHold(visit.ctx, { number, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/my/cases/${number}#hold`)
}

export default function AskForHold() {
  const { number, version, project, plots } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['hold', 'common'])
  const href = useHref()
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-5">
      <header>
        <p className="text-sm text-ink-soft">
          {number} · {project}
        </p>
        <h1 className="mt-1 mb-0">{t('my.ask.title')}</h1>
      </header>
      <Card>
        <p className="mb-4">{t('my.ask.text', { number, plots: plots.join(', ') })}</p>
        <Form answer={useActionData<typeof action>()}>
          <input type="hidden" name="version" value={version} />
          <div className="flex flex-wrap gap-3">
            <Button>{t('my.ask.send')}</Button>
            <ButtonLink to={href(`/my/cases/${number}`)} kind="quiet">
              {t('common:form.cancel')}
            </ButtonLink>
          </div>
        </Form>
      </Card>
    </div>
  )
}
