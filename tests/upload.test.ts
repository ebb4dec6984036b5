// Files that come piece by piece: resumed, checked, kept with their versions, and in the way of sending until they are.
import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { attachDocument } from '~/commands/interest/attach-document.server'
import { beginUpload } from '~/commands/interest/begin-upload.server'
import { dropUpload } from '~/commands/interest/drop-upload.server'
import { receivePiece } from '~/commands/interest/receive-piece.server'
import { removeDocument } from '~/commands/interest/remove-document.server'
import { submitInterest } from '~/commands/interest/submit-interest.server'
import { sweepUploads } from '~/commands/interest/sweep-uploads.server'
import { SYSTEM } from '~/domain/party/permission'
import { db } from '~/infra/db.server'
import { readFileBytes } from '~/infra/files.server'
import { partialPath } from '~/infra/partial-files.server'
import type { Ctx } from '~/infra/transact.server'
import { sweepAbandonedUploads } from '~/jobs/abandoned-uploads'
import { myCase } from '~/queries/case/my-case.server'
import { officeCase } from '~/queries/case/office-case.server'
import { draftPage } from '~/queries/interest/draft-page.server'
import { uploadStanding } from '~/queries/interest/upload-standing.server'
import { aPdf, makeDraft, makeForm } from '../prisma/seed/factories'
import { type CaseLine, caseLine, codeOf, day } from './case-line'
import { describeDatabases } from './database'

const TODAY = '2026-11-16'
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const PDF = Buffer.concat([aPdf('Resumed'), Buffer.alloc(200_000, ' ')])

describeDatabases('files piece by piece', (open) => {
  let line: CaseLine
  let ctx: Ctx
  let interestId = ''
  const form = makeForm(day(TODAY))

  beforeAll(async () => {
    await open('demo')
    line = await caseLine()
    ctx = await line.as('investor.vn', TODAY)
    const plot = await db().plot.findFirstOrThrow({
      where: { commercial: 'offered', publication: 'published' },
      include: { zone: true },
    })
    interestId = await makeDraft(db(), {
      organizationId: ctx.actor.organizations[0]?.id ?? '',
      createdById: ctx.actor.personId ?? '',
      zoneCode: plot.zone.code,
      plotCodes: [plot.code],
      form,
      at: ctx.now,
    })
  })

  const begin = async (fileName: string, sizeBytes: number, supersedesId: string | null = null) => {
    const begun = await beginUpload(ctx, { interestId, kind: 'legal_status', fileName, sizeBytes, supersedesId })
    if (!begun.ok) throw new Error(begun.refusal.code)
    return begun.value.id
  }
  const piece = (uploadId: string, offset: number, bytes: Uint8Array, digest: string | null = null, who = ctx) =>
    receivePiece(who, { interestId, uploadId, offset, bytes, sha256: digest })
  const version = async () => (await db().interest.findUniqueOrThrow({ where: { id: interestId } })).version
  const submit = async () => submitInterest(ctx, { interestId, version: await version(), form })

  it('goes on after a broken connection from what arrived, and keeps the very bytes', async () => {
    const id = await begin('Dieu le.pdf', PDF.length)
    expect(await piece(id, 0, PDF.subarray(0, 70_000))).toMatchObject({
      value: { state: 'uploading', receivedBytes: 70_000 },
    })
    // The answer was lost and the sender sends it again, and one that leaves a gap: neither changes anything.
    for (const offset of [0, 140_000]) {
      expect(await piece(id, offset, PDF.subarray(offset, offset + 10))).toMatchObject({
        refusal: { code: 'upload-offset', values: { received: 70_000 } },
      })
    }
    // The same piece twice at once: one counts.
    const twice = await Promise.all([1, 2].map(() => piece(id, 70_000, PDF.subarray(70_000, 140_000))))
    expect(twice.map(codeOf).sort()).toEqual(['ok', 'upload-offset'])
    expect(codeOf(await submit())).toBe('upload-open')
    expect(await draftPage(ctx, interestId)).toMatchObject({
      value: { uploads: [{ id, state: 'uploading', receivedBytes: 140_000, sizeBytes: PDF.length }] },
    })
    expect(await uploadStanding(ctx, { interestId, uploadId: id })).toMatchObject({ value: { receivedBytes: 140_000 } })
    const last = await piece(id, 140_000, PDF.subarray(140_000), sha256(PDF))
    expect(last).toMatchObject({ value: { state: 'kept', receivedBytes: PDF.length } })
    const document = await db().document.findFirstOrThrow({ where: { interestId, fileName: 'Dieu le.pdf' } })
    expect(document).toMatchObject({ sha256: sha256(PDF), mediaType: 'application/pdf', kind: 'legal_status' })
    expect(sha256(await readFileBytes(document.storageKey))).toBe(sha256(PDF))
    expect(existsSync(partialPath(id))).toBe(false)
    // Its last answer was lost too: asked again, it says that it is kept, and there is one document.
    expect(await uploadStanding(ctx, { interestId, uploadId: id })).toMatchObject({ value: { state: 'kept' } })
    expect(await db().document.count({ where: { interestId, fileName: 'Dieu le.pdf' } })).toBe(1)
  })

  it('is checked once where two last pieces meet, and again where the process ended in between', async () => {
    const id = await begin('Hai lan.pdf', PDF.length)
    for (let at = 0; at < PDF.length; at += 150_000) {
      await db().upload.update({ where: { id }, data: { receivedBytes: at } })
      await piece(id, at, PDF.subarray(at, at + 150_000))
    }
    const document = await db().document.findFirstOrThrow({ where: { interestId, fileName: 'Hai lan.pdf' } })
    await removeDocument(ctx, { interestId, documentId: document.id })
    const again = await begin('Hai lan.pdf', PDF.length)
    await piece(again, 0, PDF.subarray(0, PDF.length - 1))
    await piece(again, PDF.length - 1, PDF.subarray(PDF.length - 1))
    expect(await db().document.count({ where: { interestId, fileName: 'Hai lan.pdf' } })).toBe(1)
    // Killed after all bytes came: the row waits in checking, its bytes are there.
    const killed = await begin('Dang kiem tra.pdf', PDF.length)
    await piece(killed, 0, PDF.subarray(0, PDF.length - 4))
    await writeFile(partialPath(killed), PDF)
    await db().upload.update({ where: { id: killed }, data: { receivedBytes: PDF.length, state: 'checking' } })
    expect(codeOf(await submit())).toBe('upload-open')
    const both = await Promise.all([1, 2].map(() => piece(killed, PDF.length, Buffer.alloc(0))))
    expect(both.map((one) => one.ok && one.value.state)).toContain('kept')
    expect(await db().document.count({ where: { interestId, fileName: 'Dang kiem tra.pdf' } })).toBe(1)
    expect(await db().upload.findUnique({ where: { id: killed } })).toMatchObject({ state: 'kept' })
  })

  it('fails with its reason, stands in the way of sending, and is taken away', async () => {
    const text = Buffer.from('not a pdf at all, whatever its name says')
    const wrongType = await begin('Gia.pdf', text.length)
    expect(await piece(wrongType, 0, text)).toMatchObject({
      value: { state: 'failed', failure: { code: 'wrong-type', values: { file: 'Gia.pdf' } } },
    })
    expect(existsSync(partialPath(wrongType))).toBe(false)
    expect(codeOf(await piece(wrongType, text.length, Buffer.alloc(0)))).toBe('wrong-type')
    const differs = await begin('Khac.pdf', PDF.length)
    expect(await piece(differs, 0, PDF, 'a'.repeat(64))).toMatchObject({
      value: { state: 'failed', failure: { code: 'digest-differs' } },
    })
    expect(codeOf(await submit())).toBe('upload-open')
    for (const uploadId of [wrongType, differs]) {
      expect(codeOf(await dropUpload(ctx, { interestId, uploadId }))).toBe('ok')
      expect(codeOf(await dropUpload(ctx, { interestId, uploadId }))).toBe('not-found')
    }
    const refused = [
      ['a.exe', 10],
      ['a.pdf', 0],
      ['a.pdf', 21 * 1024 * 1024],
    ] as const
    const codes = await Promise.all(
      refused.map(([fileName, sizeBytes]) =>
        beginUpload(ctx, { interestId, kind: 'other', fileName, sizeBytes, supersedesId: null }),
      ),
    )
    expect(codes.map(codeOf)).toEqual(['wrong-type', 'file-empty', 'too-large'])
  })

  it('is given up after a day, at once when read and by the sweep', async () => {
    const id = await begin('Bo do.pdf', PDF.length)
    await piece(id, 0, PDF.subarray(0, 1000))
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 25 * 3_600_000) }
    expect(await draftPage(later, interestId)).toMatchObject({
      value: { uploads: [{ id, state: 'failed', failure: { code: 'upload-expired' } }] },
    })
    expect(codeOf(await piece(id, 1000, PDF.subarray(1000, 2000), null, later))).toBe('upload-expired')
    expect(codeOf(await sweepUploads(later))).toBe('not-allowed')
    expect(await sweepAbandonedUploads(new Date(ctx.now.getTime() + 23 * 3_600_000))).toBe(0)
    expect(await sweepAbandonedUploads(later.now)).toBeGreaterThan(0)
    expect(await sweepUploads({ actor: SYSTEM, now: later.now })).toEqual({ ok: true, value: 0 })
    expect(existsSync(partialPath(id))).toBe(false)
    expect(await db().upload.findMany({ where: { interestId } })).toMatchObject([{ id, state: 'failed' }])
    expect(codeOf(await dropUpload(ctx, { interestId, uploadId: id }))).toBe('ok')
  })

  it("is nobody else's business", async () => {
    const id = await begin('Rieng.pdf', PDF.length)
    const stranger = await line.as('investor.cn', TODAY)
    const officer = await line.as('officer', TODAY)
    for (const [who, code] of [
      [stranger, 'not-found'],
      [officer, 'not-allowed'],
    ] as const) {
      expect(codeOf(await piece(id, 0, PDF.subarray(0, 10), null, who))).toBe(code)
      expect(codeOf(await uploadStanding(who, { interestId, uploadId: id }))).toBe(code)
      expect(codeOf(await dropUpload(who, { interestId, uploadId: id }))).toBe(code)
      const mine = { interestId, kind: 'other' as const, fileName: 'a.pdf', sizeBytes: 1, supersedesId: null }
      expect(codeOf(await beginUpload(who, mine))).toBe(code)
    }
    expect(codeOf(await uploadStanding(ctx, { interestId, uploadId: randomUUID() }))).toBe('not-found')
    expect(codeOf(await uploadStanding(ctx, { interestId, uploadId: 'x' }))).toBe('not-found')
    expect(codeOf(await dropUpload(ctx, { interestId, uploadId: id }))).toBe('ok')
  })

  it('keeps versions, readable on both sides of the case, and freezes them with the rest', async () => {
    const [first] = await db().document.findMany({ where: { interestId, fileName: 'Dieu le.pdf' } })
    const firstId = first?.id ?? ''
    const second = aPdf('Second')
    const upload = await begin('Dieu le moi.pdf', second.length, firstId)
    expect(await piece(upload, 0, second, sha256(second))).toMatchObject({ value: { state: 'kept' } })
    const temporaryPath = path.join(tmpdir(), randomUUID())
    await writeFile(temporaryPath, second)
    const whole = { field: 'files', mediaType: 'application/pdf', sizeBytes: 9, sha256: 'b'.repeat(64), temporaryPath }
    const third = { interestId, kind: 'other' as const, uploads: [{ ...whole, fileName: 'Dieu le 3.pdf' }] }
    // The first was followed already; the second is the one to follow.
    expect(codeOf(await attachDocument(ctx, { ...third, supersedesId: firstId }))).toBe('state-forbids')
    expect(codeOf(await attachDocument(ctx, { ...third, supersedesId: randomUUID() }))).toBe('not-found')
    const { id: secondId } = await db().document.findFirstOrThrow({ where: { supersedesId: firstId } })
    expect(codeOf(await attachDocument(ctx, { ...third, supersedesId: secondId }))).toBe('ok')
    expect(codeOf(await removeDocument(ctx, { interestId, documentId: firstId }))).toBe('state-forbids')
    const page = await draftPage(ctx, interestId)
    const shown = page.ok ? page.value.documents.find(({ fileName }) => fileName === 'Dieu le 3.pdf') : null
    expect(shown).toMatchObject({ kind: 'legal_status', earlier: [{ id: secondId }, { id: firstId }] })
    const sent = await submit()
    expect(codeOf(sent)).toBe('ok')
    const number = sent.ok ? sent.value.number : ''
    const versions = { fileName: 'Dieu le 3.pdf', earlier: [{ id: secondId }, { id: firstId }] }
    const mine = await myCase(ctx, number)
    expect(mine.ok && mine.value.documents.find(({ fileName }) => fileName === 'Dieu le 3.pdf')).toMatchObject(versions)
    const theirs = await officeCase(await line.as('intake', TODAY), number)
    const read = theirs.ok && 'documents' in theirs.value ? theirs.value.documents : []
    expect(read.find(({ fileName }) => fileName === 'Dieu le 3.pdf')).toMatchObject(versions)
    const late = { interestId, kind: 'other' as const, fileName: 'a.pdf', sizeBytes: 1, supersedesId: null }
    expect(codeOf(await beginUpload(ctx, late))).toBe('state-forbids')
  })
})
