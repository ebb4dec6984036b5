import type { MetaDescriptor } from '@remix-run/node'
import type { Lang } from '../domain/text'
import { makeI18n } from './index'

/** Title and description of a page whose texts stand under `<namespace>:<key>.title` and `.description`. */
export function pageMeta(lang: Lang, namespace: string, key: string): MetaDescriptor[] {
  const t = makeI18n(lang).t as unknown as (key: string, values?: Record<string, string>) => string
  const page = t(`${namespace}:${key}.title`)
  return [
    { title: t('common:site.title', { page }) },
    { name: 'description', content: t(`${namespace}:${key}.description`) },
  ]
}
