import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { applyMigrations, migrationLock, missingSql } from '../prisma/migrate'
import { blankDump, emptyDatabase, freshDatabase, kinds } from './database'

// Starting PGlite is slow on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const emptied = async (kind: (typeof kinds)[number]) => {
  const database = await emptyDatabase(kind)
  closing.push(() => database.close())
  return database
}

describe('the migrations', () => {
  it('say what the schema says', async () => {
    expect(await missingSql({ blank: blankDump() })).toBe('')
  })

  it('notice what the schema has and they have not', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cm-schema-'))
    closing.push(async () => rmSync(folder, { recursive: true }))
    const schema = join(folder, 'schema.prisma')
    writeFileSync(schema, `${readFileSync('prisma/schema.prisma', 'utf8')}\nmodel Extra {\n  id Int @id\n}\n`)
    const sql = await missingSql({ schema, blank: blankDump() })
    expect(sql).toContain('CREATE TABLE "Extra"')
    expect(sql).not.toContain('DROP')
  })
})

describe.each(kinds)('migrating (%s)', (kind) => {
  it('applies everything once', async () => {
    const database = await emptied(kind)
    const applied = await applyMigrations(database)
    expect(applied.length).toBeGreaterThanOrEqual(2)
    expect(await applyMigrations(database)).toEqual([])
    expect(await database.prisma.plot.count()).toBe(0)
  })

  it('lets one of several starting processes do the work', async () => {
    const database = await emptied(kind)
    const results = await Promise.all([1, 2, 3].map(() => applyMigrations(database)))
    expect(results.filter((applied) => applied.length > 0)).toHaveLength(1)
  })

  it('runs functions, triggers, exclusions and extensions, and tries a failed migration again', async () => {
    const database = await emptied(kind)
    const migrations = mkdtempSync(join(tmpdir(), 'cm-migrations-'))
    closing.push(async () => rmSync(migrations, { recursive: true }))
    const write = (name: string, sql: string) => {
      const folder = join(migrations, name)
      if (!existsSync(folder)) mkdirSync(folder)
      writeFileSync(join(folder, 'migration.sql'), sql)
    }
    write(
      '1_first',
      `CREATE EXTENSION btree_gist; CREATE EXTENSION unaccent; CREATE EXTENSION pg_trgm;
       CREATE TABLE held (plot int, during tstzrange, EXCLUDE USING gist (plot WITH =, during WITH &&));
       CREATE FUNCTION doubled() RETURNS trigger LANGUAGE plpgsql AS $$
         BEGIN NEW.plot := NEW.plot * 2; RETURN NEW; END; $$;
       CREATE TRIGGER doubled BEFORE INSERT ON held FOR EACH ROW EXECUTE FUNCTION doubled();`,
    )
    expect(await applyMigrations(database, { migrations })).toEqual(['1_first'])
    await database.pool.query("INSERT INTO held VALUES (4, '[2026-01-01,2026-02-01)')")
    expect((await database.pool.query('SELECT plot, unaccent($1) AS plain FROM held', ['Lạng'])).rows).toEqual([
      { plot: 8, plain: 'Lang' },
    ])
    await expect(database.pool.query("INSERT INTO held VALUES (4, '[2026-01-15,2026-03-01)')")).rejects.toMatchObject({
      code: '23P01',
    })

    write('2_second', 'CREATE TABLE half (a int); SELECT 1 / 0;')
    await expect(applyMigrations(database, { migrations })).rejects.toThrow(/division by zero/)
    expect((await database.pool.query("SELECT to_regclass('half') AS found")).rows).toEqual([{ found: null }])
    write('2_second', 'CREATE TABLE half (a int);')
    expect(await applyMigrations(database, { migrations })).toEqual(['2_second'])
  })

  it('finds the template migrated, with the reference data', async () => {
    const database = await freshDatabase(kind)
    closing.push(() => database.close())
    expect(await applyMigrations(database)).toEqual([])
    expect(await database.prisma.procedure.count()).toBeGreaterThan(0)
  })

  it('speaks UTC', async () => {
    const database = await emptied(kind)
    const { rows } = await database.pool.query("SELECT current_setting('TimeZone') AS zone")
    expect(rows).toEqual([{ zone: 'UTC' }])
  })
})

it('waits on a server while another process migrates', async () => {
  const database = await emptied('server')
  const other = await database.pool.connect()
  await other.query('SELECT pg_advisory_lock($1)', [migrationLock])
  const applying = applyMigrations(database)
  const waiting = async () =>
    (await other.query("SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")).rows[0].n
  await expect.poll(waiting, { timeout: 60_000 }).toBe(1)
  expect((await other.query(`SELECT to_regclass('"Plot"') AS found`)).rows).toEqual([{ found: null }])
  await other.query('SELECT pg_advisory_unlock($1)', [migrationLock])
  other.release()
  expect((await applying).length).toBeGreaterThanOrEqual(2)
})
