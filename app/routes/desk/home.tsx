import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { Empty } from '~/components/kit/empty'
import { useFormat } from '~/components/kit/format'
import type { PageHandle } from '~/components/kit/page-handle'
import { ReadinessBar } from '~/components/kit/readiness-bar'
import { StatusTag } from '~/components/kit/status-tag'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import { CommercialTag } from '~/components/land/commercial-tag'
import { DeskWaits } from '~/components/land/desk-waits'
import { requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { deskRequestsWaiting } from '~/queries/case/developer-desk.server'
import { deskWork } from '~/queries/land/desk-work.server'
import { deskZones } from '~/queries/land/desk-zones.server'

export const handle: PageHandle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'desk.read')
  const { actor, lang, now } = visit
  const [zones, work, waiting] = await Promise.all([
    deskZones({ actor, lang, now }),
    deskWork(visit.ctx),
    deskRequestsWaiting(visit.ctx),
  ])
  return { zones, work, waiting, meta: pageMeta(lang, 'party', 'desk') }
}

export default function Desk() {
  const { zones, work, waiting } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['party', 'desk', 'capacity', 'setting'])
  const { hectares, number, until } = useFormat()
  const href = useHref()
  return (
    <div className="grid gap-4">
      <header>
        <h1>{t('desk.title')}</h1>
        <p className="text-ink-soft">{t('desk.intro')}</p>
        <p className="mt-2">
          <Link to={href('/desk/requests')}>{t('desk:home', { count: waiting })}</Link>
        </p>
      </header>
      <DeskWaits work={work} />
      {zones.map(({ code, name, plots }) => {
        const counted = (state: string) => number(plots.filter((plot) => plot.commercial === state).length)
        const counts = { offered: counted('offered'), held: counted('held'), leased: counted('leased') }
        const area = hectares(plots.reduce((sum, plot) => sum + plot.areaM2, 0))
        return (
          <Card
            key={code}
            title={name}
            aside={
              <span className="flex flex-wrap gap-3">
                <Link to={href(`/desk/zones/${code}/capacity`)}>{t('capacity:toCapacity')}</Link>
                <Link to={href(`/desk/zones/${code}/settings`)}>{t('setting:zone.link')}</Link>
                <Link to={href(`/zones/${code}`)}>{t('desk.zone')}</Link>
              </span>
            }
          >
            {plots.length === 0 ? (
              <Empty title={t('desk.empty')}>{t('desk.emptyText')}</Empty>
            ) : (
              <>
                <p className="mb-3 text-ink-soft">
                  {t('desk.total', { count: plots.length, area })} · {t('desk.counts', counts)}
                </p>
                <Table
                  plain
                  caption={t('desk.plots', { zone: name })}
                  captionHidden
                  rows={plots}
                  rowKey={(plot) => plot.code}
                  columns={[
                    {
                      key: 'code',
                      label: t('desk.code'),
                      cell: (plot) => <Link to={href(`/desk/plots/${plot.code}`)}>{plot.code}</Link>,
                    },
                    { key: 'block', label: t('desk.block'), cell: (plot) => plot.block ?? '–' },
                    { key: 'area', label: t('desk.area'), end: true, cell: (plot) => hectares(plot.areaM2) },
                    {
                      key: 'readiness',
                      label: t('desk.readiness'),
                      cell: (plot) => <ReadinessBar rung={plot.readiness} />,
                    },
                    {
                      key: 'commercial',
                      label: t('desk.commercial'),
                      cell: (plot) => (
                        <span className="inline-flex flex-wrap gap-1">
                          <CommercialTag state={plot.commercial} until={plot.heldUntil && until(plot.heldUntil)} />
                          {plot.illustrative ? <StatusTag tone="anise">{t('desk.illustrative')}</StatusTag> : null}
                        </span>
                      ),
                    },
                  ]}
                />
              </>
            )}
          </Card>
        )
      })}
    </div>
  )
}
