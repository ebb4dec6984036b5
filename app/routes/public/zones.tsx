import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useFormat } from '~/components/kit/format'
import { type Column, Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import { LandMap } from '~/components/land/land-map'
import { PlacesFound } from '~/components/land/places-found'
import { StageBar, StageLegend, StageWords } from '~/components/land/stage-bar'
import { ZoneSearch } from '~/components/land/zone-search'
import { ZoneTags } from '~/components/land/zone-tags'
import { ZONE_KINDS } from '~/domain/land/catalogue'
import { zonesForm } from '~/forms/land'
import { keepUntil, readSearch } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { makeI18n } from '~/locales'
import { useTranslation } from '~/locales/use-translation'
import { zoneList } from '~/queries/land/zone-list.server'

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders
export const meta: MetaFunction<typeof loader> = ({ data: page }) => page?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const { lang, now } = await openVisit(args)
  const { value, answer } = readSearch(args.request, zonesForm)
  const { zones, places, map, changesAt } = await zoneList({ lang, now, q: value.q })
  const t = makeI18n(lang).getFixedT(lang, 'land')
  const meta = [{ title: t('zones.metaTitle') }, { name: 'description', content: t('zones.metaDescription') }]
  const page = { zones, places, map, q: value.q ?? null, answer, meta }
  return data(page, answer.errors.length > 0 ? { status: 422 } : { headers: keepUntil(now, changesAt) })
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['zones'][number]

export default function Zones() {
  const { zones, places, map, q, answer } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['land', 'opportunity'])
  const { t: totals } = useTranslation('totals')
  const { hectares, number } = useFormat()
  const href = useHref()
  const seeking = zones.filter((zone) => zone.seeksDeveloper).length
  const columns: Column<Row>[] = [
    {
      key: 'name',
      label: t('column.zone'),
      cell: (zone) => (
        <span className="block">
          <Link to={href(`/zones/${zone.code}`)}>{zone.name}</Link>
          <span className="land-tags">
            <ZoneTags status={zone.status} statusAsOf={zone.statusAsOf} confidence={zone.confidence} />
          </span>
        </span>
      ),
    },
    {
      key: 'place',
      label: t('column.commune'),
      cell: (zone) => (
        <span className="block">
          {zone.communes.join(', ')}
          {zone.formerDistrict ? (
            <span className="hint block">{t('zone.formerDistrict', { name: zone.formerDistrict })}</span>
          ) : null}
        </span>
      ),
    },
    {
      key: 'area',
      label: t('column.area'),
      end: true,
      cell: (zone) => (zone.areaM2 === null ? t('unknown') : hectares(zone.areaM2)),
    },
    {
      key: 'stages',
      label: t('column.stages'),
      cell: (zone) =>
        zone.stages ? (
          <span className="stage-cell">
            <StageBar stages={zone.stages} />
            <StageWords stages={zone.stages} />
          </span>
        ) : (
          <span className="text-ink-faint">{t('zones.noPlots')}</span>
        ),
    },
    {
      key: 'offered',
      label: t('column.offered'),
      end: true,
      cell: (zone) => (zone.plots > 0 ? t('zones.offered', { offered: zone.offered, plots: zone.plots }) : ''),
    },
    {
      key: 'fill',
      label: t('column.fill'),
      end: true,
      cell: (zone) => (zone.fillPercent === null ? '' : `${number(zone.fillPercent)} %`),
    },
  ]
  const kinds = ZONE_KINDS.map((kind) => ({ kind, rows: zones.filter((zone) => zone.kind === kind) })).filter(
    ({ rows }) => rows.length > 0,
  )
  const counted = (what: 'withPlots' | 'uncertain', count: number) => (count > 0 ? t(`zones.${what}`, { count }) : '')
  return (
    <>
      <div className="zones-head">
        <div>
          <h1>{t('zones.title')}</h1>
          <p className="mt-2 mb-4 text-ink-soft">
            {q === null ? t('zones.intro', { count: zones.length }) : null}{' '}
            <Link to={href('/totals')}>{totals('page.link')}</Link>{' '}
            {seeking > 0 ? <Link to={href('/opportunities')}>{t('opportunity:link', { count: seeking })}</Link> : null}
          </p>
          <ZoneSearch answer={answer} q={q} found={zones.length} />
          <PlacesFound places={places} />
          <ul className="zone-kinds">
            {kinds.map(({ kind, rows }) => (
              <li key={kind}>
                <a href={`#${kind}`}>{t(`zoneKind.${kind}`)}</a>
                <span>
                  {[
                    t('zones.kindCount', { count: rows.length }),
                    counted('withPlots', rows.filter((zone) => zone.plots > 0).length),
                    counted('uncertain', rows.filter((zone) => zone.confidence === 'uncertain').length),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
          <StageLegend />
        </div>
        <LandMap map={map} zoneHref={(code) => href(`/zones/${code}`)} />
      </div>
      <div className="zone-tables zone-list">
        {kinds.map(({ kind, rows }) => (
          <div key={kind} id={kind}>
            <Table
              columns={columns}
              rows={rows}
              rowKey={(zone) => zone.code}
              caption={`${t(`zoneKind.${kind}`)} (${rows.length})`}
            />
          </div>
        ))}
      </div>
    </>
  )
}
