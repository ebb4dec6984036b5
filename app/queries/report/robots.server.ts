import { LANGS } from '~/domain/text'
import { baseUrl } from '~/infra/env.server'

/** Places of somebody's own, behind every language. */
const CLOSED = ['my', 'desk', 'office', 'files', 'letters']

/** What search engines may read, and where they find the list of it. */
export function robots(): string {
  const closed = LANGS.flatMap((lang) => CLOSED.map((path) => `Disallow: /${lang}/${path}`))
  return ['User-agent: *', ...closed, 'Disallow: /demo/', '', `Sitemap: ${baseUrl()}/sitemap.xml`, ''].join('\n')
}
