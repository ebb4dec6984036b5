import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { Empty } from '~/components/kit/empty'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { useKeeperHref } from '~/components/land/use-keeper-href'
import { HardCriteria } from '~/components/match/criteria-rows'
import { NeedFacts } from '~/components/match/need-facts'
import { orThrow, requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { candidatesFor } from '~/queries/match/candidates.server'

export const handle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'need.candidates')
  const plot = args.params.code ?? ''
  return {
    meta: pageMeta(visit.lang, 'need', 'candidates'),
    ...orThrow(await candidatesFor(visit.ctx, plot)),
  }
}

export default function PlotCandidates() {
  const { plots, offered, total, candidates, sets } = useLoaderData<typeof loader>()
  const { t } = useTranslation('need')
  const { number } = useFormat()
  const href = useKeeperHref()
  return (
    <>
      <header className="mb-4">
        <p className="mb-1 text-sm">
          <Link to={href(`/plots/${plots[0]}${plots.length > 1 ? '/candidates' : ''}`)}>← {plots[0]}</Link>
        </p>
        <h1>{t('candidates.heading', { plot: plots.join(' + ') })}</h1>
        <p className="text-ink-soft">{t('candidates.intro')}</p>
      </header>
      {offered ? null : <NoticeBanner tone="amber">{t('candidates.notOffered')}</NoticeBanner>}
      {candidates.length === 0 ? (
        <Empty title={t('candidates.none')}>{t('candidates.noneText')}</Empty>
      ) : (
        <>
          <p className="my-3">{t('candidates.total', { count: total })}</p>
          <ul className="grid gap-4 lg:grid-cols-2">
            {candidates.map(({ id, need, names, organization, fit }) => (
              <li key={id}>
                <Card
                  title={organization ? organization.name : t('candidates.unnamed')}
                  aside={
                    fit === null ? null : (
                      <strong>
                        {t('candidates.score')} {number(fit.score, 2)}
                      </strong>
                    )
                  }
                >
                  {fit === null ? (
                    <NeedFacts need={need} names={names} />
                  ) : (
                    <>
                      <p className="mb-2">
                        {names.sector}
                        {need.foreign ? ` · ${t('key.foreign')}: ${t('key.isForeign')}` : null}
                      </p>
                      <HardCriteria plots={plots} rows={fit.criteria} own />
                    </>
                  )}
                </Card>
              </li>
            ))}
          </ul>
        </>
      )}
      {sets.length > 0 ? (
        <div className="mt-5">
          <Card title={t('candidates.sets')}>
            <p className="mb-2 text-ink-soft">{t('candidates.setsText')}</p>
            <ul className="grid gap-1">
              {sets.map((set) => (
                <li key={set.plots.join('+')}>
                  <Link to={href(`/plots/${encodeURIComponent(set.plots.join('+'))}/candidates`)}>
                    {set.plots.join(' + ')}
                  </Link>
                  : {t('candidates.total', { count: set.total })}
                </li>
              ))}
            </ul>
          </Card>
        </div>
      ) : null}
    </>
  )
}
