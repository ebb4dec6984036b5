import { brotliDecompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { type KeptPage, PageCache } from './page-cache.server'

const NOW = 1_000_000
const page = (until: number, headers: HeadersInit = {}) =>
  new Response('<p>đất</p>', { headers: { 'Content-Type': 'text/html', 'X-Keep-Until': String(until), ...headers } })
const isKept = (found: KeptPage | Response): found is KeptPage => !(found instanceof Response)

it('keeps a page that asks for it, plain and packed, until its instant', async () => {
  const cache = new PageCache()
  const kept = await cache.findOrRender('a', NOW, async () => page(NOW + 10))
  expect(isKept(kept) && brotliDecompressSync(kept.brotli).toString()).toBe('<p>đất</p>')
  expect(isKept(kept) && kept.plainHead).not.toContain('x-keep-until')
  expect(cache.find('a', NOW + 9)).toBe(kept)
  expect(cache.find('a', NOW + 10)).toBeUndefined()
  expect(cache.sizeBytes).toBe(0)
})

it('keeps nothing that does not ask, has a status of its own or sets a cookie', async () => {
  const cache = new PageCache()
  await cache.findOrRender('plain', NOW, async () => new Response('x'))
  await cache.findOrRender('cookie', NOW, async () => page(NOW + 10, { 'Set-Cookie': 'a=b' }))
  await cache.findOrRender(
    'lost',
    NOW,
    async () => new Response('x', { status: 404, headers: { 'X-Keep-Until': String(NOW + 10) } }),
  )
  for (const key of ['plain', 'cookie', 'lost']) expect(cache.find(key, NOW)).toBeUndefined()
})

it('renders once for those who ask at the same time', async () => {
  const cache = new PageCache()
  let renderings = 0
  const render = async () => {
    renderings += 1
    await new Promise((resolve) => setTimeout(resolve, 5))
    return page(NOW + 10)
  }
  await Promise.all(Array.from({ length: 20 }, () => cache.findOrRender('a', NOW, render)))
  expect(renderings).toBe(1)
})

it('gives each waiting visitor a body of its own where the page may not be kept', async () => {
  const cache = new PageCache()
  const answers = await Promise.all(
    [1, 2, 3].map((n) => cache.findOrRender('a', NOW, async () => new Response(`for ${n}`))),
  )
  const bodies = await Promise.all(answers.map((answer) => (isKept(answer) ? '' : answer.text())))
  expect(bodies).toEqual(['for 1', 'for 2', 'for 3'])
})

it('does not keep a page that was rendered while what it shows moved', async () => {
  const cache = new PageCache()
  let finish = () => {}
  const waiting = new Promise<void>((resolve) => {
    finish = resolve
  })
  const rendering = cache.findOrRender('a', NOW, async () => {
    await waiting
    return page(NOW + 10)
  })
  cache.clear()
  finish()
  await rendering
  expect(cache.find('a', NOW)).toBeUndefined()
})
