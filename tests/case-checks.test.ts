import { beforeAll, expect, it } from 'vitest'
import { assignCase } from '~/commands/case/assign-case.server'
import { passCheck } from '~/commands/case/pass-check.server'
import { receiveCase } from '~/commands/case/receive-case.server'
import { recommendCase } from '~/commands/case/recommend-case.server'
import { returnCase } from '~/commands/case/return-case.server'
import { findCase } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { checksShown, paperChecklist, triageChecklist } from '~/queries/case/case-checks.server'
import { standingForm } from '~/queries/case/standing-form.server'
import { type CaseLine, caseLine, codeOf, day, MET, present } from './case-line'
import { describeDatabases } from './database'

describeDatabases('checklists of a case', (open) => {
  let line: CaseLine
  beforeAll(async () => {
    await open('demo')
    line = await caseLine()
  })
  const idOf = async (number: string) => (await findCase(number))?.id ?? ''
  const fieldOf = (verdict: { ok: boolean; refusal?: { code: string; field?: string } }) =>
    verdict.ok ? 'ok' : `${verdict.refusal?.code} ${verdict.refusal?.field}`

  it('lets intake receive a complete dossier alone, and return one with what it lacks', async () => {
    const number = await line.submitted('HL-A1')
    const intake = await line.as('intake', '2026-11-17')
    const all = await present('2026-11-17')
    expect(all.map(({ key }) => key)).toEqual(['INV-00.1', 'INV-00.2'])
    const [form, profile] = all.map(({ key }) => key)
    const receive = (checks: Parameters<typeof receiveCase>[1]['checks']) =>
      receiveCase(intake, { number, version: 1, officialCode: null, checks })
    const lacking = { key: form ?? '', answer: 'missing' as const, note: 'Bảng nhu cầu trống' }
    expect(fieldOf(await receive([]))).toBe('checklist-open answer1')
    expect(fieldOf(await receive([lacking, ...all.slice(1)]))).toBe('dossier-incomplete answer1')
    const unexplained = { key: profile ?? '', answer: 'not_needed' as const, note: null }
    expect(fieldOf(await receive([...all.slice(0, 1), unexplained]))).toBe('required note2')
    expect(await db().caseCheck.count()).toBe(0)
    expect((await findCase(number))?.state).toBe('submitted')

    const back = { number, version: 1, reason: 'incomplete' as const, text: 'Đề nghị bổ sung rồi nộp lại' }
    expect(fieldOf(await returnCase(intake, { ...back, checks: all }))).toBe('nothing-missing reason')
    expect(fieldOf(await returnCase(intake, { ...back, checks: [lacking] }))).toBe('checklist-open answer2')
    expect(fieldOf(await returnCase(intake, { ...back, checks: [lacking, ...all.slice(1)] }))).toBe('ok')
    const letter = await db().letter.findFirstOrThrow({ where: { case: { number } } })
    expect(letter.data).toMatchObject({
      reasons: [{ code: 'incomplete', text: 'Đề nghị bổ sung rồi nộp lại' }],
      missing: [{ name: { vi: expect.stringContaining('Thư quan tâm') }, note: 'Bảng nhu cầu trống' }],
    })
    const shown = await checksShown(await idOf(number))
    expect(shown.papers.map(({ answer }) => answer)).toEqual(['missing', 'present'])
    expect(shown.papersBy).toBe(intake.actor.fullName)
    const detail = await db().auditDetail.findFirstOrThrow({ where: { audit: { act: 'case.return' } } })
    expect(detail.body).toMatchObject({ checks: [lacking, { key: profile, answer: 'present' }] })
  })

  it('passes the check by a complete triage, which the recommendation quotes as it stood', async () => {
    const number = await line.submitted('HL-A2')
    const checks = [...(await present('2026-11-17')).slice(0, 1)]
    checks.push({ key: 'INV-00.2', answer: 'not_needed' as never, note: 'Đã có ở hồ sơ trước' as never })
    const received = { number, version: 1, officialCode: null, checks }
    expect(codeOf(await receiveCase(await line.as('intake', '2026-11-17'), received))).toBe('ok')
    const assigned = { number, version: 2, officerId: line.ids.get('officer') ?? '' }
    expect(codeOf(await assignCase(await line.as('intake', '2026-11-17'), assigned))).toBe('ok')
    // Nor does an officer who has not the case give it back to its applicant.
    const away = { number, version: 3, reason: 'wrong_form' as const, text: 'x', checks: [] }
    expect(codeOf(await returnCase(await line.as('officer2', '2026-11-18'), away))).toBe('not-allowed')
    const officer = await line.as('officer', '2026-11-18')
    const pass = (answers: Parameters<typeof passCheck>[1]['answers'], who = officer) =>
      passCheck(who, { number, version: 3, answers, note: null })
    expect(fieldOf(await pass([]))).toBe('checklist-open answer1')
    expect(codeOf(await pass(MET, await line.as('officer2', '2026-11-18')))).toBe('not-allowed')
    expect(codeOf(await pass(MET, await line.as('head', '2026-11-18')))).toBe('not-allowed')
    const answers = MET.map((one) =>
      one.key === 'finance' ? { ...one, answer: 'not_met' as const, note: 'Vốn chủ 8 %' } : one,
    )
    expect(codeOf(await pass(answers))).toBe('ok')

    const known = await triageChecklist(officer, number)
    expect(known?.computed.environment).toMatchObject({ legalBasis: 'Nghị quyết 66.19/2026/NQ-CP' })
    expect(known?.lines.find(({ key }) => key === 'finance')).toMatchObject({ answer: 'not_met', note: 'Vốn chủ 8 %' })
    expect((await paperChecklist(officer, number))?.lines.map(({ answer }) => answer)).toEqual([
      'present',
      'not_needed',
    ])

    const proposal = {
      number,
      outcome: 'approve' as const,
      reason: null,
      text: 'Phù hợp',
      conditions: [{ text: 'Ký quỹ', dueDay: day('2026-12-31'), proof: null }],
      version: 4,
    }
    expect(codeOf(await recommendCase(officer, proposal))).toBe('ok')
    // Who comes too late with the same form is told what stands in each of its fields.
    expect(codeOf(await pass(answers))).toBe('conflict')
    expect(await standingForm(number, 'check', { key1: 'party', key8: 'finance', answer8: 'met' })).toEqual({
      version: '5',
      answer1: 'met',
      note1: '',
      answer8: 'not_met',
      note8: 'Vốn chủ 8 %',
    })
    expect(await standingForm(number, 'recommend')).toEqual({
      version: '5',
      outcome: 'approve',
      text: 'Phù hợp',
      condition1: 'Ký quỹ',
      conditionDue1: '2026-12-31',
      conditionProof1: '',
      reason: '',
    })
    const made = await db().recommendation.findFirstOrThrow({ where: { case: { number } } })
    expect(made.triage).toHaveLength(MET.length)
    expect(made.triage).toContainEqual({ key: 'finance', answer: 'not_met', note: 'Vốn chủ 8 %' })
    // Append-only: what was answered cannot be changed behind the recommendation.
    await expect(db().caseCheck.updateMany({ data: { answer: 'met' } })).rejects.toThrow()
    await expect(db().caseCheck.deleteMany({})).rejects.toThrow()
  })
})
