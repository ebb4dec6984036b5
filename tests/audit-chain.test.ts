import { expect, it, vi } from 'vitest'
import { VISITOR } from '~/domain/party/permission'
import { ok, refuse } from '~/domain/verdict'
import { sealAudit, verifyAudit } from '~/infra/audit-chain.server'
import { transact } from '~/infra/transact.server'
import { describeDatabases } from './database'

// Starting PGlite is slow on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const ctx = { actor: VISITOR, now: new Date('2026-03-02T03:00:00Z') }
const note = (subject: string, refused = false) =>
  transact(ctx, async (t) => {
    const detail = { zeta: 1, alpha: { c: [1, { y: 2, x: 1 }], b: 'đỏ' } }
    await t.audit({ act: 'test.note', subject: { kind: 'test', id: subject }, detail })
    return refused ? refuse('conflict') : ok(true)
  })

describeDatabases('the chain of the record', (open) => {
  it('seals each committed entry once, by whichever process, and finds what was changed behind its back', async () => {
    const { prisma, pool } = await open()
    await Promise.all(Array.from({ length: 30 }, (_, index) => note(String(index), index % 5 === 0)))
    const sealed = await Promise.all([sealAudit(), sealAudit(), sealAudit()])
    expect(sealed.reduce((sum, one) => sum + one)).toBe(24)
    await note('late')
    expect(await verifyAudit()).toEqual({ links: 24, unsealed: 1, erased: 0, fault: null })
    expect(await sealAudit()).toBe(1)

    const seals = await prisma.auditSeal.findMany({ orderBy: { position: 'asc' } })
    const [first, , third, fourth, last] = [0, 1, 2, 3, 24].map((index) => seals[index]?.auditId ?? 0n)
    // Retention erases a detail: the chain holds.
    await prisma.auditDetail.delete({ where: { auditId: first } })
    expect(await verifyAudit()).toEqual({ links: 25, unsealed: 0, erased: 1, fault: null })
    await expect(prisma.auditSeal.deleteMany()).rejects.toThrow(/its rows are kept as they are/)

    const behind = async (...statements: string[]) => {
      await pool.query(`ALTER TABLE "AuditEntry" DISABLE TRIGGER USER; ALTER TABLE "AuditDetail" DISABLE TRIGGER USER;
        ALTER TABLE "AuditSeal" DISABLE TRIGGER USER; ${statements.join(';')}`)
    }
    const faultNow = async () => (await verifyAudit()).fault
    const remove = (id: bigint | undefined) =>
      ['AuditSeal', 'AuditDetail'].map((table) => `DELETE FROM "${table}" WHERE "auditId" = ${id}`)
    await behind(...remove(last), `DELETE FROM "AuditEntry" WHERE id = ${last}`)
    // The newest entry with its seal: nothing after it can tell, but for the backup; the rest still holds.
    expect(await faultNow()).toBeNull()
    await behind(`UPDATE "AuditDetail" SET body = '{}' WHERE "auditId" = ${fourth}`)
    expect(await faultNow()).toEqual({ position: 4, auditId: String(fourth), what: 'detail' })
    await behind(`UPDATE "AuditEntry" SET act = 'test.other' WHERE id = ${third}`)
    expect(await faultNow()).toEqual({ position: 3, auditId: String(third), what: 'entry' })
    await behind(...remove(third), `DELETE FROM "AuditEntry" WHERE id = ${third}`)
    expect(await faultNow()).toEqual({ position: 4, auditId: String(fourth), what: 'gap' })
  })
})
