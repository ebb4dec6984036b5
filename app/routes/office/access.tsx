import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, Form as SearchForm, useLoaderData } from '@remix-run/react'
import { Button } from '~/components/kit/button'
import { Empty } from '~/components/kit/empty'
import { TextField } from '~/components/kit/field'
import type { PageHandle } from '~/components/kit/page-handle'
import { Pager } from '~/components/kit/pager'
import { useHref } from '~/components/kit/use-lang'
import { AccessTable } from '~/components/report/access-table'
import { ACCESS_LOG_MONTHS } from '~/domain/report/personal-read'
import { requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { accessEntries } from '~/queries/report/access-entries.server'

export const handle: PageHandle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'access.read')
  const query = new URL(args.request.url).searchParams
  const text = (name: string) => query.get(name)?.trim().slice(0, 100) ?? ''
  const filter = { reader: text('reader'), about: text('about'), caseNumber: text('case') }
  const page = await accessEntries({ ...filter, after: query.get('after'), before: query.get('before') })
  return { ...page, filter, meta: pageMeta(visit.lang, 'access', 'page') }
}

export default function AccessPage() {
  const { rows, before, after, filter } = useLoaderData<typeof loader>()
  const { t } = useTranslation('access')
  const { t: common } = useTranslation('common')
  const href = useHref()
  const { reader, about, caseNumber } = filter
  const address = (key: Record<string, string>) =>
    `?${new URLSearchParams({ reader, about, case: caseNumber, ...key })}`
  return (
    <div className="grid gap-4">
      <header>
        <h1>{t('page.title')}</h1>
        <p className="text-ink-soft">{t('intro', { months: ACCESS_LOG_MONTHS })}</p>
      </header>
      <SearchForm method="get" className="form-row">
        <TextField name="reader" label={t('reader')} value={reader} />
        <TextField name="about" label={t('about')} value={about} />
        <TextField name="case" label={t('case')} value={caseNumber} placeholder="CM-2026-000001" />
        <Button kind="outline">{common('form.filter')}</Button>
        {reader || about || caseNumber ? <Link to={href('/office/admin/access')}>{common('form.clear')}</Link> : null}
      </SearchForm>
      {rows.length === 0 ? <Empty title={t('none')}>{t('noneText')}</Empty> : <AccessTable rows={rows} />}
      <Pager previous={before && address({ before })} next={after && address({ after })} />
    </div>
  )
}
