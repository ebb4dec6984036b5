import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { useFormat } from '~/components/kit/format'
import { useHref } from '~/components/kit/use-lang'
import { PublishedTable } from '~/components/land/published-table'
import { StageLegend } from '~/components/land/stage-bar'
import { FillByKindTable, FillByZoneTable, OwnTotalsTable, TargetTable } from '~/components/land/totals-tables'
import { keepUntil } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { totalsPage } from '~/queries/land/totals-page.server'

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders
export const meta: MetaFunction<typeof loader> = ({ data: page }) => page?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const { lang, now } = await openVisit(args)
  const { changesAt, ...page } = await totalsPage({ lang, now })
  return data({ ...page, meta: pageMeta(lang, 'totals', 'page') }, { headers: keepUntil(now, changesAt) })
}

export default function Totals() {
  const { today, sources, rows, unresolved, own, rates, fill, targets } = useLoaderData<typeof loader>()
  const { t } = useTranslation('totals')
  const { day } = useFormat()
  const href = useHref()
  return (
    <>
      <h1>{t('page.title')}</h1>
      <p className="mt-2 mb-4 max-w-prose text-ink-soft">{t('page.intro')}</p>
      <div className="totals-page">
        <Card title={t('published.title')} id="published">
          <p className="hint">{t('published.intro')}</p>
          <PublishedTable sources={sources} rows={rows} caption={t('published.caption')} plain />
          <h3 className="mt-4 font-semibold">{t('published.unresolved')}</h3>
          <ul className="list-disc ps-5">
            {unresolved.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Card>
        <Card title={t('own.title')} aside={<StageLegend />} id="own">
          <p className="hint">{t('own.intro', { day: day(today) })}</p>
          <OwnTotalsTable rows={own} />
        </Card>
        <Card title={t('target.title')} id="targets">
          <p className="hint">{t('target.intro', { day: day(today) })}</p>
          <TargetTable rows={targets} />
        </Card>
        <Card title={t('fill.title')} id="fill">
          <p className="hint">{t('fill.intro')}</p>
          <FillByKindTable rows={fill} />
          <FillByZoneTable rows={rates} />
        </Card>
      </div>
      <p className="source-line">
        <a href="/api/v1/totals">{t('page.file')}</a> · <Link to={href('/zones')}>{t('page.zones')}</Link>
      </p>
    </>
  )
}
