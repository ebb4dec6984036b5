import type { MetaFunction } from '@remix-run/node'
import { langOfPath } from '~/components/kit/use-lang'
import { makeI18n } from '~/locales'

/** Title and description of the office's pages about plots. */
export const officePlotMeta =
  (page: 'list' | 'add' | 'edit' | 'publish' | 'vertices'): MetaFunction =>
  ({ location, params }) => {
    const { t } = makeI18n(langOfPath(location.pathname))
    return [
      { title: t(`land:office.title.${page}`, { code: params.code ?? '' }) },
      { name: 'description', content: t(`land:office.description.${page}`) },
    ]
  }
