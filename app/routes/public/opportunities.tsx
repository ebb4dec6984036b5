import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { Empty } from '~/components/kit/empty'
import { useHref } from '~/components/kit/use-lang'
import { OpportunityCard } from '~/components/land/opportunity-card'
import { keepUntil } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { opportunities } from '~/queries/land/opportunities.server'

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders
export const meta: MetaFunction<typeof loader> = ({ data: page }) => page?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const { lang, now } = await openVisit(args)
  const { changesAt, ...page } = await opportunities({ lang, now })
  return data({ ...page, meta: pageMeta(lang, 'opportunity', 'page') }, { headers: keepUntil(now, changesAt) })
}

export default function Opportunities() {
  const { zones, tracks } = useLoaderData<typeof loader>()
  const { t } = useTranslation('opportunity')
  const href = useHref()
  return (
    <>
      <p className="text-sm">
        <Link to={href('/zones')}>{t('zones')}</Link>
      </p>
      <h1>{t('page.title')}</h1>
      <p className="mt-2 mb-4 max-w-3xl text-ink-soft">{t('intro', { count: zones.length })}</p>
      {zones.length === 0 ? <Empty title={t('empty')}>{t('emptyText')}</Empty> : null}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {zones.map((zone) => (
          <OpportunityCard key={zone.code} zone={zone} />
        ))}
      </div>
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-2">
        {tracks.map((track) => (
          <Card key={track.zoneKind} title={track.name} id={track.zoneKind}>
            <ol className="m-0 grid list-decimal gap-1 pl-5 text-sm">
              {track.steps.map((step) => (
                <li key={step.code}>
                  <Link to={href(`/procedures/${step.code}`)}>{step.name}</Link>
                  {step.maybe ? <span className="text-ink-faint"> ({t('maybe')})</span> : null}
                </li>
              ))}
            </ol>
            <p className="source-line">{t('trackNote')}</p>
          </Card>
        ))}
      </div>
    </>
  )
}
