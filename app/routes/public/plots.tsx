import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { useMemo, useState } from 'react'
import { Empty } from '~/components/kit/empty'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import type { PageHandle } from '~/components/kit/page-handle'
import { Pager } from '~/components/kit/pager'
import { useHref, useLang } from '~/components/kit/use-lang'
import { CatalogueFilter } from '~/components/land/catalogue-filter'
import { InteractiveMap } from '~/components/land/interactive-map'
import { LandMap } from '~/components/land/land-map'
import { MapColourChoice } from '~/components/land/map-colour-choice'
import { PlacesFound } from '~/components/land/places-found'
import { PlotCard } from '~/components/land/plot-card'
import { catalogueForm } from '~/forms/land'
import { keepUntil, readSearch } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { makeI18n } from '~/locales'
import { useTranslation } from '~/locales/use-translation'
import { cataloguePage } from '~/queries/land/catalogue-page.server'

export const handle: PageHandle = { scripts: (query) => query.get('map') === '1' }
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders
export const meta: MetaFunction<typeof loader> = ({ data: page }) => page?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const { lang, now } = await openVisit(args)
  const { value, answer } = readSearch(args.request, catalogueForm)
  const { colour, selected, ...asked } = value
  const { errors, changesAt, ...page } = await cataloguePage({ lang, now, ...asked })
  const t = makeI18n(lang).getFixedT(lang, 'land')
  const found = [...answer.errors, ...errors]
  return data(
    {
      ...page,
      colour,
      selected,
      answer: { ...answer, errors: found },
      meta: [{ title: t('catalogue.metaTitle') }, { name: 'description', content: t('catalogue.metaDescription') }],
    },
    found.length > 0 ? { status: 422 } : { headers: keepUntil(now, changesAt) },
  )
}

export default function Plots() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('land')
  const { number } = useFormat()
  const href = useHref()
  const lang = useLang()
  const [query] = useSearchParams()
  const [pointed, setPointed] = useState<string | null>(null)
  const marked = useMemo(
    () => [...new Set([page.selected, pointed])].filter((code) => code !== null),
    [page.selected, pointed],
  )
  const listed = new Set(page.items.map(({ code }) => code))
  const point = (event: { target: EventTarget }) =>
    setPointed((event.target as Element).closest<HTMLElement>('[data-plot]')?.dataset.plot ?? null)
  const address = (changes: Record<string, string | null>, path = '/plots') => {
    const next = new URLSearchParams([...query].filter(([, value]) => value.trim() !== ''))
    for (const [name, value] of Object.entries(changes)) value === null ? next.delete(name) : next.set(name, value)
    const text = next.toString()
    return `${path.startsWith('/api') ? path : href(path)}${text ? `?${text}` : ''}`
  }
  const files = (path: string) => `${path}${page.selection ? `?${page.selection}` : ''}`
  return (
    <>
      <h1 className="sr-only">{t('catalogue.title')}</h1>
      <CatalogueFilter answer={page.answer} zones={page.zones} sectors={page.sectors} />
      <PlacesFound places={page.places} />
      <div className="catalogue-head">
        <h2>
          {t('catalogue.found', { count: page.total, number: number(page.total) })}{' '}
          <small>{t('catalogue.outOf', { plots: number(page.published.plots), zones: page.published.zones })}</small>
        </h2>
        <p className="no-print">
          <a href="#map">{t('catalogue.toMap')}</a>
          {' · '}
          <a href={address({ map: page.base ? null : '1' })}>
            {page.base ? t('catalogue.mapClose') : t('catalogue.mapOpen')}
          </a>
          {' · '}
          <a href={files('/api/v1/plots.csv')}>CSV</a>
          {' · '}
          <a href={files('/api/v1/plots.geojson')}>GeoJSON</a>
        </p>
      </div>
      {page.unknown > 0 ? (
        <NoticeBanner tone="amber">{t('catalogue.unknown', { count: page.unknown })}</NoticeBanner>
      ) : null}
      <div className="catalogue">
        <div className="catalogue-list">
          {page.items.length > 0 ? (
            <ul className="plot-cards" onPointerOver={point} onFocus={point} onPointerLeave={() => setPointed(null)}>
              {page.items.map((plot) => (
                <PlotCard
                  key={plot.code}
                  plot={plot}
                  selected={marked.includes(plot.code)}
                  mapHref={
                    page.map.kind === 'site' ? `${address({ selected: plot.code })}#on-map-${plot.code}` : undefined
                  }
                />
              ))}
            </ul>
          ) : (
            <Empty title={t('catalogue.empty')} actions={<Link to={href('/plots')}>{t('catalogue.emptyAction')}</Link>}>
              {t('catalogue.emptyHint')}
            </Empty>
          )}
          <Pager
            page={page.page}
            pages={page.pages}
            previous={page.page > 1 ? address({ page: page.page > 2 ? String(page.page - 1) : null }) : null}
            next={page.page < page.pages ? address({ page: String(page.page + 1) }) : null}
          />
        </div>
        <div className="catalogue-map" id="map">
          {page.base ? (
            <InteractiveMap
              base={page.base}
              marksUrl={`/tiles/marks?${page.selection ? `${page.selection}&` : ''}lang=${lang}`}
              styleUrl={page.styleUrl}
              colour={page.colour}
              marked={marked}
              onPoint={setPointed}
            />
          ) : null}
          <MapColourChoice colour={page.colour} address={(colour) => `${address({ colour })}#map`} />
          <LandMap
            map={page.map}
            selected={marked}
            colour={page.colour}
            plotHref={(code) =>
              listed.has(code) ? `${address({ selected: code })}#plot-${code}` : href(`/plots/${code}`)
            }
            zoneHref={(code) => address({ zone: code, page: null })}
          />
        </div>
      </div>
    </>
  )
}
