import { useLocation } from '@remix-run/react'
import { useCallback } from 'react'
import { isLang, type Lang } from '~/domain/text'

/** The language of a path, from its first segment; Vietnamese where it names none. */
export function langOfPath(path: string): Lang {
  const first = path.split('/')[1]
  return isLang(first) ? first : 'vi'
}

/** The same path in another language. */
export function pathIn(path: string, lang: Lang): string {
  const [, first, ...rest] = path.split('/')
  return `/${[lang, ...(isLang(first) ? rest : [first, ...rest])].filter(Boolean).join('/')}`
}

/** The language of the page being shown. */
export const useLang = (): Lang => langOfPath(useLocation().pathname)

/** Puts the page's language before an address of ours: `href('/plots')` is `/vi/plots`. */
export function useHref(): (path: string) => string {
  const lang = useLang()
  return useCallback((path: string) => (path === '/' ? `/${lang}` : `/${lang}${path}`), [lang])
}
