import type { MetaFunction } from '@remix-run/node'
import { langOfPath } from '~/components/kit/use-lang'
import { makeI18n } from '~/locales'

/** Titles of the pages on which the office keeps its settings and the figures others published. */
export const settingMeta =
  (
    page:
      | 'zone'
      | 'grace'
      | 'letters'
      | 'divisions'
      | 'divisionNew'
      | 'division'
      | 'divisionRetire'
      | 'figures'
      | 'figureAdd'
      | 'figureCorrect'
      | 'figureTakeBack',
  ): MetaFunction =>
  ({ location, params }) => {
    const { t } = makeI18n(langOfPath(location.pathname))
    return [
      { title: t('common:site.title', { page: t(`setting:title.${page}`, { code: params.code ?? '' }) }) },
      { name: 'description', content: t(`setting:description.${page}`) },
    ]
  }
