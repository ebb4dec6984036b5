import { expect } from '@playwright/test'
import { LANGS, test } from './fixtures'

const FIXED = ['', '/plots', '/zones', '/totals', '/data', '/procedures', '/contact', '/privacy', '/terms', '/enquiry']

const all = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map((match) => match[1] ?? '')

test('the sitemap lists what is published in every language, and nothing else', async ({ request }) => {
  const answer = await request.get('/sitemap.xml')
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-type']).toContain('application/xml')
  // Kept bytes are told apart by their ETag: a rendered answer has none.
  const etag = answer.headers().etag ?? ''
  expect(etag).not.toBe('')
  expect((await request.get('/sitemap.xml', { headers: { 'If-None-Match': etag } })).status()).toBe(304)

  const listed = all(await answer.text(), /<loc>([^<]+)<\/loc>/g).map((address) => new URL(address).pathname)
  expect(new Set(listed).size).toBe(listed.length)
  const { items: zones } = await (await request.get('/api/v1/zones?perPage=200')).json()
  const { items: plots } = await (await request.get('/api/v1/plots?perPage=200')).json()
  const codes = (area: string) =>
    listed.filter((path) => path.startsWith(`/vi/${area}/`)).map((path) => path.slice(`/vi/${area}/`.length))
  const published = (rows: { code: string }[]) => rows.map(({ code }) => code).sort()
  expect(codes('zones').sort()).toEqual(published(zones))
  expect(codes('plots').sort()).toEqual(published(plots))
  for (const lang of LANGS) for (const path of FIXED) expect(listed).toContain(`/${lang}${path}`)
  expect((await request.get('/sitemaps/2.xml')).status()).toBe(404)
  expect(await (await request.get('/robots.txt')).text()).toMatch(
    /Disallow: \/vi\/office\n[\s\S]*Sitemap: .*\/sitemap\.xml/,
  )
})

test('each page has an address, a title and a description of its own', async ({ request }) => {
  const pages = [...FIXED, '/zones/LS-IP-VSIP', '/zones/LS-CC-DP2', '/plots/HL-A1', '/plots/HL-A2']
  const seen = { title: new Set<string>(), description: new Set<string>(), canonical: new Set<string>() }
  for (const lang of LANGS) {
    for (const path of pages) {
      const html = await (await request.get(`/${lang}${path}`)).text()
      const head = html.slice(0, html.indexOf('</head>'))
      const own = {
        title: all(head, /<title>([^<]+)<\/title>/g),
        description: all(head, /<meta name="description" content="([^"]+)"/g),
        canonical: all(head, /<link rel="canonical" href="([^"]+)"/g),
      }
      for (const [what, found] of Object.entries(own)) {
        expect(found, `${what} of ${lang}${path}`).toHaveLength(1)
        seen[what as keyof typeof seen].add(found[0] ?? '')
      }
      expect(new URL(own.canonical[0] ?? '').pathname).toBe(`/${lang}${path}`)
      expect(all(head, /hreflang="([^"]+)"/gi).sort()).toEqual(['en', 'vi', 'x-default', 'zh'])
      expect(all(head, /property="og:(title|description|url)"/g).sort()).toEqual(['description', 'title', 'url'])
    }
  }
  for (const found of Object.values(seen)) expect(found.size).toBe(pages.length * LANGS.length)
})

test('zones and plots say what they are in data that search engines read', async ({ request }) => {
  const dataOf = async (path: string) => {
    const answer = await request.get(path)
    const html = await answer.text()
    const [data] = all(html, /<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)
    // No leave to run anything was given for it.
    expect(answer.headers()['content-security-policy']).not.toContain('sha256')
    return JSON.parse(data ?? '')
  }
  expect(await dataOf('/en/zones/LS-IP-VSIP')).toMatchObject({ '@type': 'Place', identifier: 'LS-IP-VSIP' })
  const graph = (await dataOf('/vi/plots/HL-A1'))['@graph']
  expect(graph[0]).toMatchObject({ '@type': 'Place', identifier: 'HL-A1' })
  expect(graph[1]).toMatchObject({ '@type': 'Offer', itemOffered: { '@id': graph[0]['@id'] } })
  expect(graph[1].description).toContain('minh hoạ')
})

test('what is somebody’s own, or is not there, is left alone', async ({ request }) => {
  for (const path of ['/vi/forgot-password', '/vi/plots/LS-NONE-0']) {
    const html = await (await request.get(path)).text()
    expect(html, path).toContain('<meta name="robots" content="noindex"/>')
    expect(html, path).not.toContain('rel="canonical"')
  }
})
