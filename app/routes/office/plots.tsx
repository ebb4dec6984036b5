import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ButtonLink } from '~/components/kit/button'
import { Empty } from '~/components/kit/empty'
import { useFormat } from '~/components/kit/format'
import { Pager } from '~/components/kit/pager'
import { BulkChoice } from '~/components/land/bulk-choice'
import { ExportForm } from '~/components/land/export-form'
import { officePlotMeta } from '~/components/land/office-meta'
import { OfficePlotFilter } from '~/components/land/office-plot-filter'
import { OfficePlotTable } from '~/components/land/office-plot-table'
import { useKeeperHref } from '~/components/land/use-keeper-href'
import { keeperArea } from '~/domain/land/keeper'
import { may } from '~/domain/party/permission'
import { officePlotsForm } from '~/forms/plot'
import { requireMay, valuesOf } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { officePlots } from '~/queries/land/office-plots.server'

export const handle = { dense: true }
export const meta = officePlotMeta('list')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.read_draft')
  const filter = officePlotsForm.parse(valuesOf(new URL(args.request.url).searchParams))
  const readsSettings =
    may(visit.actor, 'setting.read').ok && keeperArea(new URL(args.request.url).pathname) === 'office'
  return {
    filter,
    readsSettings,
    mayWrite: may(visit.actor, 'land.write').ok,
    ...(await officePlots(visit.ctx, filter)),
  }
}

export default function OfficePlots() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation(['land', 'capacity', 'sheet', 'setting', 'facts'])
  const { number } = useFormat()
  const href = useKeeperHref()
  const address = (after: string | null) => {
    const all = Object.entries({ ...page.filter, after }).filter((entry): entry is [string, string] =>
      Boolean(entry[1]),
    )
    return `${href('/plots')}?${new URLSearchParams(all)}`
  }
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h1 className="m-0">
          {t('office.title.list')} <small className="font-normal text-ink-soft">{number(page.total)}</small>
        </h1>
        {page.filter.zone ? (
          <span className="flex flex-wrap gap-x-4 text-sm">
            <Link to={href(`/zones/${page.filter.zone}/capacity`)}>{t('capacity:toCapacity')}</Link>
            <Link to={href(`/zones/${page.filter.zone}/facts`)}>{t('facts:keeper.zoneFacts')}</Link>
            <Link to={href(`/zones/${page.filter.zone}/settings`)}>{t('setting:zone.link')}</Link>
          </span>
        ) : page.readsSettings ? (
          <span className="flex flex-wrap gap-x-4 text-sm">
            <Link to={href('/figures')}>{t('setting:title.figures')}</Link>
            <Link to={href('/settings')}>{t('setting:title.grace')}</Link>
          </span>
        ) : null}
        {page.mayWrite ? (
          <span className="actions">
            <ButtonLink to={href('/imports')} kind="outline">
              {t('sheet:pages.list.title')}
            </ButtonLink>
            <ButtonLink to={href('/plots/new')}>{t('office.add')}</ButtonLink>
          </span>
        ) : null}
      </div>
      <OfficePlotFilter filter={page.filter} zones={page.zones} />
      <ExportForm filter={page.filter} />
      {page.rows.length > 0 ? (
        <BulkChoice filter={page.filter} total={page.total} open={page.mayWrite}>
          <OfficePlotTable rows={page.rows} ticked={page.mayWrite} />
        </BulkChoice>
      ) : (
        <Empty title={t('office.empty')}>{t('office.emptyText')}</Empty>
      )}
      <Pager
        previous={page.filter.after ? address(null) : null}
        next={page.next === null ? null : address(page.next)}
      />
    </>
  )
}
