import { writeFileSync } from 'node:fs'
import { get, type IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { BuiltServer } from '../tests/built-server'
import { compare } from './load'
import { type Bench, beside, buildFloor, type Figure, must, type Part, ratio, took } from './part'

const CATALOGUE = '/vi/plots'
/** A page asked for with credentials is never kept: each answer is rendered, for a visitor as for anybody. */
const RENDERED = { authorization: 'Bearer bench' }

async function rendered(ours: BuiltServer, { contest, workDir }: Bench): Promise<Figure[]> {
  const listed = await fetch(`${ours.url}/api/v1/plots?perPage=50`)
  must(listed.ok, `/api/v1/plots: ${listed.status}`)
  const { items } = (await listed.json()) as { items: unknown[] }
  must(items.length === 50, `50 rows wanted, ${items.length} found`)
  const path = join(workDir, 'rows.json')
  writeFileSync(path, JSON.stringify(items))
  buildFloor()
  return beside('serve.mjs', { FLOOR_ROWS: path }, async (floor) => {
    const catalogue = { name: 'catalogue, rendered', url: ours.url + CATALOGUE, pid: ours.pid, headers: RENDERED }
    const [us, them] = await compare(catalogue, floor, { ...contest, connections: 4 })
    const figures: Figure[] = [
      {
        what: 'catalogue rendered / plain Remix page of the same rows in memory',
        measured: `${ratio(us.perSecond / them.perSecond)} of its answers per second`,
        detail: `${took(us)} · ${took(them)}`,
        toReach: '≥ 1.00',
      },
    ]
    if (us.cpuMs !== null && them.cpuMs !== null) {
      figures.push({
        what: '  the same, processor time per answer',
        measured: `${ratio(us.cpuMs / them.cpuMs)} of its CPU`,
        toReach: '≤ 1.00',
      })
    }
    return figures
  })
}

/** An answer as it comes over the wire, not unpacked. */
const asSent = (url: string, headers: Record<string, string>) =>
  new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    get(url, { headers, agent: false }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      )
    }).on('error', reject)
  })

/** Ours against a bare server that sends the very same answer: the client's own work depends on what it reads. */
async function againstBare(
  ours: BuiltServer,
  { contest, workDir }: Bench,
  kept: { name: string; what: string; headers: Record<string, string> },
): Promise<Figure> {
  const page = await asSent(ours.url + CATALOGUE, kept.headers)
  const path = join(workDir, `bytes.${kept.name}`)
  writeFileSync(path, page.body)
  const head = Object.entries(page.headers).filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name))
  const headPath = join(workDir, `head.${kept.name}`)
  writeFileSync(headPath, JSON.stringify(head.flat()))
  const floor = { FLOOR_BYTES: path, FLOOR_HEAD: headPath, FLOOR_STATUS: String(page.status) }
  return beside('bare.mjs', floor, async (bare) => {
    const catalogue = { name: kept.name, url: ours.url + CATALOGUE, pid: ours.pid, headers: kept.headers }
    const [us, them] = await compare(catalogue, bare, { ...contest, connections: 20, status: page.status })
    return {
      what: kept.what,
      measured: ratio(us.perSecond / them.perSecond),
      detail: `${took(us)} · ${took(them)}`,
      toReach: '≥ 0.80',
    }
  })
}

async function kept(ours: BuiltServer, bench: Bench): Promise<Figure[]> {
  const { headers } = await asSent(ours.url + CATALOGUE, { 'accept-encoding': 'identity' })
  must(headers.etag !== undefined, 'the catalogue is not kept')
  const figures: Figure[] = []
  for (const encoding of ['identity', 'br']) {
    const what = `catalogue kept (${encoding}) / bare node:http sending the same bytes`
    figures.push(await againstBare(ours, bench, { name: encoding, what, headers: { 'accept-encoding': encoding } }))
  }
  const known = { 'if-none-match': headers.etag ?? '' }
  const seen = await asSent(ours.url + CATALOGUE, known)
  must(seen.status === 304, `304 wanted, ${seen.status} found`)
  const what = 'catalogue not modified / bare node:http sending the same 304'
  figures.push(await againstBare(ours, bench, { name: '304', what, headers: known }))
  return figures
}

async function scripts(ours: BuiltServer): Promise<Figure> {
  const html = await (await fetch(ours.url + CATALOGUE)).text()
  const named = [...html.matchAll(/<(?:script[^>]*\ssrc|link[^>]*rel="modulepreload"[^>]*\shref)="([^"]+)"/g)]
  let bytes = 0
  for (const address of new Set(named.map((match) => match[1] ?? ''))) {
    const script = await fetch(new URL(address, ours.url))
    bytes += brotliCompressSync(Buffer.from(await script.arrayBuffer())).length
  }
  return {
    what: 'JavaScript of the catalogue without the map, brotli',
    measured: `${(bytes / 1000).toFixed(1)} kB`,
    toReach: '≤ 95 kB',
  }
}

export const catalogue: Part = {
  name: 'catalogue',
  async run(bench) {
    const ours = await bench.serverWith(bench.plots)
    return [await scripts(ours), ...(await rendered(ours, bench)), ...(await kept(ours, bench))]
  },
}
