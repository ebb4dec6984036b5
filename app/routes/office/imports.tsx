import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ButtonLink } from '~/components/kit/button'
import { Empty } from '~/components/kit/empty'
import type { PageHandle } from '~/components/kit/page-handle'
import { ImportTable } from '~/components/land/import-table'
import { useKeeperHref } from '~/components/land/use-keeper-href'
import { may } from '~/domain/party/permission'
import { requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { landImports } from '~/queries/land/import-page.server'

export const handle: PageHandle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.read_draft')
  return {
    meta: pageMeta(visit.lang, 'sheet', 'pages.list'),
    mayWrite: may(visit.actor, 'land.write').ok,
    imports: await landImports(visit.ctx),
  }
}

export default function Imports() {
  const { imports, mayWrite } = useLoaderData<typeof loader>()
  const { t } = useTranslation('sheet')
  const href = useKeeperHref()
  return (
    <>
      <p className="mb-1 text-sm">
        <Link to={href('/plots')}>← {t('import.plots')}</Link>
      </p>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h1 className="m-0">{t('pages.list.title')}</h1>
        {mayWrite ? <ButtonLink to={href('/imports/new')}>{t('pages.new.title')}</ButtonLink> : null}
      </div>
      {imports.length > 0 ? (
        <ImportTable imports={imports} />
      ) : (
        <Empty title={t('import.empty')}>{t('import.emptyText')}</Empty>
      )}
    </>
  )
}
