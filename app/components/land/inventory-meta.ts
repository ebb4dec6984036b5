import type { MetaFunction } from '@remix-run/node'
import { langOfPath } from '~/components/kit/use-lang'
import { makeI18n } from '~/locales'

/** Title and description of the pages that change the inventory. */
export const inventoryMeta =
  (page: 'split' | 'merge' | 'realign' | 'bulk'): MetaFunction =>
  ({ location }) => {
    const { t } = makeI18n(langOfPath(location.pathname))
    return [
      { title: t('common:site.title', { page: t(`inventory:page.${page}.title`) }) },
      { name: 'description', content: t(`inventory:page.${page}.description`) },
    ]
  }
