import type { Lang } from '../../domain/text'
import { makeI18n } from '../../locales/index'
import { type PlotWords, plotData } from './structured-data'

interface PlotPage {
  plot: Pick<PlotWords, 'code' | 'areaM2' | 'commercial' | 'price'> & { illustrative: boolean }
  zone: { name: string }
}

/** Title, description and the data for search engines of a plot's page. */
export function plotMeta(lang: Lang, { plot, zone }: PlotPage, { url, zoneUrl }: { url: string; zoneUrl: string }) {
  const t = makeI18n(lang).getFixedT(lang, 'land')
  const values = { code: plot.code, zone: zone.name }
  const description = t('plot.metaDescription', values)
  const illustrative = plot.illustrative ? t('plot.illustrative') : null
  return [
    { title: t('plot.metaTitle', values) },
    { name: 'description', content: description },
    {
      'script:ld+json': plotData({ ...plot, description, illustrative, url, zone: { name: zone.name, url: zoneUrl } }),
    },
  ]
}
