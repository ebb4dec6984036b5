import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useRegisters } from '~/components/interest/use-registers'
import { ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Empty } from '~/components/kit/empty'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { useHref } from '~/components/kit/use-lang'
import { CapacityTable } from '~/components/land/capacity-table'
import { Distances } from '~/components/land/distances'
import { Incentives } from '~/components/land/incentives'
import { ColouredPlan } from '~/components/land/map-colour-choice'
import { PlotTable } from '~/components/land/plot-table'
import { ZoneFacts } from '~/components/land/zone-facts'
import { ZoneFigures } from '~/components/land/zone-figures'
import { ZoneHistory } from '~/components/land/zone-history'
import { ZoneRecord } from '~/components/land/zone-record'
import { ZoneTags } from '~/components/land/zone-tags'
import { zoneData } from '~/documents/report/structured-data'
import { keepUntil, orThrow, pageAddress } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { makeI18n } from '~/locales'
import { useTranslation } from '~/locales/use-translation'
import { zonePage } from '~/queries/land/zone-page.server'

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders
export const meta: MetaFunction<typeof loader> = ({ data: page }) => page?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const { lang, now, actor } = await openVisit(args)
  const asOf = new URL(args.request.url).searchParams.get('asOf')
  const { changesAt, ...page } = orThrow(await zonePage({ actor, lang, now, code: args.params.code ?? '', asOf }))
  const t = makeI18n(lang).getFixedT(lang, 'land')
  const values = { name: page.zone.shortName, communes: page.zone.communes.join(', ') }
  const description = t('zone.metaDescription', values)
  const { zone } = page
  const meta = [
    { title: t('zone.metaTitle', values) },
    { name: 'description', content: description },
    { 'script:ld+json': zoneData({ ...zone, description, url: pageAddress(lang, `/zones/${zone.code}`) }) },
  ]
  return data({ ...page, meta }, { headers: keepUntil(now, changesAt) })
}

export default function Zone() {
  const { zone, details, fillRate, published, distances, capacity, map, plots, record, incentives } =
    useLoaderData<typeof loader>()
  const { t } = useTranslation(['land', 'opportunity'])
  const { t: totals } = useTranslation('totals')
  const href = useHref()
  const registers = useRegisters()
  return (
    <>
      <p className="text-sm">
        <Link to={href('/zones')}>{t('zones.title')}</Link>
      </p>
      <div className="land-title">
        <h1>{zone.name}</h1>
        <span className="text-ink-faint">{zone.code}</span>
      </div>
      <p className="land-tags">
        <span className="text-ink-soft">{t(`zoneKind.${zone.kind}`)}</span>
        <ZoneTags {...zone} />
      </p>
      {zone.publication === 'published' ? null : (
        <NoticeBanner tone="sky">{t(`publication.${zone.publication}`)}</NoticeBanner>
      )}
      {zone.confidence === 'uncertain' ? (
        <NoticeBanner tone="amber">{t('confidenceHelp.uncertain')}</NoticeBanner>
      ) : null}
      <div className="land-page">
        <div>
          {map ? <ColouredPlan map={map} /> : <Empty title={t('zone.noPlan')}>{t('zone.noPlanHint')}</Empty>}
          <ZoneRecord record={record} />
          <ZoneHistory details={details} />
          <Card title={t('zone.capacity')}>
            {capacity.length > 0 ? (
              <CapacityTable lines={capacity} caption={t('zone.capacity')} />
            ) : (
              <p className="text-ink-soft">{t('zone.noCapacity')}</p>
            )}
          </Card>
        </div>
        <div>
          <Card title={t('zone.facts')}>
            <ZoneFacts zone={zone} details={details} fillRate={fillRate} />
            <p className="actions no-print">
              {plots.length > 0 ? (
                <ButtonLink to={href(`/plots?zone=${zone.code}`)}>
                  {t('zone.toPlots', { count: plots.length })}
                </ButtonLink>
              ) : null}
              {registers && zone.seeksDeveloper ? (
                <ButtonLink to={href(`/my/interests/new?zone=${zone.code}`)}>{t('opportunity:register')}</ButtonLink>
              ) : null}
              <ButtonLink kind="outline" to={href(`/enquiry?zone=${zone.code}`)}>
                {t('action.ask')}
              </ButtonLink>
            </p>
          </Card>
          <Incentives incentives={incentives} />
          <Card title={t('distance.title')}>
            <Distances rows={distances} precisionKm={zone.coordPrecisionKm} />
          </Card>
        </div>
      </div>
      <Card title={totals('published.zoneTitle')} id="figures">
        <ZoneFigures
          {...published}
          plotAreaM2={plots.reduce((sum, plot) => sum + plot.areaM2, 0)}
          industrialLandM2={zone.industrialLandM2}
        />
      </Card>
      {plots.length > 0 ? (
        <div className="zone-tables plot-table" id="plots">
          <PlotTable plots={plots} />
        </div>
      ) : null}
    </>
  )
}
