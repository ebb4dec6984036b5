import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { Facts } from '~/components/kit/facts'
import { useFormat } from '~/components/kit/format'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import { NeedFacts } from '~/components/match/need-facts'
import { orThrow, requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { myRun } from '~/queries/match/my-needs.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'need.read')
  return { meta: pageMeta(visit.lang, 'need', 'run'), run: orThrow(await myRun(visit.ctx, args.params.code ?? '')) }
}

export default function Run() {
  const { run } = useLoaderData<typeof loader>()
  const { t } = useTranslation('need')
  const { t: ofDraft } = useTranslation('draft')
  const { day, hectares, number } = useFormat()
  const href = useHref()
  const { kept, now, changes } = run
  return (
    <div className="grid gap-5">
      <header>
        {run.needId ? (
          <p className="no-print mb-1 text-sm">
            <Link to={href(`/my/needs/${run.needId}`)}>← {run.name ?? t('run.back')}</Link>
          </p>
        ) : null}
        <h1>{t('run.title')}</h1>
        <p className="text-ink-soft">{t('run.madeOn', { day: day(run.day) })}</p>
      </header>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Card title={t('asked')}>
          <NeedFacts need={run.need} names={run.names} />
        </Card>
        <Card title={changes.length === 0 && now ? t('run.same') : t('run.changed')}>
          {now ? (
            <>
              <p>{t('run.count', { from: number(kept.feasibleCount), to: number(now.feasibleCount) })}</p>
              {now.ruleVersion === kept.ruleVersion ? null : (
                <p>{t('run.rulesChanged', { from: kept.ruleVersion, to: now.ruleVersion })}</p>
              )}
            </>
          ) : null}
          <ul className="mt-2 grid gap-1">
            {changes.map(({ site, from, to }) => (
              <li key={site}>
                {site.replaceAll('+', ' + ')}:{' '}
                {to === null
                  ? t('run.gone')
                  : from === null
                    ? t('run.fresh', { score: number(to) })
                    : t('run.score', { from: number(from), to: number(to) })}
              </li>
            ))}
          </ul>
          <Facts
            items={[
              { label: t('run.rules'), value: kept.ruleVersion },
              { label: t('run.data'), value: kept.dataVersion },
              { label: t('run.digest'), value: <code className="break-all text-xs">{run.digest}</code> },
            ]}
          />
        </Card>
      </div>
      <Table
        caption={t('run.whole')}
        rows={kept.results.map((result, index) => ({ ...result, rank: index + 1 }))}
        rowKey={(row) => row.plots.join('+')}
        columns={[
          { key: 'rank', label: t('run.rank'), cell: (row) => number(row.rank) },
          { key: 'site', label: t('run.result'), cell: (row) => row.plots.join(' + ') },
          { key: 'zone', label: t('run.zone'), cell: (row) => row.zone },
          { key: 'area', label: t('run.area'), cell: (row) => hectares(row.areaM2) },
          { key: 'score', label: t('run.points'), cell: (row) => number(row.score) },
          {
            key: 'interest',
            label: '',
            end: true,
            cell: (row) => (
              <Link
                to={href(`/my/interests/new?${row.plots.map((code) => `plot=${code}`).join('&')}&run=${run.code}`)}
                aria-label={ofDraft('run.registerOf', { plots: row.plots.join(' + ') })}
                className="no-print"
              >
                {ofDraft('run.register')}
              </Link>
            ),
          },
        ]}
      />
    </div>
  )
}
