import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { AreaField } from '~/components/kit/area-field'
import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { DayField } from '~/components/kit/day-field'
import { SelectField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { useHref } from '~/components/kit/use-lang'
import { StageBar, StageLegend, StageWords } from '~/components/land/stage-bar'
import { ZoneTags } from '~/components/land/zone-tags'
import { keepUntil } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { makeI18n } from '~/locales'
import { useTranslation } from '~/locales/use-translation'
import { zoneList } from '~/queries/land/zone-list.server'

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders
export const meta: MetaFunction<typeof loader> = ({ data: page }) => page?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const { lang, now } = await openVisit(args)
  const { zones, sectors, changesAt } = await zoneList({ lang, now })
  const t = makeI18n(lang).getFixedT(lang, 'public')
  const meta = [{ title: t('home.metaTitle') }, { name: 'description', content: t('home.metaDescription') }]
  return data({ zones, sectors, meta }, { headers: keepUntil(now, changesAt) })
}

export default function Home() {
  const { zones, sectors } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['public', 'opportunity'])
  const { t: totals } = useTranslation('totals')
  const { number } = useFormat()
  const href = useHref()
  const drawn = zones.flatMap((zone) => (zone.stages ? [{ ...zone, stages: zone.stages }] : []))
  const others = zones.length - drawn.length
  const seeking = zones.filter((zone) => zone.seeksDeveloper).length
  return (
    <>
      <section className="home-hero">
        <h1>{t('home.sentence')}</h1>
        <Form method="get" action={href('/plots')} reloadDocument role="search" className="home-search">
          <div className="form-row">
            <SelectField
              name="sector"
              label={t('home.make')}
              blank={t('home.anything')}
              choices={sectors.map((sector) => ({ value: sector.slug, label: sector.name }))}
              className="filter-select"
            />
            <AreaField name="minAreaHa" label={t('home.howMuch')} />
            <DayField name="readyBy" label={t('home.byWhen')} />
            <Button>{t('home.search')}</Button>
          </div>
        </Form>
        <p className="text-ink-soft">
          {t('home.counts', {
            plots: number(drawn.reduce((sum, zone) => sum + zone.offered, 0)),
            zones: number(zones.length),
          })}{' '}
          <Link to={href('/procedures')}>{t('home.procedures')}</Link>
          {' · '}
          <Link to={href('/match')}>{t('home.toMatch')}</Link>
        </p>
      </section>
      <Card title={t('home.stateTitle')} aside={<StageLegend />}>
        <ul className="stage-list">
          {drawn.map((zone) => (
            <li key={zone.code} className="stage-row">
              <span>
                <Link to={href(`/zones/${zone.code}`)} className="font-semibold">
                  {zone.name}
                </Link>{' '}
                <span className="inline-flex flex-wrap gap-1">
                  <ZoneTags status={zone.status} statusAsOf={zone.statusAsOf} confidence={zone.confidence} />
                </span>
              </span>
              <span>
                <StageBar stages={zone.stages} />
                <StageWords stages={zone.stages} />
              </span>
            </li>
          ))}
        </ul>
        <p className="source-line">
          {t('home.stateNote')}{' '}
          {others > 0 ? <Link to={href('/zones')}>{t('home.otherZones', { count: others })}</Link> : null}{' '}
          <Link to={href('/totals')}>{totals('page.link')}</Link>{' '}
          {seeking > 0 ? <Link to={href('/opportunities')}>{t('opportunity:link', { count: seeking })}</Link> : null}
        </p>
      </Card>
    </>
  )
}
