import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { Empty } from '~/components/kit/empty'
import { Facts } from '~/components/kit/facts'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { useHref } from '~/components/kit/use-lang'
import { AreaCheck } from '~/components/land/area-check'
import { CapacityTable } from '~/components/land/capacity-table'
import { Distances } from '~/components/land/distances'
import { FactTable } from '~/components/land/fact-table'
import { Incentives } from '~/components/land/incentives'
import { ColouredPlan } from '~/components/land/map-colour-choice'
import { PlotActions } from '~/components/land/plot-actions'
import { PlotAxes } from '~/components/land/plot-axes'
import { PlotLineage } from '~/components/land/plot-lineage'
import { PlotNeighbours } from '~/components/land/plot-neighbours'
import { PlotRecord } from '~/components/land/plot-record'
import { RetiredNotice } from '~/components/land/retired-notice'
import { VertexTable } from '~/components/land/vertex-table'
import { ZoneTags } from '~/components/land/zone-tags'
import { plotMeta } from '~/documents/report/plot-meta'
import { keepUntil, orThrow, pageAddress } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { plotPage } from '~/queries/land/plot-page.server'

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders
export const meta: MetaFunction<typeof loader> = ({ data: page }) => page?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const { lang, now, actor } = await openVisit(args)
  const asOf = new URL(args.request.url).searchParams.get('asOf')
  const { changesAt, ...page } = orThrow(await plotPage({ actor, lang, now, code: args.params.code ?? '', asOf }))
  const addresses = {
    url: pageAddress(lang, `/plots/${page.plot.code}`),
    zoneUrl: pageAddress(lang, `/zones/${page.zone.code}`),
  }
  const meta = plotMeta(lang, page, addresses)
  return data({ ...page, meta }, { headers: keepUntil(now, changesAt) })
}

export default function Plot() {
  const {
    plot,
    zone,
    offered,
    seesPublication,
    facts,
    nodes,
    distances,
    neighbours,
    vertices,
    area,
    map,
    record,
    incentives,
    retired,
    lineage,
  } = useLoaderData<typeof loader>()
  const { t } = useTranslation('land')
  const { t: own } = useTranslation('plot')
  const { hectares } = useFormat()
  const href = useHref()
  return (
    <>
      <p className="text-sm">
        <Link to={href(`/zones/${zone.code}`)}>{zone.name}</Link>
      </p>
      <div className="land-title">
        <h1>{plot.code}</h1>
        <strong className="text-lg">{hectares(plot.areaM2)}</strong>
      </div>
      <p className="land-tags">
        <ZoneTags {...zone} />
        {plot.block ? <span className="text-sm text-ink-soft">{t('plot.block', { block: plot.block })}</span> : null}
        {plot.phase ? <span className="text-sm text-ink-soft">{t('plot.phase', { phase: plot.phase })}</span> : null}
      </p>
      {plot.illustrative ? <NoticeBanner tone="anise">{t('plot.illustrative')}</NoticeBanner> : null}
      <RetiredNotice retired={retired} />
      <div className="land-page plot-page">
        <div>
          {map ? (
            <ColouredPlan map={map} selected={retired ? retired.became : [plot.code]} />
          ) : (
            <Empty title={t('zone.noPlan')}>{t('zone.noPlanHint')}</Empty>
          )}
          <Card title={t('facts.title')}>
            <FactTable facts={facts} />
          </Card>
          {vertices ? (
            <Card title={own('vertices.title')}>
              <VertexTable table={vertices} />
            </Card>
          ) : null}
          <PlotRecord record={record} />
          <Card title={t('plot.capacity')}>
            {nodes.length > 0 ? (
              <CapacityTable lines={nodes} caption={t('plot.capacity')} />
            ) : (
              <p className="text-ink-soft">{t('zone.noCapacity')}</p>
            )}
          </Card>
        </div>
        <div>
          <Card title={t('plot.state')} id="state">
            <PlotAxes plot={plot} seesPublication={seesPublication} />
            <PlotActions code={plot.code} offered={offered} />
          </Card>
          <Card title={t('plot.build')}>
            <Facts
              items={[
                { label: own('area.title'), value: area ? <AreaCheck area={area} from={area.from} /> : null },
                {
                  label: t('fact.sectors'),
                  value: (
                    <>
                      {plot.sectors.join(t('listSeparator'))}
                      {plot.sectorsCertain ? null : <span className="hint block">{t('plot.sectorsUncertain')}</span>}
                    </>
                  ),
                },
                {
                  label: t('fact.density'),
                  value: plot.maxDensityPct === null ? t('unknown') : `${plot.maxDensityPct} %`,
                },
                { label: t('fact.floors'), value: plot.maxFloors ?? t('unknown') },
                { label: t('fact.termEnd'), value: plot.termEndYear ?? t('unknown') },
                { label: t('fact.developer'), value: zone.developer ?? t('unknown') },
                { label: t('plot.offer'), value: zone.developerOfferNeeded ? t('fact.developerOffer') : null },
                { label: t('plot.note'), value: plot.note },
              ]}
            />
            <Link to={href('/procedures')}>{t('plot.procedures')}</Link>
          </Card>
          <Card title={t('plot.neighbours')}>
            <PlotNeighbours code={plot.code} rows={neighbours} />
          </Card>
          <PlotLineage lineage={lineage} to={(code) => href(`/plots/${code}`)} />
          <Incentives incentives={incentives} />
          <Card title={t('distance.title')}>
            <Distances rows={distances} precisionKm={zone.coordPrecisionKm} />
          </Card>
        </div>
      </div>
    </>
  )
}
