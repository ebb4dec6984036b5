import type { MetaFunction } from '@remix-run/node'
import { langOfPath } from '~/components/kit/use-lang'
import { type Text, textIn } from '~/domain/text'
import { makeI18n } from '~/locales'

interface CapacityData {
  zone: { name: Text }
  node?: { name: Text }
}

/** Title and description of the keepers' pages about utility nodes. */
export const capacityMeta =
  (page: 'list' | 'add' | 'node' | 'tie'): MetaFunction =>
  ({ location, data }) => {
    const lang = langOfPath(location.pathname)
    const { t } = makeI18n(lang)
    const { zone, node } = (data ?? {}) as Partial<CapacityData>
    const values = { zone: zone ? textIn(zone.name, lang) : '', node: node ? textIn(node.name, lang) : '' }
    return [
      { title: t('common:site.title', { page: t(`capacity:title.${page}`, values) }) },
      { name: 'description', content: t('capacity:description') },
    ]
  }
