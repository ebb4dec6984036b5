import { beforeAll, expect, it } from 'vitest'
import { approveCase } from '~/commands/case/approve-case.server'
import { type ClosingInput, closeCase } from '~/commands/case/close-case.server'
import { judgeCondition } from '~/commands/case/judge-condition.server'
import { proveCondition } from '~/commands/case/prove-condition.server'
import { recommendCase } from '~/commands/case/recommend-case.server'
import { reviewRecommendation } from '~/commands/case/review-recommendation.server'
import { withdrawCase } from '~/commands/case/withdraw-case.server'
import { db } from '~/infra/db.server'
import { caseEnding } from '~/queries/case/case-ending.server'
import { conditionsFor, conditionToAct } from '~/queries/case/conditions.server'
import { officeCase } from '~/queries/case/office-case.server'
import { standingForm } from '~/queries/case/standing-form.server'
import { myHome } from '~/queries/interest/my-home.server'
import { type CaseLine, caseLine, codeOf, day, versionOf } from './case-line'
import { describeDatabases } from './database'

describeDatabases('review and conditions', (open) => {
  let line: CaseLine
  beforeAll(async () => {
    await open('demo')
    line = await caseLine()
  })
  const condition = (text: string, dueDay: string | null = null, proof: string | null = null) => {
    return { text, dueDay: dueDay === null ? null : day(dueDay), proof }
  }
  async function recommended(plot: string) {
    const number = await line.submitted(plot)
    await line.inAssessment(number)
    const proposal = {
      number,
      outcome: 'approve' as const,
      reason: null,
      text: 'Phù hợp, theo chuyên viên',
      conditions: [condition('Ký quỹ', '2026-12-10', 'Giấy nộp tiền'), condition('Khởi công trong 12 tháng')],
    }
    const officer = await line.as('officer', '2026-11-18')
    const over = [condition('Ký quỹ', '2026-11-17')]
    const late = { ...proposal, conditions: over, version: await versionOf(number) }
    expect(codeOf(await recommendCase(officer, late))).toBe('condition-day-past')
    expect(codeOf(await recommendCase(officer, { ...proposal, version: await versionOf(number) }))).toBe('ok')
    return number
  }

  it('keeps the officer’s words and the head’s side by side; decision and letter follow the head’s', async () => {
    const number = await recommended('HL-A1')
    const head = await line.as('head', '2026-11-18')
    const at = async () => ({ number, version: await versionOf(number), text: null })
    expect(codeOf(await reviewRecommendation(head, { ...(await at()), verdict: 'edited' }))).toBe('required')
    const edition = {
      text: 'Phù hợp, theo trưởng phòng',
      conditions: [condition('Ký quỹ 3 %', '2026-12-01', 'Giấy nộp tiền')],
    }
    const edited = { ...(await at()), verdict: 'edited' as const, edition }
    expect(codeOf(await reviewRecommendation(await line.as('officer', '2026-11-18'), edited))).toBe('not-allowed')
    expect(codeOf(await reviewRecommendation(head, edited))).toBe('ok')
    const further = [condition('Báo cáo mỗi quý')]
    const input = { number, version: await versionOf(number), conditions: further }
    expect(codeOf(await approveCase(await line.as('director', '2026-12-02'), input))).toBe('condition-day-past')
    expect(codeOf(await approveCase(await line.as('director', '2026-11-19'), input))).toBe('ok')

    const page = await officeCase(await line.as('auditor', '2026-11-19'), number)
    const shown = page.ok ? page.value.recommendations[0] : null
    expect(shown).toMatchObject({ review: 'edited', text: 'Phù hợp, theo chuyên viên', edition })
    expect(shown?.conditions).toHaveLength(2)
    const decision = await db().decision.findFirstOrThrow({ where: { case: { number } } })
    expect(decision.text).toBe('Phù hợp, theo trưởng phòng')
    const letter = await db().letter.findFirstOrThrow({ where: { case: { number }, kind: 'decision_approval' } })
    expect(letter.data).toMatchObject({ conditions: [...edition.conditions, ...further] })
    expect(JSON.stringify(letter.data)).not.toContain('Khởi công trong 12 tháng')
  })

  it('lets the investor show each condition, the officer accept or return it, and both see what is late', async () => {
    const number = await recommended('HL-A2')
    const accepted = { number, version: await versionOf(number), verdict: 'accepted' as const, text: null }
    expect(codeOf(await reviewRecommendation(await line.as('head', '2026-11-18'), accepted))).toBe('ok')
    const input = { number, version: await versionOf(number), conditions: null }
    expect(codeOf(await approveCase(await line.as('director', '2026-11-19'), input))).toBe('ok')
    const seen = async (who: string, on: string, move: 'hand_in' | 'accept' = 'hand_in') =>
      (await conditionsFor(await line.as(who, on), number, move)).map(({ state, late, open: acts }) => [
        state,
        late,
        acts,
      ])
    expect(await seen('investor.vn', '2026-12-10')).toEqual([
      ['open', false, true],
      ['open', false, true],
    ])
    expect((await seen('investor.vn', '2026-12-11'))[0]).toEqual(['open', true, true])
    expect((await seen('officer', '2026-12-11', 'accept'))[0]).toEqual(['open', true, false])
    expect(await seen('investor.cn', '2026-12-11')).toEqual([])

    const [first] = await conditionsFor(await line.as('investor.vn', '2026-12-01'), number, 'hand_in')
    const id = first?.id ?? ''
    const waits = async (on = '2026-12-01') =>
      (await myHome(await line.as('investor.vn', on))).asks.filter((one) => one.number === number)
    expect((await waits()).map(({ kind }) => kind)).toEqual(['condition', 'condition'])
    expect((await waits())[0]).toMatchObject({ number, until: '2026-12-10', late: false, path: `/conditions/${id}` })
    expect((await waits('2026-12-11'))[0]).toMatchObject({ late: true })
    const prove = async (who: string, on: string, version: number, note: string | null = 'Đã nộp') =>
      codeOf(await proveCondition(await line.as(who, on), { number, id, version, note, uploads: [] }))
    const judge = async (who: string, version: number, verdict: 'accept' | 'return', text: string | null = null) =>
      codeOf(await judgeCondition(await line.as(who, '2026-12-02'), { number, id, version, verdict, text }))
    expect(await prove('investor.cn', '2026-12-01', 1)).toBe('not-found')
    expect(await prove('officer', '2026-12-01', 1)).toBe('not-allowed')
    expect(await prove('investor.vn', '2026-12-01', 1, null)).toBe('file-missing')
    expect(await judge('officer', 1, 'accept')).toBe('state-forbids')
    expect(await prove('investor.vn', '2026-12-01', 1)).toBe('ok')
    expect(await prove('investor.vn', '2026-12-01', 1)).toBe('state-forbids')
    expect(await waits()).toHaveLength(1)
    expect(await judge('officer2', 2, 'accept')).toBe('not-allowed')
    expect(await judge('head', 2, 'accept')).toBe('not-allowed')
    expect(await judge('officer', 2, 'return')).toBe('required')
    expect(await judge('officer', 1, 'return', 'Thiếu dấu')).toBe('conflict')
    expect(await judge('officer', 2, 'return', 'Thiếu dấu')).toBe('ok')
    expect((await seen('investor.vn', '2026-12-11'))[0]).toEqual(['returned', true, true])
    expect(await prove('investor.vn', '2026-12-09', 3)).toBe('ok')
    expect((await seen('investor.vn', '2026-12-11'))[0]).toEqual(['handed_in', false, false])
    const asked = await conditionToAct(await line.as('officer', '2026-12-10'), number, id, 'accept')
    expect(asked.ok && asked.value.condition).toMatchObject({ judgeText: 'Thiếu dấu', note: 'Đã nộp' })
    expect(await judge('officer', 4, 'accept')).toBe('ok')
    expect((await seen('investor.vn', '2027-01-11'))[0]).toEqual(['met', false, false])
    const mails = await db().outbox.findMany({ where: { kind: { startsWith: 'condition_' } }, orderBy: { id: 'asc' } })
    expect(mails.map(({ kind }) => kind)).toEqual([
      'condition_proved',
      'condition_returned',
      'condition_proved',
      'condition_accepted',
    ])
    expect(codeOf(await withdrawCase(await line.as('investor.vn', '2026-12-12'), { number, reason: null }))).toBe('ok')
    expect((await seen('investor.vn', '2026-12-12'))[1]).toEqual(['open', false, false])
  })

  it('closes a case with every condition shown to be met, or with a reason for those that were not', async () => {
    const number = await recommended('HL-B1')
    const accepted = { number, version: await versionOf(number), verdict: 'accepted' as const, text: null }
    expect(codeOf(await reviewRecommendation(await line.as('head', '2026-11-18'), accepted))).toBe('ok')
    const input = { number, version: await versionOf(number), conditions: null }
    expect(codeOf(await approveCase(await line.as('director', '2026-11-19'), input))).toBe('ok')
    const officer = await line.as('officer', '2026-12-20')
    const none = { reason: null, text: null }
    const close = async (seenConditions: string, own: Pick<ClosingInput, 'reason' | 'text'> = none) => {
      const verdict = await closeCase(officer, { number, version: await versionOf(number), seenConditions, ...own })
      return verdict.ok ? 'ok' : `${verdict.refusal.code} ${verdict.refusal.field ?? ''}`.trim()
    }
    expect(await close('1.1')).toBe('state-forbids')
    await db().caseFile.update({ where: { number }, data: { state: 'in_fulfilment' } })
    expect(await close('1.1')).toBe('state-forbids')
    await db().roadmapStep.updateMany({ where: { roadmap: { case: { number } } }, data: { state: 'result' } })

    expect(await close('1.1')).toBe('conditions-open reason')
    expect(await close('1.1', { reason: 'otherwise', text: null })).toBe('required text')
    const [first, second] = await conditionsFor(officer, number, 'accept')
    const proof = { number, id: first?.id ?? '', version: 1, note: 'Đã nộp', uploads: [] }
    expect(codeOf(await proveCondition(await line.as('investor.vn', '2026-12-01'), proof))).toBe('ok')
    const reason = { reason: 'followed_elsewhere' as const, text: 'Sở Xây dựng theo dõi khởi công' }
    // The proof came after the page was made: nobody closes over it unseen.
    expect(await close('1.1', reason)).toBe('conflict')
    expect((await standingForm(number, 'close'))?.seenConditions).toBe('2.1')
    const judged = { number, id: first?.id ?? '', version: 2, verdict: 'accept' as const, text: null }
    expect(codeOf(await judgeCondition(await line.as('officer', '2026-12-02'), judged))).toBe('ok')
    expect(await db().auditEntry.count({ where: { act: 'case.close' } })).toBe(0)
    expect(await close('3.1')).toBe('conditions-open reason')
    expect(await close('3.1', reason)).toBe('ok')

    const entry = await db().auditEntry.findFirstOrThrow({ where: { act: 'case.close' }, include: { detail: true } })
    expect(entry.detail?.body).toEqual({ ...reason, conditions: second?.text })
    expect(await caseEnding(entry.caseId ?? '')).toEqual(reason)
    const late = { number, id: second?.id ?? '', version: 1, note: 'Muộn', uploads: [] }
    expect(codeOf(await proveCondition(await line.as('investor.vn', '2026-12-21'), late))).toBe('state-forbids')
  })
})
