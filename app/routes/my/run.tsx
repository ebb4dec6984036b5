import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { Facts } from '~/components/kit/facts'
import { useFormat } from '~/components/kit/format'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import { ExcludedCard } from '~/components/match/excluded-card'
import { NeedFacts } from '~/components/match/need-facts'
import { RelaxationsCard } from '~/components/match/relaxations-card'
import { ResultCard } from '~/components/match/result-card'
import { RunChanges } from '~/components/match/run-changes'
import { orThrow, requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { myRun } from '~/queries/match/runs.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'need.read')
  return { meta: pageMeta(visit.lang, 'need', 'run'), run: orThrow(await myRun(visit.ctx, args.params.code ?? '')) }
}

export default function Run() {
  const { run } = useLoaderData<typeof loader>()
  const { t } = useTranslation('need')
  const { t: ofMatch } = useTranslation('match')
  const { t: ofDraft } = useTranslation('draft')
  const { day, hectares, number } = useFormat()
  const href = useHref()
  const { kept, now } = run
  const zoneNames = new Map(run.zoneNames)
  const nameOf = (zone: string) => zoneNames.get(zone) ?? zone
  return (
    <div className="grid gap-5">
      <header>
        <p className="no-print mb-1 text-sm">
          <Link to={href(run.needId ? `/my/needs/${run.needId}` : '/my/needs')}>← {run.name ?? t('list.title')}</Link>
        </p>
        <h1>{t('run.title')}</h1>
        <p className="text-ink-soft">{t('run.madeOn', { day: day(run.day) })}</p>
      </header>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Card title={t('asked')}>
          <NeedFacts need={run.need} names={run.names} />
        </Card>
        <div className="grid gap-5">
          <Card title={t('run.record')}>
            <Facts
              items={[
                { label: t('run.organization'), value: run.organization },
                { label: t('run.code'), value: run.code },
                { label: t('run.rules'), value: kept.ruleVersion },
                { label: t('run.data'), value: kept.dataVersion },
                { label: t('run.digest'), value: <code className="break-all text-xs">{run.digest}</code> },
              ]}
            />
          </Card>
          <RunChanges kept={kept} now={now} changes={run.changes} />
        </div>
      </div>
      <Table
        caption={t('run.whole')}
        rows={kept.results.map((result, index) => ({ ...result, rank: index + 1 }))}
        rowKey={(row) => row.plots.join('+')}
        columns={[
          { key: 'rank', label: t('run.rank'), cell: (row) => number(row.rank) },
          { key: 'site', label: t('run.result'), cell: (row) => row.plots.join(' + ') },
          { key: 'zone', label: t('run.zone'), cell: (row) => nameOf(row.zone) },
          { key: 'area', label: t('run.area'), end: true, cell: (row) => hectares(row.areaM2) },
          { key: 'score', label: t('run.points'), end: true, cell: (row) => number(row.score, 2) },
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
      <h2>{t('run.each')}</h2>
      <div className="match">
        <div className="match-results">
          {kept.results.map((result, index) => (
            <ResultCard key={result.plots.join()} place={index + 1} result={result} zoneName={nameOf(result.zone)} />
          ))}
        </div>
        <aside className="match-aside">
          <RelaxationsCard
            need={run.need}
            relaxations={kept.relaxations}
            joint={kept.jointRelaxation}
            nothingFits={kept.feasibleCount === 0}
            zoneNames={zoneNames}
          />
          <ExcludedCard excluded={kept.excluded} />
          <p className="source-line">{ofMatch('soft.note')}</p>
        </aside>
      </div>
    </div>
  )
}
