// npm run bench: the figures of the catalogue as ratios, measured side by side in one run.
//   npm run bench -- --plots 10000 --rounds 3 --seconds 5
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { get, type IncomingHttpHeaders } from 'node:http'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { buildWhenNeeded } from '../prisma/build'
import { type BuiltServer, sparePort, startBuilt } from '../tests/built-server'
import { compare, type Rival, type Took } from './load'

const { values } = parseArgs({
  options: {
    plots: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
  },
})
const contest = { rounds: Number(values.rounds), seconds: Number(values.seconds) }
const CATALOGUE = '/vi/plots'
/** A page asked for with credentials is never kept: each answer is rendered, for a visitor as for anybody. */
const RENDERED = { authorization: 'Bearer bench' }
const WORK = resolve('.cache/bench')

const rows: string[][] = []
const ratio = (value: number): string => value.toFixed(2)
const say = (took: Took): string =>
  `${took.perSecond.toFixed(0)}/s${took.cpuMs === null ? '' : `, ${took.cpuMs.toFixed(2)} ms CPU`}, ${(took.bytes / 1000).toFixed(1)} kB`

function must(done: boolean, what: string): void {
  if (!done) throw new Error(what)
}

/** Runs a small server of bench/floor beside ours until the work is done. */
async function beside<T>(script: string, env: Record<string, string>, work: (rival: Rival) => Promise<T>): Promise<T> {
  const port = await sparePort()
  const server = spawn(process.execPath, [join('bench/floor', script)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), ...env },
  })
  try {
    const url = `http://127.0.0.1:${port}/`
    for (
      let wait = 0;
      wait < 400 &&
      !(await fetch(url).then(
        () => true,
        () => false,
      ));
      wait += 1
    ) {
      await new Promise((done) => setTimeout(done, 50))
    }
    return await work({ name: script, url, pid: server.pid ?? 0 })
  } finally {
    server.kill('SIGKILL')
  }
}

async function startUp(): Promise<void> {
  const dataDir = join(WORK, 'start')
  const demo = { dataDir, command: ['node_modules/tsx/dist/cli.mjs', 'prisma/demo.ts'], readyPath: '/vi' }
  for (const when of ['first start, the demo is loaded', 'again, with data']) {
    const server = await startBuilt(demo)
    rows.push([`npm run demo to first answer (${when})`, `${(server.startedInMs / 1000).toFixed(1)} s`, '', '≤ 10 s'])
    await server.stop()
  }
}

async function rendered(ours: BuiltServer): Promise<void> {
  const listed = await fetch(`${ours.url}/api/v1/plots?perPage=50`)
  must(listed.ok, `/api/v1/plots: ${listed.status}`)
  const { items } = (await listed.json()) as { items: unknown[] }
  must(items.length === 50, `50 rows wanted, ${items.length} found`)
  const path = join(WORK, 'rows.json')
  writeFileSync(path, JSON.stringify(items))
  await beside('serve.mjs', { FLOOR_ROWS: path }, async (floor) => {
    const catalogue = { name: 'catalogue, rendered', url: ours.url + CATALOGUE, pid: ours.pid, headers: RENDERED }
    const [us, them] = await compare(catalogue, floor, { ...contest, connections: 4 })
    rows.push([
      'catalogue rendered / plain Remix page of the same rows in memory',
      `${ratio(us.perSecond / them.perSecond)} of its answers per second`,
      `${say(us)} · ${say(them)}`,
      '≥ 1.00',
    ])
    if (us.cpuMs !== null && them.cpuMs !== null) {
      rows.push(['  the same, processor time per answer', `${ratio(us.cpuMs / them.cpuMs)} of its CPU`, '', '≤ 1.00'])
    }
  })
}

/** An answer as it comes over the wire, not unpacked. */
const asSent = (url: string, headers: Record<string, string>) =>
  new Promise<{ headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    get(url, { headers, agent: false }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => resolve({ headers: answer.headers, body: Buffer.concat(parts) }))
    }).on('error', reject)
  })

async function kept(ours: BuiltServer): Promise<void> {
  for (const encoding of ['identity', 'br']) {
    const headers = { 'accept-encoding': encoding }
    const page = await asSent(ours.url + CATALOGUE, headers)
    must(page.headers.etag !== undefined, 'the catalogue is not kept')
    const path = join(WORK, `bytes.${encoding}`)
    writeFileSync(path, page.body)
    // The same bytes on the wire, head and body: the client's own work depends on what it reads.
    const head = Object.entries(page.headers).filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name))
    const headPath = join(WORK, `head.${encoding}`)
    writeFileSync(headPath, JSON.stringify(head.flat()))
    await beside('bare.mjs', { FLOOR_BYTES: path, FLOOR_HEAD: headPath }, async (bare) => {
      const catalogue = { name: 'catalogue, kept', url: ours.url + CATALOGUE, pid: ours.pid, headers }
      const [us, them] = await compare(catalogue, bare, { ...contest, connections: 20 })
      rows.push([
        `catalogue kept (${encoding}) / bare node:http sending the same bytes`,
        ratio(us.perSecond / them.perSecond),
        `${say(us)} · ${say(them)}`,
        '≥ 0.80',
      ])
    })
  }
}

async function scripts(ours: BuiltServer): Promise<void> {
  const html = await (await fetch(ours.url + CATALOGUE)).text()
  const named = [...html.matchAll(/<(?:script[^>]*\ssrc|link[^>]*rel="modulepreload"[^>]*\shref)="([^"]+)"/g)]
  let bytes = 0
  for (const address of new Set(named.map((match) => match[1] ?? ''))) {
    const script = await fetch(new URL(address, ours.url))
    bytes += brotliCompressSync(Buffer.from(await script.arrayBuffer())).length
  }
  rows.push(['JavaScript of the catalogue without the map, brotli', `${(bytes / 1000).toFixed(1)} kB`, '', '≤ 95 kB'])
}

function table(): void {
  const all = [['figure', 'measured', 'ours · theirs', 'to reach'], ...rows]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)))
  for (const row of all)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}

rmSync(WORK, { recursive: true, force: true })
mkdirSync(WORK, { recursive: true })
must(buildWhenNeeded(), 'The build failed.')
const floor = [
  'node_modules/@remix-run/dev/dist/cli.js',
  'vite:build',
  'bench/floor',
  '--emptyOutDir',
  '--logLevel',
  'error',
]
must(
  spawnSync(process.execPath, floor, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  }).status === 0,
  'The build of bench/floor failed.',
)
await startUp()
const dataDir = join(WORK, 'data')
const ours = await startBuilt({ dataDir })
try {
  const seeded = spawnSync(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', 'prisma/seed/synthetic.ts', '--plots', values.plots],
    {
      stdio: 'inherit',
      env: { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir },
    },
  )
  must(seeded.status === 0, 'The synthetic plots were not made.')
  await new Promise((done) => setTimeout(done, 2500))
  await scripts(ours)
  await rendered(ours)
  await kept(ours)
} finally {
  await ours.stop()
  rmSync(WORK, { recursive: true, force: true })
}
table()
