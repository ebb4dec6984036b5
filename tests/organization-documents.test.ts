import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { removeDocument } from '~/commands/interest/remove-document.server'
import { reuseDocuments } from '~/commands/interest/reuse-documents.server'
import { submitInterest } from '~/commands/interest/submit-interest.server'
import { keepDocument } from '~/commands/party/keep-document.server'
import { retireDocument } from '~/commands/party/retire-document.server'
import { addDays, type Day, dayInVietnam, dayToDate } from '~/domain/time/day'
import { db } from '~/infra/db.server'
import type { Ctx } from '~/infra/transact.server'
import type { Upload } from '~/infra/upload.server'
import { keptFile } from '~/queries/case/kept-file.server'
import { myCase } from '~/queries/case/my-case.server'
import { officeCase } from '~/queries/case/office-case.server'
import { draftPage } from '~/queries/interest/draft-page.server'
import { keptDocuments } from '~/queries/interest/kept-documents.server'
import { organizationDocuments } from '~/queries/party/organization-documents.server'
import { makeDraft, makeForm } from '../prisma/seed/factories'
import { type CaseLine, caseLine, codeOf, morning } from './case-line'
import { describeDatabases } from './database'

const DAY = '2026-11-16'
const TODAY = DAY as Day

async function aFile(fileName: string): Promise<Upload> {
  const temporaryPath = path.join(tmpdir(), `cot-moc-${randomUUID()}`)
  await writeFile(temporaryPath, '%PDF-1.4')
  const file = { field: 'files', mediaType: 'application/pdf', sizeBytes: 8, sha256: 'b'.repeat(64) }
  return { ...file, fileName, temporaryPath }
}

describeDatabases('documents of an organisation', (open) => {
  let line: CaseLine
  let organizationId = ''
  let owner: Ctx
  const keep = async (fileName: string, validUntil: Day | null, ctx = owner) =>
    keepDocument(ctx, { organizationId, kind: 'legal_status', validUntil, uploads: [await aFile(fileName)] })
  const idOf = (verdict: { ok: boolean; value?: unknown }) => (verdict.ok ? String(verdict.value) : '')
  async function aDraft(): Promise<string> {
    const plot = await db().plot.findFirstOrThrow({
      where: { publication: 'published', commercial: 'offered' },
      include: { zone: true },
      orderBy: { code: 'asc' },
    })
    const form = makeForm(TODAY)
    const createdById = owner.actor.personId ?? ''
    const draft = { organizationId, createdById, zoneCode: plot.zone.code, plotCodes: [plot.code], form, at: owner.now }
    const id = await makeDraft(db(), draft)
    await db().document.deleteMany({ where: { interestId: id } })
    return id
  }
  const versionOf = async (id: string) => (await db().interest.findUniqueOrThrow({ where: { id } })).version
  const submit = async (id: string, ctx = owner) =>
    submitInterest(ctx, { interestId: id, version: await versionOf(id), form: makeForm(dayInVietnam(ctx.now)) })

  beforeAll(async () => {
    await open('demo')
    line = await caseLine()
    owner = await line.as('investor.vn', DAY)
    organizationId = owner.actor.organizations[0]?.id ?? ''
  })

  it('keeps a document once and uses it in many cases, each by its validity', async () => {
    expect(codeOf(await keep('A.pdf', null, await line.as('investor.cn', DAY)))).toBe('not-found')
    expect(codeOf(await keep('A.pdf', addDays(TODAY, -1)))).toBe('day-past')
    expect(codeOf(await keepDocument(owner, { organizationId, kind: 'other', validUntil: null, uploads: [] }))).toBe(
      'file-missing',
    )
    const lasting = idOf(await keep('Giay phep.pdf', null))
    const short = idOf(await keep('So du.pdf', addDays(TODAY, 1)))
    const [first, second] = [await aDraft(), await aDraft()]
    // A stranger's document, a mandate, another organisation's draft: refused.
    const foreign = await db().document.findFirstOrThrow({
      where: { organizationId: { not: organizationId }, kind: 'mandate' },
    })
    const use = (interestId: string, documentIds: string[], ctx = owner) =>
      reuseDocuments(ctx, { interestId, documentIds })
    expect(codeOf(await use(first, [foreign.id]))).toBe('not-a-choice')
    expect(codeOf(await use(first, [lasting], await line.as('investor.cn', DAY)))).toBe('not-found')
    for (const id of [first, second]) expect(codeOf(await use(id, [lasting, short]))).toBe('ok')
    expect(codeOf(await use(first, [lasting]))).toBe('ok')
    expect(await db().documentUse.count({ where: { documentId: lasting } })).toBe(2)
    const draft = await draftPage(owner, first)
    expect(draft.ok && draft.value.documents.map(({ fileName }) => fileName)).toEqual(['Giay phep.pdf', 'So du.pdf'])
    // The first is sent while both hold; for the second a day has passed.
    const sent = await submit(first)
    const number = sent.ok ? sent.value.number : ''
    expect(codeOf(sent)).toBe('ok')
    const later: Ctx = { ...owner, now: morning('2026-11-18') }
    expect(codeOf(await submit(second, later))).toBe('document-expired')
    expect((await keptDocuments(later, second)).used).toMatchObject([
      { fileName: 'So du.pdf', expired: true },
      { fileName: 'Giay phep.pdf', expired: false },
    ])
    expect(codeOf(await use(second, [short], later))).toBe('document-expired')
    expect(codeOf(await removeDocument(later, { interestId: second, documentId: short }))).toBe('ok')
    expect(await db().document.count({ where: { id: short } })).toBe(1)
    expect(codeOf(await submit(second, later))).toBe('ok')
    // Both sides of the case see it, and that it has run out since; nobody else does.
    const mine = await myCase(later, number)
    expect(mine.ok && mine.value.documents).toMatchObject([
      { id: lasting, expired: false },
      { id: short, expired: true, validUntil: '2026-11-17' },
    ])
    const office = await officeCase(await line.as('intake', '2026-11-18'), number)
    expect(office.ok && office.value.documents.map(({ id, expired }) => [id, expired])).toEqual([
      [lasting, false],
      [short, true],
    ])
    const seen = async (who: string) => codeOf(await keptFile(await line.as(who, '2026-11-18'), short))
    expect([await seen('investor.vn'), await seen('officer'), await seen('auditor')]).toEqual(['ok', 'ok', 'ok'])
    expect([await seen('investor.cn'), await seen('developer.huulung'), await seen('agency.env')]).toEqual(
      Array(3).fill('not-found'),
    )
    const unused = idOf(await keep('Khac.pdf', null))
    expect(codeOf(await keptFile(await line.as('officer', DAY), unused))).toBe('not-found')
  })

  it('puts away what was used and deletes what never was', async () => {
    const list = await organizationDocuments(owner, organizationId)
    const idNamed = (name: string) =>
      (list.ok ? list.value.documents : []).find(({ fileName }) => fileName === name)?.id ?? ''
    const retire = (documentId: string, ctx = owner) => retireDocument(ctx, { organizationId, documentId })
    expect(codeOf(await retire(idNamed('Khac.pdf'), await line.as('investor.cn', DAY)))).toBe('not-found')
    expect(await retire(idNamed('Khac.pdf'))).toEqual({ ok: true, value: { gone: true } })
    expect(await retire(idNamed('Giay phep.pdf'))).toEqual({ ok: true, value: { gone: false } })
    expect(codeOf(await retire(idNamed('Giay phep.pdf')))).toBe('state-forbids')
    expect(codeOf(await keptFile(await line.as('officer', DAY), idNamed('Giay phep.pdf')))).toBe('ok')
    const draft = await aDraft()
    expect(codeOf(await reuseDocuments(owner, { interestId: draft, documentIds: [idNamed('Giay phep.pdf')] }))).toBe(
      'not-a-choice',
    )
    expect((await keptDocuments(owner, draft)).others.map(({ fileName }) => fileName)).not.toContain('Giay phep.pdf')
    // The other organisation's agent sees its own mandate there, an investor of another one nothing at all.
    const agent = await line.as('agent', DAY)
    const theirs = await organizationDocuments(agent, agent.actor.organizations[0]?.id ?? '')
    expect(theirs.ok && theirs.value.documents.map(({ kind }) => kind)).toContain('mandate')
    expect(codeOf(await organizationDocuments(agent, organizationId))).toBe('not-found')
    const mandate = await db().document.findFirstOrThrow({ where: { kind: 'mandate' } })
    const cn = await line.as('investor.cn', DAY)
    expect(
      codeOf(await retireDocument(cn, { organizationId: mandate.organizationId ?? '', documentId: mandate.id })),
    ).toBe('state-forbids')
    expect(mandate.validUntil).toEqual(dayToDate(addDays('2026-10-01' as Day, -60 + 365)))
  })
})
