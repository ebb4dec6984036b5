import type { MetaDescriptor } from '@remix-run/node'
import { useLocation, useMatches } from '@remix-run/react'
import { LANGS, type Lang } from '~/domain/text'
import { langOfPath, pathIn } from './use-lang'

/** Addresses that are somebody's own, or good for one reader: search engines leave them alone. */
const NOT_INDEXED =
  /^\/(vi|en|zh)\/(my|desk|office|files|letters|sign-out|confirm-email|reset-password|forgot-password|invitation|join|receipts|consultation|compare)(\/|$)/

const OPEN_GRAPH_LOCALES: Record<Lang, string> = { vi: 'vi_VN', en: 'en_US', zh: 'zh_CN' }

/** Title and description as the page's loader gave them. */
function useWords(): { title?: string; description?: string; found: boolean } {
  const last = useMatches().at(-1)
  const meta = ((last?.data as { meta?: MetaDescriptor[] } | null)?.meta ?? []) as Record<string, unknown>[]
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  return {
    title: text(meta.find((one) => 'title' in one)?.title),
    description: text(meta.find((one) => one.name === 'description')?.content),
    found: meta.length > 0,
  }
}

/** What search engines and previews are told of a page: its one address, its other languages, its words. */
export function PageHead({ baseUrl }: { baseUrl: string }) {
  const { pathname } = useLocation()
  const { title, description, found } = useWords()
  const path = pathname.replace(/\/$/, '')
  const lang = langOfPath(path)
  const others = LANGS.map((other) => (
    <link key={other} rel="alternate" hrefLang={other} href={baseUrl + pathIn(path, other)} />
  ))
  if (!found || NOT_INDEXED.test(path)) {
    return (
      <>
        <meta name="robots" content="noindex" />
        {others}
      </>
    )
  }
  const address = baseUrl + pathIn(path, lang)
  return (
    <>
      <link rel="canonical" href={address} />
      {others}
      <link rel="alternate" hrefLang="x-default" href={baseUrl + pathIn(path, 'vi')} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content="Cột Mốc" />
      <meta property="og:locale" content={OPEN_GRAPH_LOCALES[lang]} />
      <meta property="og:url" content={address} />
      {title ? <meta property="og:title" content={title} /> : null}
      {description ? <meta property="og:description" content={description} /> : null}
    </>
  )
}
