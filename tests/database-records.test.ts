import { expect, it, vi } from 'vitest'
import { VISITOR } from '~/domain/party/permission'
import { ok } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { transact } from '~/infra/transact.server'
import { describeDatabases } from './database'

// As it runs for people: what guards only developers would leave them waiting.
vi.mock('~/infra/env.server', async (original) => {
  const env = await original<typeof import('~/infra/env.server')>()
  return { ...env, settings: () => ({ ...env.settings(), NODE_ENV: 'production' }) }
})

// Starting PGlite is slow on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

describeDatabases('the records the database keeps', (open) => {
  it('refuses to change, delete or empty the audit record, and lets a detail be erased but not rewritten', async () => {
    const { prisma } = await open()
    const { id } = await prisma.auditEntry.create({
      data: {
        at: new Date('2026-03-02T01:00:00Z'),
        actorRole: 'system',
        act: 'test',
        subjectKind: 'test',
        subjectId: '1',
        digest: '0',
        detail: { create: { actorName: 'somebody', body: {} } },
      },
    })
    const refused = /its rows are kept as they are/
    await expect(prisma.auditEntry.update({ where: { id }, data: { act: 'other' } })).rejects.toThrow(refused)
    await expect(prisma.$executeRaw`TRUNCATE "AuditEntry" CASCADE`).rejects.toThrow(refused)
    await expect(prisma.auditDetail.update({ where: { auditId: id }, data: { actorName: 'x' } })).rejects.toThrow(
      refused,
    )
    await prisma.auditDetail.delete({ where: { auditId: id } })
    await expect(prisma.auditEntry.delete({ where: { id } })).rejects.toThrow(refused)
    expect(await prisma.auditEntry.findUniqueOrThrow({ where: { id } })).toMatchObject({ act: 'test' })
  })

  it('refuses a transaction inside another, in production too, and goes on', async () => {
    await open()
    const ctx = { actor: VISITOR, now: new Date('2026-03-02T01:00:00Z') }
    const inner = () => transact(ctx, async () => ok('inner'))
    await expect(transact(ctx, inner)).rejects.toThrow('Inside a transaction')
    await expect(transact(ctx, async () => ok(await db().rateLimit.count()))).rejects.toThrow('Inside a transaction')
    // Beside each other, from one request even, they take their turns.
    expect(await Promise.all([inner(), inner(), inner()])).toEqual(Array(3).fill(ok('inner')))
    expect(await db().rateLimit.count()).toBe(0)
  })

  it('counts 200 parallel increments through Prisma exactly', async () => {
    const { prisma } = await open()
    await prisma.rateLimit.create({ data: { key: 'k' } })
    await Promise.all(
      Array.from({ length: 200 }, () =>
        prisma.$transaction(async (tx) => {
          await tx.$queryRaw`SELECT points FROM "rate_limit" WHERE key = 'k' FOR UPDATE`
          const { points } = await tx.rateLimit.findUniqueOrThrow({ where: { key: 'k' } })
          await tx.rateLimit.update({ where: { key: 'k' }, data: { points: points + 1 } })
        }),
      ),
    )
    expect(await prisma.rateLimit.findUnique({ where: { key: 'k' } })).toMatchObject({ points: 200 })
  })

  it('keeps a day and an instant as they are', async () => {
    const { prisma, pool } = await open()
    const at = new Date('2026-03-02T17:30:00.123Z')
    const entry = await prisma.auditEntry.create({
      data: { at, actorRole: 'system', act: 'test', subjectKind: 'test', subjectId: '2', digest: '0' },
    })
    expect((await prisma.auditEntry.findUniqueOrThrow({ where: { id: entry.id } })).at).toEqual(at)
    const { rows } = await pool.query('SELECT at::text AS at FROM "AuditEntry" WHERE id = $1', [entry.id])
    expect(rows).toEqual([{ at: '2026-03-02 17:30:00.123+00' }])
  })
})
