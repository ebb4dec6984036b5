import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Empty } from '~/components/kit/empty'
import { Form } from '~/components/kit/form'
import { Pager } from '~/components/kit/pager'
import { useHref } from '~/components/kit/use-lang'
import { NoticeList } from '~/components/notice/notice-list'
import { requirePerson } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { myNotices } from '~/queries/notice/my-notices.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requirePerson(visit, args.request)
  const query = new URL(args.request.url).searchParams
  const only = query.get('show') === 'unread'
  const page = await myNotices(visit.ctx, { after: query.get('after'), before: query.get('before'), unread: only })
  return { meta: pageMeta(visit.lang, 'notices', 'list'), ...page, only }
}

export default function Notices() {
  const { rows, before, after, unread, only } = useLoaderData<typeof loader>()
  const { t } = useTranslation('notices')
  const href = useHref()
  const address = (key: Record<string, string>) =>
    `?${new URLSearchParams({ ...(only ? { show: 'unread' } : {}), ...key })}`
  const [first] = rows
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-5">
      <header className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h1>{t('list.title')}</h1>
          <p className="text-ink-soft">{unread === 0 ? t('list.allRead') : t('list.unread', { count: unread })}</p>
        </div>
        <ButtonLink to={href('/my/notices/preferences')} kind="outline">
          {t('preferences.title')}
        </ButtonLink>
      </header>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="flex gap-4">
          <Link
            to={href('/my/notices')}
            aria-current={only ? undefined : 'true'}
            className="aria-[current]:font-semibold"
          >
            {t('list.all')}
          </Link>
          <Link
            to={`${href('/my/notices')}?show=unread`}
            aria-current={only ? 'true' : undefined}
            className="aria-[current]:font-semibold"
          >
            {t('list.onlyUnread')}
          </Link>
        </p>
        {first && unread > 0 && before === null ? (
          <Form action={href('/my/notices/read')}>
            <input type="hidden" name="through" value={first.id} />
            <Button kind="quiet">{t('list.readAll')}</Button>
          </Form>
        ) : null}
      </div>
      {rows.length === 0 ? (
        <Empty title={t('list.none')}>{t('list.noneText')}</Empty>
      ) : (
        <Card>
          <NoticeList rows={rows} />
        </Card>
      )}
      <Pager previous={before && address({ before })} next={after && address({ after })} />
    </div>
  )
}
