import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Empty } from '~/components/kit/empty'
import { NoticeBanner } from '~/components/kit/notice-banner'
import type { PageHandle } from '~/components/kit/page-handle'
import { Pager } from '~/components/kit/pager'
import { useHref } from '~/components/kit/use-lang'
import { MailTable } from '~/components/notice/mail-table'
import { may } from '~/domain/party/permission'
import { requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { MAIL_STATES, mailQueue } from '~/queries/notice/mail-queue.server'

export const handle: PageHandle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'mail.read')
  const query = new URL(args.request.url).searchParams
  const state = MAIL_STATES.find((one) => one === query.get('state')) ?? 'failed'
  const page = await mailQueue({ after: query.get('after'), before: query.get('before'), state })
  return {
    meta: pageMeta(visit.lang, 'notices', 'mail'),
    ...page,
    state,
    states: [...MAIL_STATES],
    mayRequeue: state === 'failed' && may(visit.actor, 'mail.requeue').ok,
  }
}

export default function OfficeMail() {
  const { rows, before, after, state, states, failed, queued, sends, mayRequeue } = useLoaderData<typeof loader>()
  const { t } = useTranslation('notices')
  const href = useHref()
  const address = (key: Record<string, string>) => `?${new URLSearchParams({ state, ...key })}`
  const counted = { failed, queued, sent: null, kept: null }
  return (
    <div className="grid gap-4">
      <header>
        <h1>{t('mail.title')}</h1>
        <p className="text-ink-soft">{t('mail.lead')}</p>
      </header>
      {sends ? null : <NoticeBanner tone="amber">{t('mail.noServer')}</NoticeBanner>}
      <p className="flex flex-wrap gap-4">
        {states.map((one) => (
          <Link
            key={one}
            to={`${href('/office/admin/mail')}?state=${one}`}
            aria-current={one === state ? 'true' : undefined}
            className="aria-[current]:font-semibold"
          >
            {t(`mail.state.${one}`)}
            {counted[one] === null ? null : ` (${counted[one]})`}
          </Link>
        ))}
      </p>
      {rows.length === 0 ? (
        <Empty title={t('mail.none')}>{t('mail.noneText')}</Empty>
      ) : (
        <MailTable rows={rows} mayRequeue={mayRequeue} />
      )}
      <Pager previous={before && address({ before })} next={after && address({ after })} />
    </div>
  )
}
