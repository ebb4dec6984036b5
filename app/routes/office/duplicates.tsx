import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { DuplicateTag } from '~/components/case/duplicates-card'
import { Empty } from '~/components/kit/empty'
import { useFormat } from '~/components/kit/format'
import type { PageHandle } from '~/components/kit/page-handle'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import { requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { type DuplicateSide, duplicates } from '~/queries/case/duplicates.server'

export const handle: PageHandle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'duplicate.read')
  const query = new URL(args.request.url).searchParams
  const page = await duplicates(visit.ctx, { reviewed: query.has('reviewed'), after: query.get('after') })
  return { ...page, meta: pageMeta(visit.lang, 'duplicate', 'list') }
}

export default function Duplicates() {
  const { pairs, reviewed, next } = useLoaderData<typeof loader>()
  const { t } = useTranslation('duplicate')
  const href = useHref()
  const { instant } = useFormat()
  const side = ({ number, organization, project, land }: DuplicateSide) => (
    <>
      <Link to={href(`/office/cases/${number}`)}>{number}</Link>
      <div className="font-normal">{organization}</div>
      <div className="font-normal text-ink-soft">
        {project} · {land}
      </div>
    </>
  )
  return (
    <div className="grid gap-4">
      <header>
        <h1>{t('list.title')}</h1>
        <p className="text-ink-soft">{t('lead')}</p>
      </header>
      <nav aria-label={t('list.title')} className="flex gap-4">
        <Link to={href('/office/duplicates')} aria-current={reviewed ? undefined : 'page'}>
          {t('showOpen')}
        </Link>
        <Link to={href('/office/duplicates?reviewed')} aria-current={reviewed ? 'page' : undefined}>
          {t('showReviewed')}
        </Link>
      </nav>
      {pairs.length === 0 ? (
        <Empty title={t('none')}>{t('noneText')}</Empty>
      ) : (
        <Table
          captionHidden
          caption={t('list.title')}
          rows={pairs}
          rowKey={(pair) => pair.id}
          columns={[
            { key: 'later', label: t('later'), cell: (pair) => side(pair.later), heads: true },
            { key: 'earlier', label: t('earlier'), cell: (pair) => side(pair.earlier) },
            {
              key: 'reasons',
              label: t('reasons'),
              cell: (pair) => pair.reasons.map((reason) => t(`reason.${reason}`)).join(', '),
            },
            { key: 'noticed', label: t('noticed'), cell: (pair) => instant(pair.noticedAt) },
            {
              key: 'verdict',
              label: t('verdict'),
              cell: (pair) => (
                <>
                  <DuplicateTag verdict={pair.verdict} />{' '}
                  <Link to={href(`/office/duplicates/${pair.id}`)} className="whitespace-nowrap">
                    {t('look')}
                  </Link>
                </>
              ),
            },
          ]}
        />
      )}
      {next ? (
        <p>
          <Link to={href(`/office/duplicates?${reviewed ? 'reviewed&' : ''}after=${next}`)}>{t('more')}</Link>
        </p>
      ) : null}
    </div>
  )
}
