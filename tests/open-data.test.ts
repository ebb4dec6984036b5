import { readFileSync } from 'node:fs'
import type { LoaderFunctionArgs } from '@remix-run/node'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { beforeAll, describe, expect, it } from 'vitest'
import { openApi } from '../app/documents/report/openapi'
import { forgetReference } from '../app/infra/reference.server'
import { forgetSnapshot } from '../app/infra/snapshot.server'
import routes from '../app/routes'
import { loadSynthetic } from '../prisma/seed/synthetic'
import { describeDatabases } from './database'
import { misfits } from './json-schema'

type Operation = { responses: Record<string, { content?: Record<string, { schema: object }> }> }
const paths = openApi.paths as unknown as Record<string, Record<'get' | 'post', Operation | undefined>>
const schemas = openApi.components.schemas as unknown as Parameters<typeof misfits>[2]

const api = (routes as RouteConfigEntry[])
  .filter(({ path }) => path?.startsWith('api/v1/') && !path.endsWith('*'))
  .map(({ path = '', file }) => ({
    path: path.replace('api/v1', '').replace(/:(\w+)/g, '{$1}'),
    file: `../app/${file}`,
    source: readFileSync(`app/${file}`, 'utf8'),
  }))

describe('the description of the API', () => {
  it('has each address and method of the route table, and none besides', () => {
    const there = api.map(({ path, source }) => `${/\bloader\b/.test(source) ? 'get' : ''} ${path}`)
    const described = Object.keys(paths)
    expect(described.sort()).toEqual(api.map(({ path }) => path).sort())
    for (const { path, source } of api) {
      if (/export (async function|const) action\b/.test(source)) expect(paths[path]?.post, path).toBeDefined()
    }
    expect(there.length).toBeGreaterThan(10)
  })

  it('names only shapes that are there', () => {
    const named = [...JSON.stringify(openApi).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1])
    for (const name of named) expect(Object.keys(schemas)).toContain(name)
  })
})

/** Questions whose answers hold as much as there is. */
const ASKED: Record<string, string> = {
  '/zones': '?perPage=200',
  '/zones.geojson': '',
  '/zones/{code}': 'LS-IP-VSIP',
  '/totals': '',
  '/plots': '?perPage=50&sort=price',
  '/plots.geojson': '?kind=industrial_park',
  '/plots/{code}': 'SY-0000001',
  '/calendar': '?from=2026-11-20&to=2026-11-30',
  '/clock': '?received=2026-11-23&limit=10&unit=working_day',
  '/procedures': '',
}

describeDatabases('open data', (open) => {
  beforeAll(async () => {
    const { prisma } = await open()
    forgetReference()
    forgetSnapshot()
    await loadSynthetic(prisma, 40, '2026-11-26' as never)
  })

  const ask = async (path: string, asked: string, headers: Record<string, string> = {}): Promise<Response> => {
    const route = api.find((one) => one.path === path)
    const { loader } = (await import(/* @vite-ignore */ route?.file ?? '')) as {
      loader: (args: LoaderFunctionArgs) => Promise<Response>
    }
    const isCode = path.endsWith('}')
    const address = path.replace(/\{\w+\}/, asked) + (isCode ? '' : asked)
    const request = new Request(`http://localhost/api/v1${address}`, { headers })
    return loader({ request, params: isCode ? { code: asked } : {}, context: {} as never } as LoaderFunctionArgs)
  }

  it('answers in the shapes it describes, with an ETag where reads are public', async () => {
    const wrong: string[] = []
    for (const [path, asked] of Object.entries(ASKED)) {
      const answer = await ask(path, asked)
      expect(answer.status, path).toBe(200)
      const { content } = paths[path]?.get?.responses[200] ?? {}
      const schema = Object.values(content ?? {})[0]?.schema ?? {}
      wrong.push(...misfits(schema, await answer.json(), schemas, path))
      const etag = answer.headers.get('ETag') ?? ''
      expect(etag, path).toMatch(/^"[\w-]+"$/)
      const again = await ask(path, asked, { 'If-None-Match': etag })
      expect([again.status, await again.text()], path).toEqual([304, ''])
    }
    expect(wrong).toEqual([])
  })

  it('pages lists, and refuses what it does not know as a problem', async () => {
    const page = (await (await ask('/zones', '?page=2&perPage=3')).json()) as { items: unknown[]; total: number }
    expect(page).toMatchObject({ page: 2, perPage: 3 })
    expect(page.items).toHaveLength(3)
    for (const path of ['/zones', '/zones.geojson', '/totals', '/plots', '/plots.geojson', '/plots.csv']) {
      const answer = await ask(path, '?colour=red')
      expect(answer.status, path).toBe(422)
      expect(answer.headers.get('Content-Type')).toMatch('application/problem+json')
      const problem = await answer.json()
      expect(misfits(schemas.Problem ?? {}, problem, schemas), path).toEqual([])
      expect(problem).toMatchObject({ errors: [{ path: 'colour', code: 'unknown-parameter' }] })
      expect((await ask(path, '?')).status, path).toBe(200)
    }
    expect((await ask('/zones/{code}', 'LS-NONE')).status).toBe(404)
  })

  it('lists competing figures as they were published, and none twice after a second start', async () => {
    type Answer = { published: { subject: string; key: string; value: number }[]; targets: { key: string }[] }
    const answer = (await (await ask('/totals', '')).json()) as Answer
    const planned = answer.published.filter(({ subject, key }) => subject === 'province' && key === 'clusters_planned')
    expect(planned.map(({ value }) => value).sort()).toEqual([23, 35, 37])
    expect(answer.targets.map(({ key }) => key)).toEqual([
      'clusters_operating',
      'district_clusters',
      'parks_2030',
      'parks_2050',
    ])
  })
})
