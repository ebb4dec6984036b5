import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, Form as SearchForm, useLoaderData } from '@remix-run/react'
import { Button } from '~/components/kit/button'
import { Empty } from '~/components/kit/empty'
import { TextField } from '~/components/kit/field'
import type { PageHandle } from '~/components/kit/page-handle'
import { Pager } from '~/components/kit/pager'
import { useHref } from '~/components/kit/use-lang'
import { AuditTable } from '~/components/report/audit-table'
import { requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { auditEntries } from '~/queries/report/audit-entries.server'

export const handle: PageHandle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'audit.read')
  const query = new URL(args.request.url).searchParams
  const text = (name: string) => query.get(name)?.trim().slice(0, 100) ?? ''
  const filter = { act: text('act'), person: text('person'), caseNumber: text('case') }
  const page = await auditEntries({ ...filter, after: query.get('after'), before: query.get('before') })
  return { ...page, filter, meta: pageMeta(visit.lang, 'admin', 'audit') }
}

export default function Audit() {
  const { rows, before, after, filter } = useLoaderData<typeof loader>()
  const { t } = useTranslation('admin')
  const { t: common } = useTranslation('common')
  const href = useHref()
  const { act, person, caseNumber } = filter
  const address = (key: Record<string, string>) => `?${new URLSearchParams({ act, person, case: caseNumber, ...key })}`
  return (
    <div className="grid gap-4">
      <header>
        <h1>{t('audit.title')}</h1>
        <p className="text-ink-soft">
          {t('audit.intro')} <Link to={href('/office/admin/audit/check')}>{t('auditCheck.action')}</Link>
        </p>
      </header>
      <SearchForm method="get" className="form-row">
        <TextField name="act" label={`${t('audit.act')} (${t('audit.actHint')})`} value={act} />
        <TextField name="person" label={t('audit.person')} value={person} />
        <TextField name="case" label={t('audit.case')} value={caseNumber} placeholder="CM-2026-000001" />
        <Button kind="outline">{common('form.filter')}</Button>
        {act || person || caseNumber ? <Link to={href('/office/admin/audit')}>{common('form.clear')}</Link> : null}
      </SearchForm>
      {rows.length === 0 ? <Empty title={t('audit.none')}>{t('audit.noneText')}</Empty> : <AuditTable rows={rows} />}
      <Pager previous={before && address({ before })} next={after && address({ after })} />
    </div>
  )
}
