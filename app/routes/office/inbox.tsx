import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { InboxFilters, useCount } from '~/components/case/inbox-filters'
import { InboxKeys } from '~/components/case/inbox-keys'
import { InboxTable } from '~/components/case/inbox-table'
import { InboxTools } from '~/components/case/inbox-tools'
import { Live } from '~/components/case/live'
import { SavedFilters } from '~/components/case/saved-filters'
import { Button } from '~/components/kit/button'
import { Empty } from '~/components/kit/empty'
import { Form } from '~/components/kit/form'
import { Pager } from '~/components/kit/pager'
import { useHref } from '~/components/kit/use-lang'
import { may } from '~/domain/party/permission'
import { inboxForm, inboxQueryOf } from '~/forms/inbox'
import { requireMay, valuesOf } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { inbox, inboxChoices } from '~/queries/case/inbox.server'
import { casesRevision } from '~/queries/case/revision.server'
import { savedFilters } from '~/queries/case/saved-filters.server'

export const handle = { dense: true, scripts: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.list')
  const filter = inboxForm.parse(valuesOf(new URL(args.request.url).searchParams))
  // Read first: what changes while the page is made shows as a change afterwards.
  const { revision } = await casesRevision(visit.ctx, null)
  const [page, choices, saved] = await Promise.all([inbox(visit.ctx, filter), inboxChoices(), savedFilters(visit.ctx)])
  const mayAssign = may(visit.actor, 'case.assign').ok
  const actingFor = (visit.actor.deputyFor ?? []).map(({ fullName }) => fullName)
  return {
    filter,
    choices,
    revision,
    actingFor,
    saved,
    mayAssign,
    ...page,
    meta: pageMeta(visit.lang, 'inbox', 'page'),
  }
}

export default function Inbox() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation(['inbox', 'absence'])
  const href = useHref()
  const { tab, filter, rows } = page
  const { after, tab: _, ...choice } = filter
  const filtered = Object.values(choice).some(Boolean)
  const query = inboxQueryOf({ ...filter, tab })
  const address = (changes: Record<string, string | undefined>) =>
    `${href('/office')}?${inboxQueryOf({ ...filter, tab, ...changes } as typeof filter)}`
  const further = page.next === null ? null : `${address({})}&after=${encodeURIComponent(page.next)}`
  const choosing = page.mayAssign && rows.some(({ assignable }) => assignable)
  const caption = t('caption', { total: useCount(page.foundTo)(page.total) })
  return (
    <>
      <InboxFilters {...page} filter={choice} address={address} aside={<InboxKeys />}>
        <SavedFilters filters={page.saved} query={query} />
        {page.actingFor.length > 0 ? (
          <p className="m-0 text-sm">{t('absence:actingFor', { names: page.actingFor.join(', ') })}</p>
        ) : null}
        <Live revision={page.revision} />
      </InboxFilters>
      {rows.length > 0 ? (
        <Form method="get" action={href('/office/assign')} className="rows-by-key">
          <InboxTable
            rows={rows}
            caption={caption}
            mine={tab === 'mine' && page.actingFor.length === 0}
            choosing={choosing}
          />
          {choosing ? (
            <div className="actions mt-3">
              <Button kind="outline">{t('bulk.assign')}</Button>
            </div>
          ) : null}
        </Form>
      ) : (
        <Empty title={t(`empty.${filtered ? 'filtered' : tab}`)}>{t('empty.text')}</Empty>
      )}
      <Pager previous={after ? address({}) : null} next={further} />
      <InboxTools query={query} />
    </>
  )
}
