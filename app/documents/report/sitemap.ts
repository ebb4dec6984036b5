// Sitemaps (sitemaps.org): every page in every language, each entry naming the others.
import { LANGS } from '../../domain/text'

/** A page without its language, and the day it last changed where that is known. */
export interface SitemapPage {
  path: string
  changed: string | null
}

const inXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** Pages as a `urlset`: one entry for each language. */
export function sitemap(pages: readonly SitemapPage[], baseUrl: string): string {
  const entries = pages.flatMap(({ path, changed }) => {
    const address = (lang: string) => inXml(`${baseUrl}/${lang}${path}`)
    const links = [...LANGS.map((lang) => [lang, address(lang)]), ['x-default', address('vi')]]
      .map(([lang, href]) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${href}"/>`)
      .join('')
    const lastmod = changed === null ? '' : `<lastmod>${changed}</lastmod>`
    return LANGS.map((lang) => `<url><loc>${address(lang)}</loc>${lastmod}${links}</url>`)
  })
  const spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
  return `${HEAD}<urlset ${spaces}>\n${entries.join('\n')}\n</urlset>\n`
}

/** Where there are too many pages for one file: the list of files. */
export function sitemapIndex(parts: number, changed: string, baseUrl: string): string {
  const entries = Array.from(
    { length: parts },
    (_, index) =>
      `<sitemap><loc>${inXml(`${baseUrl}/sitemaps/${index + 1}.xml`)}</loc><lastmod>${changed}</lastmod></sitemap>`,
  )
  return `${HEAD}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</sitemapindex>\n`
}
