import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { InboxFilters } from '~/components/case/inbox-filters'
import { InboxTable } from '~/components/case/inbox-table'
import { Empty } from '~/components/kit/empty'
import { Pager } from '~/components/kit/pager'
import { langOfPath, useHref } from '~/components/kit/use-lang'
import { inboxForm } from '~/forms/case'
import { requireMay, valuesOf } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { makeI18n } from '~/locales'
import { useTranslation } from '~/locales/use-translation'
import { inbox } from '~/queries/case/inbox.server'

export const handle = { dense: true }
export const meta: MetaFunction = ({ location }) => {
  const { t } = makeI18n(langOfPath(location.pathname))
  return [{ title: t('case:office.inbox.title') }, { name: 'description', content: t('case:office.inbox.description') }]
}

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.list')
  const filter = inboxForm.parse(valuesOf(new URL(args.request.url).searchParams))
  return { filter, ...(await inbox(visit.ctx, filter)) }
}

export default function Inbox() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('case')
  const href = useHref()
  const { tab, filter } = page
  const filtered = Boolean(filter.due || filter.state || filter.q)
  const address = (changes: Record<string, string | undefined>) => {
    const { after: _, ...kept } = filter
    const all = Object.entries({ ...kept, tab, ...changes }).filter((entry): entry is [string, string] =>
      Boolean(entry[1]),
    )
    return `${href('/office')}?${new URLSearchParams(all)}`
  }
  return (
    <>
      <InboxFilters {...page} address={address} />
      {page.rows.length > 0 ? (
        <InboxTable rows={page.rows} total={page.total} mine={tab === 'mine'} />
      ) : (
        <Empty title={t(`office.inbox.empty.${filtered ? 'filtered' : tab}`)}>{t('office.inbox.empty.text')}</Empty>
      )}
      <Pager
        previous={filter.after ? address({}) : null}
        next={page.next === null ? null : address({ after: page.next })}
      />
    </>
  )
}
