import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { Facts } from '~/components/kit/facts'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import type { PageHandle } from '~/components/kit/page-handle'
import { useHref } from '~/components/kit/use-lang'
import { limit, requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { auditCheck } from '~/queries/report/audit-check.server'

export const handle: PageHandle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'audit.read')
  await limit('audit-check', visit.actor.personId ?? '')
  return { report: await auditCheck(), at: visit.now.toISOString(), meta: pageMeta(visit.lang, 'admin', 'auditCheck') }
}

export default function AuditCheck() {
  const { report, at } = useLoaderData<typeof loader>()
  const { t } = useTranslation('admin')
  const { number, instant } = useFormat()
  const href = useHref()
  const { fault } = report
  return (
    <div className="grid gap-4">
      <header>
        <p className="mb-1 text-sm">
          <Link to={href('/office/admin/audit')}>← {t('audit.title')}</Link>
        </p>
        <h1>{t('auditCheck.title')}</h1>
        <p className="text-ink-soft">{t('auditCheck.intro')}</p>
      </header>
      {fault ? (
        <NoticeBanner tone="brick">
          {t('auditCheck.broken', { position: number(fault.position), what: t(`auditCheck.fault.${fault.what}`) })}
        </NoticeBanner>
      ) : (
        <NoticeBanner tone="pine">{t('auditCheck.whole')}</NoticeBanner>
      )}
      <Card title={t('auditCheck.found')}>
        <Facts
          items={[
            { label: t('auditCheck.links'), value: number(report.links) },
            { label: t('auditCheck.erased'), value: number(report.erased) },
            { label: t('auditCheck.unsealed'), value: number(report.unsealed) },
            { label: t('auditCheck.at'), value: instant(at) },
          ]}
        />
      </Card>
    </div>
  )
}
