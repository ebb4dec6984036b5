import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { expect, it } from 'vitest'
import table from '../routes'
import { routeChoosingHandler } from './route-choice.server'

interface Entry {
  id?: string
  path?: string
  index?: boolean
  file: string
  children?: Entry[]
}

/** The table of addresses, each route answering with its own name and what it read from the address. */
function buildOf(): ServerBuild {
  const routes: Record<string, unknown> = { root: { id: 'root', path: '', module: {} } }
  const add = (entries: Entry[], parentId: string) => {
    for (const { id = `${parentId}>${entries.length}`, path, index, file, children = [] } of entries) {
      const own = `${file} ${path ?? ''} ${id}`
      const loader = ({ params }: { params: object }) => new Response(JSON.stringify([own, params]))
      routes[own] = { id: own, parentId, path, index, module: { loader } }
      add(children, own)
    }
  }
  add(table as Entry[], 'root')
  const entry = { module: { default: () => new Response('a page'), handleError: () => undefined } }
  const assets = { routes, version: '1', url: '', entry: { module: '', imports: [] } }
  return { routes, assets, entry, future: { v3_singleFetch: true }, mode: 'production' } as unknown as ServerBuild
}

const SAMPLE: Record<string, string> = { lang: 'vi', z: '12', x: '3', file: '5.mvt' }
const filled = (path: string): string =>
  path.replace(/:(\w+)\??/g, (_, name: string) => SAMPLE[name] ?? `a-${name}`).replace('*', 'some/where')

function addresses(entries: Entry[], above = ''): string[] {
  return entries.flatMap(({ path = '', children = [] }) => {
    const own = `${above}/${path}`.replace(/\/+/g, '/')
    return [own, ...addresses(children, own)]
  })
}

const ADDRESSES = [...new Set(addresses(table as Entry[]))]
const STRANGE = [
  ...['/vi/plots/%2e%2e', '/vi/pl%6fts', '/vi//plots', '/vi/plots/a%2Fb', '/xx/plots/HL-A1', '/api', '/', '/VI/Plots'],
  ...['/vi/plots/', '/vi/verify', '/vi/verify/', '/vi/verify/a/b', '/Sitemap.XML', '/tiles/1/2', '/vi/plots/a/sheet/b'],
]

it('answers every address as the whole table does', async () => {
  const build = buildOf()
  const [whole, chosen] = [createRequestHandler(build, 'production'), routeChoosingHandler(build, 'production')]
  const own = ADDRESSES.map(filled)
  const asked = [...own, ...own.map((path) => path.replace(/[^/]+$/, 'else')), ...STRANGE]
  const reached = new Set<string>()
  for (const path of new Set(asked)) {
    const [one, other] = await Promise.all(
      [whole, chosen].map(async (handler) => {
        const answer = await handler(new Request(`http://localhost${path}`), {} as never)
        return `${answer.status} ${await answer.text()}`
      }),
    )
    expect(other, path).toBe(one)
    reached.add(String(one))
  }
  // An address for nearly every route: some stand behind a page of the same address.
  expect(reached.size).toBeGreaterThan(ADDRESSES.length * 0.9)
})
