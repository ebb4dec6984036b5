import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Button } from '~/components/kit/button'
import { Empty } from '~/components/kit/empty'
import { TextField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { useHref } from '~/components/kit/use-lang'
import { CompareTable } from '~/components/land/compare-table'
import { keepUntil } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { comparePage } from '~/queries/land/compare-page.server'

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders
export const meta: MetaFunction<typeof loader> = ({ data: page }) => page?.meta ?? []

/** Six sets of codes are shorter. */
const ADDRESS_MAX = 600

export async function loader(args: LoaderFunctionArgs) {
  const { lang, now } = await openVisit(args)
  const plots = (new URL(args.request.url).searchParams.get('plots') ?? '').slice(0, ADDRESS_MAX)
  const { refusal, changesAt, ...page } = await comparePage({ lang, now, plots })
  const errors = refusal ? [{ field: refusal.field ?? '', code: refusal.code, values: refusal.values }] : []
  return data(
    { ...page, answer: { values: { plots: page.plots }, errors }, meta: pageMeta(lang, 'plot', 'compare') },
    refusal ? { status: 422 } : { headers: keepUntil(now, changesAt) },
  )
}

export default function Compare() {
  const { columns, places, answer } = useLoaderData<typeof loader>()
  const { t } = useTranslation('plot')
  const href = useHref()
  return (
    <div className="compare grid grid-cols-[minmax(0,1fr)] gap-5">
      <header>
        <h1>{t('compare.title')}</h1>
        <p className="text-ink-soft">{t('compare.lead')}</p>
      </header>
      <Form
        method="get"
        action={href('/compare')}
        answer={answer}
        labels={{ plots: t('compare.plots') }}
        className="no-print"
      >
        <div className="actions items-end">
          <TextField
            name="plots"
            label={t('compare.plots')}
            hint={t('compare.hint')}
            className="grow"
            maxLength={ADDRESS_MAX}
          />
          <Button>{t('compare.send')}</Button>
        </div>
      </Form>
      {columns.some((set) => set.illustrative) ? (
        <NoticeBanner tone="anise">{t('compare.illustrative')}</NoticeBanner>
      ) : null}
      {columns.length > 0 ? (
        <>
          <CompareTable columns={columns} places={places} />
          <p className="source-line">{t('compare.note')}</p>
        </>
      ) : answer.errors.length > 0 ? null : (
        <Empty title={t('compare.none')}>
          <Link to={href('/plots')}>{t('basket.toCatalogue')}</Link>
        </Empty>
      )}
    </div>
  )
}
