import type { LoaderFunctionArgs } from '@remix-run/node'
import { sitemap, sitemapIndex } from '~/documents/report/sitemap'
import { now } from '~/infra/clock.server'
import { keepUntil, orThrow } from '~/infra/http.server'
import { sitemapPages } from '~/queries/report/sitemap-pages.server'

/** `/sitemap.xml`, and its parts `/sitemaps/1.xml` where one file is not enough. */
export async function loader({ params }: LoaderFunctionArgs) {
  const part = params.part === undefined ? null : Number(/^([1-9]\d{0,5})\.xml$/.exec(params.part)?.[1] ?? 0)
  const { baseUrl, changed, parts, pages } = orThrow(await sitemapPages(part))
  const xml = part === null && parts > 1 ? sitemapIndex(parts, changed, baseUrl) : sitemap(pages, baseUrl)
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8', ...keepUntil(now()) } })
}
