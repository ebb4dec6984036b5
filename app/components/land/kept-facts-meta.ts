import type { MetaFunction } from '@remix-run/node'
import { langOfPath } from '~/components/kit/use-lang'
import { makeI18n } from '~/locales'

/** Titles of the pages on which figures and rungs are kept. */
export const keptFactsMeta =
  (page: 'list' | 'plot' | 'zone' | 'rung' | 'withdraw'): MetaFunction =>
  ({ location, params }) => {
    const { t } = makeI18n(langOfPath(location.pathname))
    const code = params.code ?? ''
    const texts = {
      list: [t('facts:keeper.title'), t('facts:keeper.description')],
      plot: [t('facts:keeper.plotTitle', { code }), t('facts:keeper.plotDescription')],
      zone: [t('facts:keeper.zonePageTitle', { name: code }), t('facts:keeper.zoneDescription')],
      rung: [t('facts:rung.title', { code }), t('facts:rung.description')],
      withdraw: [t('facts:rung.withdrawTitle', { code }), t('facts:rung.withdrawHelp')],
    } as const
    const [page_, description] = texts[page]
    return [{ title: t('common:site.title', { page: page_ }) }, { name: 'description', content: description }]
  }
