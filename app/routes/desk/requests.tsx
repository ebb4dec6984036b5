import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { RequestTag } from '~/components/case/request-standing'
import { Empty } from '~/components/kit/empty'
import { useFormat } from '~/components/kit/format'
import type { PageHandle } from '~/components/kit/page-handle'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import { textIn } from '~/domain/text'
import { requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { deskRequests } from '~/queries/case/developer-desk.server'

export const handle: PageHandle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'desk.read')
  return { rows: await deskRequests(visit.ctx), meta: pageMeta(visit.lang, 'desk', 'list') }
}

export default function DeskRequests() {
  const { rows } = useLoaderData<typeof loader>()
  const { t } = useTranslation('desk')
  const { lang, day, dayLong, hectares } = useFormat()
  const href = useHref()
  return (
    <div className="grid gap-4">
      <header>
        <p className="mb-1 text-sm">
          <Link to={href('/desk')}>← {t('back')}</Link>
        </p>
        <h1>{t('list.title')}</h1>
        <p className="text-ink-soft">{t('list.intro')}</p>
      </header>
      {rows.length === 0 ? (
        <Empty title={t('list.empty')}>{t('list.emptyText')}</Empty>
      ) : (
        <Table
          caption={t('list.caption', { count: rows.length })}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'number',
              label: t('column.number'),
              cell: (row) => <Link to={href(`/desk/requests/${row.id}`)}>{row.number}</Link>,
            },
            { key: 'plots', label: t('column.plots'), cell: (row) => row.plots.join(' + ') },
            { key: 'sector', label: t('column.sector'), cell: (row) => (row.sector ? textIn(row.sector, lang) : '–') },
            {
              key: 'area',
              label: t('column.area'),
              end: true,
              cell: (row) => (row.areaM2 === null ? '–' : hectares(row.areaM2)),
            },
            { key: 'asked', label: t('fact.asked'), cell: (row) => day(row.askedDay) },
            { key: 'state', label: t('column.state'), cell: (row) => <RequestTag of={row} /> },
            { key: 'due', label: t('fact.due'), end: true, cell: (row) => (row.dueDay ? dayLong(row.dueDay) : '–') },
          ]}
        />
      )}
    </div>
  )
}
