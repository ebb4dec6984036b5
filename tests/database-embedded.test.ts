import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect as connectSocket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Connection, connectionOf, type EmbeddedOptions, startEmbedded } from '../app/infra/embedded.server'
import { blankDump } from './database'

// Starting PGlite is slow on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const folder = () => {
  const path = mkdtempSync(join(tmpdir(), 'cm-'))
  closing.push(() => rmSync(path, { recursive: true, force: true }))
  return path
}

async function start(options: EmbeddedOptions = {}) {
  const embedded = await startEmbedded({ load: blankDump(), ...options })
  closing.push(() => embedded.stop())
  return embedded
}

function poolOn(connection: Connection, max = 8) {
  const pool = new pg.Pool({ ...connection, max })
  pool.on('error', () => {})
  closing.push(() => pool.end())
  return pool
}

async function clientOn(connection: Connection) {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  return client
}

const cut = (client: pg.Client) =>
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()

describe('the embedded database', () => {
  it('counts 200 increments by queued transactions exactly', async () => {
    const pool = poolOn((await start()).connection)
    await pool.query('CREATE TABLE counter (n int); INSERT INTO counter VALUES (0)')
    const increment = async () => {
      const client = await pool.connect()
      try {
        await client.query('BEGIN')
        const { rows } = await client.query('SELECT n FROM counter')
        await client.query('UPDATE counter SET n = $1', [rows[0].n + 1])
        await client.query('COMMIT')
      } finally {
        client.release()
      }
    }
    await Promise.all(Array.from({ length: 200 }, increment))
    expect((await pool.query('SELECT n FROM counter')).rows).toEqual([{ n: 200 }])
  })

  it('answers each of several connections what it asked', async () => {
    const { connection } = await start()
    const path = join(connection.host, `.s.PGSQL.${connection.port}`)
    const [one, other] = [await speak(path), await speak(path)]
    one.write(parse("SELECT 'first'"))
    await expect.poll(() => one.said()).toContain('1')
    other.write(Buffer.concat([parse("SELECT 'second'"), executeAndSync]))
    one.write(executeAndSync)
    await expect.poll(() => one.said() + other.said()).toMatch(/first.*second/s)
    expect(one.said()).toContain('first')
    expect(other.said()).toContain('second')
  })

  it('rolls back the transaction of a connection that is cut', async () => {
    const { connection } = await start()
    const pool = poolOn(connection)
    await pool.query('CREATE TABLE kept (n int)')
    const atRest = await clientOn(connection)
    await atRest.query('BEGIN')
    await atRest.query('INSERT INTO kept VALUES (1)')
    cut(atRest)
    expect((await pool.query('SELECT * FROM kept')).rows).toEqual([])

    const atWork = await clientOn(connection)
    atWork.query('BEGIN; INSERT INTO kept SELECT generate_series(1, 50000)').catch(() => {})
    cut(atWork)
    await pool.query('INSERT INTO kept VALUES (2)')
    expect((await pool.query('SELECT * FROM kept')).rows).toEqual([{ n: 2 }])
  })

  it('cuts a connection that keeps a transaction open and does nothing', async () => {
    const { connection } = await start({ patienceMs: 200 })
    const pool = poolOn(connection)
    await pool.query('CREATE TABLE kept (n int)')
    const sleeper = await clientOn(connection)
    await sleeper.query('BEGIN; INSERT INTO kept VALUES (1)')
    expect((await pool.query('SELECT * FROM kept')).rows).toEqual([])
  })

  it('goes on after a statement that fails', async () => {
    const pool = poolOn((await start()).connection, 1)
    await expect(pool.query('SELECT 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' })
    await expect(pool.query('SELECT nonsense')).rejects.toMatchObject({ code: '42703' })
    expect((await pool.query('SELECT $1::int AS n', [7])).rows).toEqual([{ n: 7 }])
  })
})

describe('the folder of the embedded database', () => {
  it('keeps its rows over a stop and a start', async () => {
    const dataDir = folder()
    const first = await start({ dataDir })
    const pool = new pg.Pool(first.connection)
    await pool.query('CREATE TABLE kept (n int); INSERT INTO kept VALUES (42)')
    await pool.end()
    await first.stop()
    const second = await start({ dataDir, load: undefined })
    expect((await poolOn(second.connection).query('SELECT n FROM kept')).rows).toEqual([{ n: 42 }])
  })

  it('admits one server, tells the second why, and lets tools join the first', async () => {
    const dataDir = folder()
    expect(connectionOf(dataDir)).toBeUndefined()
    const first = await start({ dataDir })
    await expect(startEmbedded({ dataDir })).rejects.toThrow(`in use by process ${process.pid}`)
    const joined = connectionOf(dataDir)
    expect(joined).toEqual(first.connection)
    expect((await poolOn(joined as Connection).query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }])
    await first.stop()
    expect(connectionOf(dataDir)).toBeUndefined()
  })

  it('is taken over from a process that was killed, with what it had acknowledged', async () => {
    const dataDir = folder()
    const script = join(dataDir, 'server.mts')
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(join(dataDir, 'blank.tar'), blankDump())
    writeFileSync(
      script,
      `import { readFileSync } from 'node:fs'
       import pg from '${process.cwd()}/node_modules/pg/esm/index.mjs'
       import { startEmbedded } from '${process.cwd()}/app/infra/embedded.server'
       const { connection } = await startEmbedded({ dataDir: '${dataDir}', load: readFileSync('${dataDir}/blank.tar') })
       const pool = new pg.Pool(connection)
       await pool.query('CREATE TABLE kept (n int)')
       for (let n = 1; n <= 50; n++) await pool.query('INSERT INTO kept VALUES ($1)', [n])
       console.log('acknowledged')`,
    )
    const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    const exited = new Promise((done) => child.once('exit', done))
    await new Promise<void>((done, fail) => {
      child.stdout.on('data', (text) => String(text).includes('acknowledged') && done())
      child.once('exit', () => fail(new Error('the server ended')))
    })
    await expect(startEmbedded({ dataDir })).rejects.toThrow(`in use by process ${child.pid}`)
    child.kill('SIGKILL')
    await exited

    const next = await start({ dataDir, load: undefined })
    const { rows } = await poolOn(next.connection).query('SELECT count(*)::int AS n, max(n) AS last FROM kept')
    expect(rows).toEqual([{ n: 50, last: 50 }])
  })

  it('is refused while a process elsewhere, which cannot be asked, still touches the lock', async () => {
    const dataDir = folder()
    const first = await start({ dataDir })
    const lock = join(dataDir, 'database.lock')
    const content = JSON.parse(readFileSync(lock, 'utf8'))
    await first.stop()
    writeFileSync(lock, JSON.stringify({ ...content, pid: 2 ** 30, place: 'another-machine' }))
    await expect(startEmbedded({ dataDir })).rejects.toThrow('on another-machine')
  })
})

const framed = (type: string, body: Buffer) => {
  const head = Buffer.alloc(5)
  head.write(type)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
const parse = (sql: string) => framed('P', Buffer.from(`\0${sql}\0\0\0`))
const executeAndSync = Buffer.concat([
  framed('B', Buffer.alloc(8)),
  framed('E', Buffer.alloc(5)),
  framed('S', Buffer.alloc(0)),
])

/** A connection without a driver, for messages that come in pieces. */
async function speak(path: string) {
  const socket = connectSocket(path)
  closing.push(() => socket.destroy())
  let said = ''
  socket.on('data', (data) => {
    said += data.toString('latin1')
  })
  const body = Buffer.from('user\0postgres\0database\0postgres\0\0')
  const head = Buffer.alloc(8)
  head.writeInt32BE(body.length + 8)
  head.writeInt32BE(196608, 4)
  socket.write(Buffer.concat([head, body]))
  await expect.poll(() => said).toContain('Z\0\0\0\u0005I')
  said = ''
  return { write: (bytes: Buffer) => socket.write(bytes), said: () => said }
}
