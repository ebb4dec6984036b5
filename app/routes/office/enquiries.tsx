import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EnquiryTable } from '~/components/interest/enquiry-table'
import { Empty } from '~/components/kit/empty'
import type { PageHandle } from '~/components/kit/page-handle'
import { dayInVietnam } from '~/domain/time/day'
import { requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { enquiries } from '~/queries/interest/enquiries.server'

export const handle: PageHandle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'enquiry.read')
  const lists = await enquiries(visit.ctx)
  return { meta: pageMeta(visit.lang, 'interest', 'desk'), ...lists, today: dayInVietnam(visit.now) }
}

export default function Enquiries() {
  const { open, answered, today } = useLoaderData<typeof loader>()
  const { t } = useTranslation('interest')
  return (
    <div className="grid gap-6">
      <h1 className="m-0">{t('desk.title')}</h1>
      {open.length === 0 ? (
        <Empty title={t('desk.none')}>{t('desk.noneText')}</Empty>
      ) : (
        <EnquiryTable caption={t('desk.open', { count: open.length })} rows={open} today={today} />
      )}
      {answered.length > 0 ? <EnquiryTable caption={t('desk.answered')} rows={answered} today={today} /> : null}
    </div>
  )
}
