import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { editNeed } from '~/commands/match/edit-need.server'
import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { RefusalText } from '~/components/kit/refusal-text'
import { useHref } from '~/components/kit/use-lang'
import { AlertFields } from '~/components/match/alert-fields'
import { NeedAlerts } from '~/components/match/need-alerts'
import { NeedFacts } from '~/components/match/need-facts'
import { RunsList } from '~/components/match/runs-list'
import type { FormAnswer } from '~/forms/answer'
import { needSearch } from '~/forms/match'
import { editNeedForm } from '~/forms/need'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { myNeed } from '~/queries/match/my-needs.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'need.read')
  const need = orThrow(await myNeed(visit.ctx, args.params.id ?? ''))
  return { meta: pageMeta(visit.lang, 'need', 'list'), need, search: needSearch(need.asked) }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'need.write')
  const form = await readForm(args.request, editNeedForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const id = args.params.id ?? ''
  const verdict = await editNeed(visit.ctx, { id, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/my/needs/${id}`)
}

export default function MyNeed() {
  const { need: page, search } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('need')
  const { hectares, number } = useFormat()
  const href = useHref()
  const defaults = { name: page.name, alert: page.alert, shareName: page.shareName ? 'yes' : '' }
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="grid gap-5">
        <header>
          <p className="mb-1 text-sm">
            <Link to={href('/my/needs')}>← {t('list.title')}</Link>
          </p>
          <h1>{page.name}</h1>
        </header>
        <Card title={page.mistakes.length > 0 ? t('cannotMatch') : t('fits', { count: page.feasibleCount })}>
          {page.mistakes.map(({ field, code, values }) => (
            <p key={field}>
              <RefusalText code={code} values={values} />
            </p>
          ))}
          {page.asked.readyBy === page.need.readyBy ? null : <p className="hint">{t('readyByPassed')}</p>}
          <ol className="grid gap-2">
            {page.results.map(({ plots, areaM2, score }) => (
              <li key={plots.join('+')} className="flex flex-wrap gap-x-3">
                <Link to={href(plots.length === 1 ? `/plots/${plots[0]}` : `/compare?plots=${plots.join('%2B')}`)}>
                  {plots.join(' + ')}
                </Link>
                <span>{hectares(areaM2)}</span>
                <span className="text-ink-soft">
                  {t('run.points')} {number(score)}
                </span>
              </li>
            ))}
          </ol>
          <p className="mt-3">
            <Link to={`${href('/match')}?${search}`}>{t('open')}</Link>
          </p>
          {page.mayWrite && page.mistakes.length === 0 ? (
            <Form action={href(`/my/needs/${page.id}/runs`)} className="actions">
              <Button kind="outline">{t('keep')}</Button>
            </Form>
          ) : null}
        </Card>
        <NeedAlerts alerts={page.alerts} />
        <Card title={t('runs')}>
          <RunsList runs={page.runs} />
        </Card>
      </div>
      <div className="grid gap-5">
        <Card title={t('asked')}>
          <NeedFacts need={page.need} names={page.names} />
        </Card>
        {page.mayWrite ? (
          <>
            <Card title={t('settings')}>
              <Form answer={answer} labels={{ name: t('name'), alert: t('alert') }} defaults={defaults}>
                <input type="hidden" name="version" value={page.version} />
                <AlertFields />
                <div className="actions mt-4">
                  <Button>{t('edit')}</Button>
                </div>
              </Form>
            </Card>
            <Card>
              <Form action={href(`/my/needs/${page.id}/archive`)}>
                <input type="hidden" name="version" value={page.version} />
                <p className="mb-3 text-sm text-ink-soft">{t('archiveHelp')}</p>
                <Button kind="quiet">{t('archive')}</Button>
              </Form>
            </Card>
          </>
        ) : null}
      </div>
    </div>
  )
}
