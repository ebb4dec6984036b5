import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { answerSupplement } from '~/commands/case/answer-supplement.server'
import { countersignSupplement } from '~/commands/case/countersign-supplement.server'
import { requestSupplement, type SupplementInput } from '~/commands/case/request-supplement.server'
import { reuseDocuments } from '~/commands/interest/reuse-documents.server'
import { SIGNER_TITLES } from '~/domain/party/office'
import type { Day } from '~/domain/time/day'
import { findCase } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import type { Upload } from '~/infra/upload.server'
import { keptFile } from '~/queries/case/kept-file.server'
import { myCase } from '~/queries/case/my-case.server'
import { officeCase } from '~/queries/case/office-case.server'
import { standingForm } from '~/queries/case/standing-form.server'
import { answerChoices, supplementChoices, supplementToCountersign } from '~/queries/case/supplement-form.server'
import { keptDocuments } from '~/queries/interest/kept-documents.server'
import { organizationDocuments } from '~/queries/party/organization-documents.server'
import { demoEmail, makeDraft, makeForm } from '../prisma/seed/factories'
import { type CaseLine, caseLine, codeOf, versionOf } from './case-line'
import { describeDatabases } from './database'

const row = (fileName: string) => ({
  fileName,
  mediaType: 'application/pdf',
  sizeBytes: 8,
  sha256: '0'.repeat(64),
  storageKey: `tests/${fileName}`,
})
const aFile = async (field: string, fileName: string): Promise<Upload> => {
  const temporaryPath = path.join(await mkdtemp(path.join(tmpdir(), 'answer-')), 'x')
  await writeFile(temporaryPath, '%PDF-1.7')
  return { ...row(fileName), field, temporaryPath }
}

describeDatabases('requests for a supplement', (open) => {
  let line: CaseLine
  beforeAll(async () => {
    await open('demo')
    line = await caseLine()
  })
  const item = (what: string, own: Partial<SupplementInput['items'][number]> = {}) => {
    return { type: 'document' as const, what, why: null, about: null, again: null, ...own }
  }
  const ask = async (number: string, on: string, own: Partial<SupplementInput>) =>
    requestSupplement(await line.as('officer', on), {
      number,
      version: await versionOf(number),
      items: [item('Thuyết minh công nghệ')],
      reason: 'Chưa đủ căn cứ',
      ...own,
    })
  const countersign = async (
    who: string,
    number: string,
    on: string,
    verdict: 'send' | 'hold_back',
    text: string | null,
  ) => countersignSupplement(await line.as(who, on), { number, version: await versionOf(number), verdict, text })
  const answer = async (number: string, on: string) =>
    answerSupplement(await line.as('investor.vn', on), { number, answer: 'Đã bổ sung', uploads: [] })
  const outside = async (number: string) => [
    await db().letter.count({ where: { case: { number }, kind: 'supplement_request' } }),
    await db().outbox.count({
      where: { kind: 'supplement_requested', toEmail: demoEmail('investor.vn'), text: { contains: number } },
    }),
  ]
  const pauses = async (number: string) =>
    (await findCase(number))?.clocks[0]?.segments.filter(({ counts }) => !counts).length

  it('leave once a stage; a second only with a reason and the head’s signature, and nothing before', async () => {
    const number = await line.submitted('HL-A1')
    await line.inAssessment(number)
    expect(codeOf(await ask(number, '2026-11-18', {}))).toBe('ok')
    expect(await outside(number)).toEqual([1, 1])
    expect(Object.keys((await standingForm(number, 'supplement')) ?? {})).toContain('what1')
    expect(codeOf(await answer(number, '2026-11-19'))).toBe('ok')
    // What was answered does not stand in the way of a form that is late for another reason.
    expect(Object.keys((await standingForm(number, 'supplement')) ?? {})).toEqual(['version'])

    const second = await ask(number, '2026-11-20', { items: [item('Hợp đồng nguyên tắc')] })
    expect(!second.ok && second.refusal).toMatchObject({ code: 'required', field: 'secondReason' })
    const again = { secondReason: 'Phát sinh từ ý kiến của Sở Công Thương' }
    const accepted = await ask(number, '2026-11-20', { ...again, items: [item('thuyết minh CÔNG NGHỆ')] })
    expect(!accepted.ok && accepted.refusal).toMatchObject({ code: 'asked-again', field: 'again1' })
    const choices = await supplementChoices(await line.as('officer', '2026-11-20'), number)
    expect(choices?.second).toBe(true)
    const form = choices?.about.find(({ accepted: was, key }) => was && key === 'INV-00.1')
    const paper = await ask(number, '2026-11-20', {
      ...again,
      items: [item('Bảng nhu cầu mới', { about: form?.key ?? '' })],
    })
    expect(!paper.ok && paper.refusal.code).toBe('asked-again')
    const why = { about: form?.key ?? '', again: 'Quy mô dự án đã đổi' }
    const proposed = await ask(number, '2026-11-20', { ...again, items: [item('Bảng nhu cầu mới', why)] })
    expect(proposed.ok && proposed.value.sent).toBe(false)

    // Proposed: nothing left, the clock runs, the investor sees nothing, and another cannot be proposed beside it.
    expect(await outside(number)).toEqual([1, 1])
    expect(await pauses(number)).toBe(1)
    expect((await findCase(number))?.state).toBe('in_assessment')
    const seen = await myCase(await line.as('investor.vn', '2026-11-20'), number)
    expect(seen.ok && [seen.value.open, seen.value.answered.length]).toEqual([null, 1])
    expect(codeOf(await ask(number, '2026-11-20', { ...again, items: [item('Khác')] }))).toBe('countersign-waits')
    const actions = async (who: string) => {
      const page = await officeCase(await line.as(who, '2026-11-20'), number)
      return page.ok ? page.value.actions.filter(({ whyNot }) => whyNot === null).map(({ action }) => action) : []
    }
    expect(await actions('head')).toContain('countersign')
    expect(await actions('officer')).not.toContain('countersign')
    expect(codeOf(await answer(number, '2026-11-20'))).toBe('state-forbids')

    expect(codeOf(await countersign('officer', number, '2026-11-20', 'send', null))).toBe('not-allowed')
    expect(codeOf(await countersign('director', number, '2026-11-20', 'send', null))).toBe('not-allowed')
    expect(codeOf(await countersign('head', number, '2026-11-20', 'hold_back', null))).toBe('required')
    expect((await supplementToCountersign(number))?.items[0]).toMatchObject(why)
    expect(codeOf(await countersign('head', number, '2026-11-20', 'send', null))).toBe('ok')
    expect(await outside(number)).toEqual([2, 2])
    expect(await pauses(number)).toBe(2)
    const letters = await db().letter.findMany({ where: { case: { number } }, orderBy: { createdAt: 'asc' } })
    const head = await line.as('head', '2026-11-20')
    expect(letters.at(-1)?.data).toMatchObject({
      first: false,
      signer: { name: head.actor.fullName, title: SIGNER_TITLES.head, for: { form: 'TL', of: SIGNER_TITLES.director } },
    })
    expect(letters.at(-2)?.data).toMatchObject({ first: true, items: [{ type: 'document' }] })
    expect(codeOf(await answer(number, '2026-11-23'))).toBe('ok')
    expect((await findCase(number))?.state).toBe('in_assessment')
  })

  it('are held back by the head with a word, and may then be proposed anew; each stage has its own', async () => {
    const number = await line.submitted('HL-A2')
    await line.inAssessment(number)
    expect(codeOf(await ask(number, '2026-11-18', {}))).toBe('ok')
    expect(codeOf(await answer(number, '2026-11-19'))).toBe('ok')
    const again = { items: [item('Phương án vốn', { type: 'explanation' as const })], secondReason: 'Chưa rõ' }
    expect(codeOf(await ask(number, '2026-11-19', again))).toBe('ok')
    expect(codeOf(await countersign('head', number, '2026-11-19', 'hold_back', 'Đã có trong hồ sơ'))).toBe('ok')
    expect(codeOf(await countersign('head', number, '2026-11-19', 'send', null))).toBe('state-forbids')
    expect(await outside(number)).toEqual([1, 1])
    const page = await officeCase(await line.as('auditor', '2026-11-19'), number)
    expect(page.ok && page.value.supplements.map(({ state }) => state)).toEqual(['held_back', 'answered'])
    expect(codeOf(await ask(number, '2026-11-20', again))).toBe('ok')
    const proposer = line.ids.get('head') ?? ''
    await db().supplement.updateMany({ where: { sentAt: null, refusedAt: null }, data: { requestedById: proposer } })
    expect(codeOf(await countersign('head', number, '2026-11-20', 'send', null))).toBe('proposer-signs')
  })

  it('are answered by new versions: each after the one it replaces, with the item it answers; what was accepted stays so', async () => {
    const number = await line.submitted('HL-A4')
    await line.inAssessment(number)
    const { id: caseId } = await db().caseFile.findUniqueOrThrow({ where: { number } })
    const first = await db().document.findFirstOrThrow({ where: { caseId } })
    const about = `document.${first.id}`
    const choices = await supplementChoices(await line.as('officer', '2026-11-18'), number)
    expect(choices?.about.find(({ key }) => key === about)).toMatchObject({ what: first.fileName, accepted: true })
    // A paper of a dossier that was received is asked for again only saying why.
    const bare = await ask(number, '2026-11-18', { items: [item('Bản vẽ', { about })] })
    expect(!bare.ok && bare.refusal).toMatchObject({ code: 'asked-again', field: 'again1' })
    const items = [item('Bản vẽ mặt bằng', { about, again: 'Sai tỷ lệ' }), item('Cam kết vốn')]
    expect(codeOf(await ask(number, '2026-11-18', { items }))).toBe('ok')
    const asked = await answerChoices(caseId)
    expect(asked.items.map(({ replaces }) => replaces)).toEqual([first.id, null])

    const send = async (uploads: Upload[], replaces: Record<number, string | null>) =>
      answerSupplement(await line.as('investor.vn', '2026-11-19'), { number, answer: 'Đã sửa', uploads, replaces })
    const other = await db().document.findFirstOrThrow({ where: { caseId: { not: caseId } } })
    for (const [uploads, replaces, code] of [
      [[], { 1: first.id }, 'file-missing'],
      [[await aFile('file1', 'a.pdf'), await aFile('file1', 'b.pdf')], { 1: first.id }, 'one-file'],
      [[await aFile('file2', 'a.pdf')], { 2: other.id }, 'not-a-choice'],
    ] as const) {
      expect(codeOf(await send([...uploads], replaces))).toBe(code)
    }
    const good = [
      await aFile('file1', 'ban-ve-2.pdf'),
      await aFile('file2', 'cam-ket.pdf'),
      await aFile('files', 'khac.pdf'),
    ]
    expect(codeOf(await send(good, { 1: first.id }))).toBe('ok')

    const page = await officeCase(await line.as('officer', '2026-11-19'), number)
    if (!page.ok) throw new Error(page.refusal.code)
    const shown = page.value.documents.find(({ fileName }) => fileName === 'ban-ve-2.pdf')
    const answered = { as: 'answer', on: '2026-11-18', what: 'Bản vẽ mặt bằng' }
    expect(shown).toMatchObject({
      kind: first.kind,
      accepted: answered,
      earlier: [{ id: first.id, accepted: { as: 'dossier', on: '2026-11-17' } }],
    })
    expect(page.value.supplements[0]?.items).toMatchObject([
      { files: [{ fileName: 'ban-ve-2.pdf', replaces: first.fileName }] },
      { files: [{ fileName: 'cam-ket.pdf', replaces: null }] },
    ])
    const mine = await myCase(await line.as('investor.vn', '2026-11-19'), number)
    expect(mine.ok && mine.value.documents.find(({ id }) => id === shown?.id)?.earlier).toMatchObject([
      { id: first.id },
    ])
    // What answered is accepted as well: neither the item nor its file is asked for anew without a word.
    const later = { secondReason: 'x', items: [item('Bản vẽ', { about: `document.${shown?.id}` })] }
    expect(codeOf(await ask(number, '2026-11-20', later))).toBe('asked-again')
  })

  it('give what the organisation keeps a new version in this case; other cases keep the one they were given', async () => {
    const vn = await line.as('investor.vn', '2026-11-19')
    const numbers = [await line.submitted('HL-A5'), await line.submitted('HL-A5')]
    const [one, two] = await Promise.all(
      numbers.map((number) => db().caseFile.findUniqueOrThrow({ where: { number } })),
    )
    if (!one || !two) throw new Error('no cases')
    const { organizationId } = one
    const at = { createdAt: new Date('2026-11-01T02:00:00Z') }
    const kept = await db().document.create({
      data: { ...row('so-du-1.pdf'), organizationId, kind: 'financial_capacity', ...at },
    })
    const usedById = vn.actor.personId ?? ''
    await db().documentUse.createMany({
      data: [one, two].map(({ id: caseId, interestId }) => ({
        documentId: kept.id,
        interestId,
        caseId,
        usedById,
        ...at,
      })),
    })
    for (const number of numbers) await line.inAssessment(number)
    const about = `document.${kept.id}`
    const answerWith = async (number: string, fileName: string, until: string | null) => {
      expect(codeOf(await ask(number, '2026-11-18', { items: [item('Số dư', { about })] }))).toBe('asked-again')
      const items = [item('Số dư mới', { about, again: 'Hết hạn' })]
      expect(codeOf(await ask(number, '2026-11-18', { items }))).toBe('ok')
      const { id } = await db().caseFile.findUniqueOrThrow({ where: { number } })
      const choices = await answerChoices(id)
      expect(choices.items.map(({ replaces }) => replaces)).toEqual([kept.id])
      expect(choices.documents.find(({ id: of }) => of === kept.id)).toMatchObject({ kept: true, version: 1 })
      const send = async (last: string | null) =>
        answerSupplement(vn, {
          number,
          answer: 'Đã gửi',
          uploads: [await aFile('file1', fileName)],
          replaces: { 1: kept.id },
          until: { 1: last as Day | null },
        })
      const past = await send('2026-11-18')
      expect(!past.ok && past.refusal).toMatchObject({ code: 'day-past', field: 'until1' })
      expect(codeOf(await send(until))).toBe('ok')
    }
    const namesIn = async (number: string) => {
      const page = await myCase(vn, number)
      const found = page.ok ? page.value.documents : []
      const mine = found.find((one) => [one, ...one.earlier].some(({ id }) => id === kept.id))
      return mine && [mine, ...mine.earlier].map(({ fileName }) => fileName)
    }
    await answerWith(numbers[0] ?? '', 'so-du-2.pdf', '2027-03-31')
    expect(await Promise.all(numbers.map(namesIn))).toEqual([['so-du-2.pdf', 'so-du-1.pdf'], ['so-du-1.pdf']])
    // The other case replaces the version it was given, after the one of the first.
    await answerWith(numbers[1] ?? '', 'so-du-3.pdf', null)
    expect(await Promise.all(numbers.map(namesIn))).toEqual([
      ['so-du-2.pdf', 'so-du-1.pdf'],
      ['so-du-3.pdf', 'so-du-1.pdf'],
    ])
    const office = await officeCase(await line.as('officer', '2026-11-19'), numbers[1] ?? '')
    const shown = office.ok ? office.value.documents.find(({ fileName }) => fileName === 'so-du-3.pdf') : undefined
    expect(shown).toMatchObject({
      kind: 'financial_capacity',
      accepted: { as: 'answer', what: 'Số dư mới' },
      earlier: [{ id: kept.id, accepted: { as: 'dossier' } }],
    })
    const list = await organizationDocuments(vn, organizationId)
    const rows = list.ok ? list.value.documents.filter(({ fileName }) => fileName.startsWith('so-du')) : []
    expect(rows.map(({ fileName, followed, validUntil }) => [fileName, followed, validUntil]).sort()).toEqual([
      ['so-du-1.pdf', true, null],
      ['so-du-2.pdf', true, '2027-03-31'],
      ['so-du-3.pdf', false, null],
    ])
    const officer = await line.as('officer', '2026-11-19')
    for (const { id } of rows) expect(codeOf(await keptFile(officer, id))).toBe('ok')
    const { code: zoneCode } = await db().zone.findFirstOrThrow({ where: { plots: { some: { code: 'HL-A5' } } } })
    const form = makeForm('2026-11-19' as Day)
    const asking = { organizationId, createdById: usedById, zoneCode, plotCodes: ['HL-A5'], form, at: vn.now }
    const draft = await makeDraft(db(), asking)
    const use = (id: string) => reuseDocuments(vn, { interestId: draft, documentIds: [id] })
    expect(codeOf(await use(kept.id))).toBe('not-a-choice')
    expect((await keptDocuments(vn, draft)).others.map(({ fileName }) => fileName)).toContain('so-du-3.pdf')
    expect((await keptDocuments(vn, draft)).others.map(({ fileName }) => fileName)).not.toContain('so-du-2.pdf')
  })
})
