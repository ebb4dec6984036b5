import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { answerSupplement } from '~/commands/case/answer-supplement.server'
import { countersignSupplement } from '~/commands/case/countersign-supplement.server'
import { requestSupplement, type SupplementInput } from '~/commands/case/request-supplement.server'
import { findCase } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import type { Upload } from '~/infra/upload.server'
import { myCase } from '~/queries/case/my-case.server'
import { officeCase } from '~/queries/case/office-case.server'
import { answerChoices, supplementChoices, supplementToCountersign } from '~/queries/case/supplement-form.server'
import { demoEmail } from '../prisma/seed/factories'
import { type CaseLine, caseLine, codeOf, versionOf } from './case-line'
import { describeDatabases } from './database'

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
    expect(codeOf(await answer(number, '2026-11-19'))).toBe('ok')

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
    expect(letters.at(-1)?.data).toMatchObject({ first: false, signer: { name: head.actor.fullName } })
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

    const file = async (field: string, fileName: string): Promise<Upload> => {
      const temporaryPath = path.join(await mkdtemp(path.join(tmpdir(), 'answer-')), 'x')
      await writeFile(temporaryPath, '%PDF-1.7')
      return { field, fileName, mediaType: 'application/pdf', sizeBytes: 8, sha256: '0'.repeat(64), temporaryPath }
    }
    const send = async (uploads: Upload[], replaces: Record<number, string | null>) =>
      answerSupplement(await line.as('investor.vn', '2026-11-19'), { number, answer: 'Đã sửa', uploads, replaces })
    const other = await db().document.findFirstOrThrow({ where: { caseId: { not: caseId } } })
    for (const [uploads, replaces, code] of [
      [[], { 1: first.id }, 'file-missing'],
      [[await file('file1', 'a.pdf'), await file('file1', 'b.pdf')], { 1: first.id }, 'one-file'],
      [[await file('file2', 'a.pdf')], { 2: other.id }, 'not-a-choice'],
    ] as const) {
      expect(codeOf(await send([...uploads], replaces))).toBe(code)
    }
    const good = [
      await file('file1', 'ban-ve-2.pdf'),
      await file('file2', 'cam-ket.pdf'),
      await file('files', 'khac.pdf'),
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
})
