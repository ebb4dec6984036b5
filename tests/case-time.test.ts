import { beforeAll, expect, it } from 'vitest'
import { answerSupplement } from '~/commands/case/answer-supplement.server'
import { askExtension } from '~/commands/case/ask-extension.server'
import { decideExtension } from '~/commands/case/decide-extension.server'
import { lapseSupplement } from '~/commands/case/lapse-supplement.server'
import { requestSupplement } from '~/commands/case/request-supplement.server'
import { resumeCase } from '~/commands/case/resume-case.server'
import { sendApology } from '~/commands/case/send-apology.server'
import { suspendCase } from '~/commands/case/suspend-case.server'
import { dueOf } from '~/domain/time/clock'
import { toDay } from '~/domain/time/day'
import { clockOf, findCase } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { calendar } from '~/infra/reference.server'
import { myCase } from '~/queries/case/my-case.server'
import { officeCase } from '~/queries/case/office-case.server'
import { type CaseLine, caseLine, codeOf, day, versionOf } from './case-line'
import { describeDatabases } from './database'

describeDatabases('the time of a case', (open) => {
  let line: CaseLine
  beforeAll(async () => {
    await open('demo')
    line = await caseLine()
  })
  const at = async (number: string) => ({ number, version: await versionOf(number) })
  const lettersOf = async (number: string) =>
    (await db().letter.findMany({ where: { case: { number } }, orderBy: { createdAt: 'asc' } })).map(({ kind }) => kind)
  const dueAsOf = async (number: string, today: string) => {
    const row = (await findCase(number))?.clocks[0]
    const due = row && dueOf(await calendar(), clockOf(row), day(today))
    return due?.ok ? due.value : null
  }

  it('stands still while the work is stopped, apologises when it is late, and keeps that it was', async () => {
    const number = await line.submitted('HL-A1')
    await line.inAssessment(number)
    const text = 'Chờ phê duyệt giá đất cụ thể'
    const stop = { ...(await at(number)), reason: 'land_price' as const, text }
    expect(codeOf(await suspendCase(await line.as('officer', '2026-11-18'), stop))).toBe('not-allowed')
    expect(codeOf(await suspendCase(await line.as('head', '2026-11-18'), stop))).toBe('ok')
    expect((await findCase(number))?.state).toBe('suspended')
    expect(await dueAsOf(number, '2026-11-25')).toMatchObject({ projected: true })
    const seen = await myCase(await line.as('investor.vn', '2026-11-25'), number)
    expect(seen.ok && seen.value.state).toBe('suspended')
    const go = { ...(await at(number)), text: 'Đã có giá đất' }
    expect(codeOf(await resumeCase(await line.as('head', '2026-11-25'), go))).toBe('ok')
    const back = await findCase(number)
    expect(back?.state).toBe('in_assessment')
    expect(back?.clocks[0]?.segments.at(-1)).toMatchObject({ holder: 'officer', counts: true })
    // Received 17/11; 18 to 25 November paused: the 14th working day after is 15/12.
    expect(await dueAsOf(number, '2026-11-25')).toMatchObject({ due: '2026-12-15', projected: false })

    const apology = async (on: string, newDay: string) =>
      codeOf(
        await sendApology(await line.as('officer', on), {
          ...(await at(number)),
          newDay: day(newDay),
          text: 'Cần thêm ý kiến',
        }),
      )
    expect(await apology('2026-12-14', '2026-12-21')).toBe('not-yet-due')
    expect(await apology('2026-12-16', '2026-12-16')).toBe('days-reversed')
    expect(await apology('2026-12-16', '2026-12-19')).toBe('day-off')
    expect(await apology('2026-12-16', '2026-12-21')).toBe('ok')
    expect(await apology('2026-12-17', '2026-12-28')).toBe('not-yet-due')
    const late = await findCase(number)
    expect(late && toDay(late.promisedDay ?? new Date(0))).toBe('2026-12-21')
    expect(late?.state).toBe('in_assessment')
    expect(await dueAsOf(number, '2026-12-17')).toMatchObject({ due: '2026-12-15' })
    const shown = await officeCase(await line.as('officer', '2026-12-17'), number)
    expect(shown.ok && shown.value.head).toMatchObject({
      promisedDay: '2026-12-21',
      mayApologise: false,
      due: { overdue: true },
    })
    expect(await lettersOf(number)).toEqual(['official_receipt', 'stop_notice', 'apology'])
  })

  it('gives a supplement one later day, and gives the dossier back when it does not come', async () => {
    const number = await line.submitted('HL-A2')
    await line.inAssessment(number)
    const ask = {
      ...(await at(number)),
      items: [{ type: 'document' as const, what: 'Báo cáo tài chính', why: null, about: null, again: null }],
      reason: 'Thiếu',
    }
    expect(codeOf(await requestSupplement(await line.as('officer', '2026-11-18'), ask))).toBe('ok')
    const dueDay = toDay((await findCase(number))?.supplements[0]?.dueDay ?? new Date(0))
    expect(dueDay).toBe('2026-12-03')
    const wish = { number, day: day('2026-12-10'), reason: 'Kiểm toán chưa xong' }
    expect(codeOf(await askExtension(await line.as('investor.cn', '2026-11-30'), wish))).toBe('not-found')
    const saturday = { ...wish, day: day('2026-12-12') }
    expect(codeOf(await askExtension(await line.as('investor.vn', '2026-11-30'), saturday))).toBe('day-off')
    const asked = await Promise.all(
      [1, 2, 3].map(async () => askExtension(await line.as('investor.vn', '2026-11-30'), wish)),
    )
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1)
    const grant = { number, granted: true, text: null }
    expect(codeOf(await decideExtension(await line.as('officer2', '2026-12-01'), grant))).toBe('not-allowed')
    expect(codeOf(await decideExtension(await line.as('officer', '2026-12-01'), grant))).toBe('ok')
    expect(codeOf(await decideExtension(await line.as('officer', '2026-12-01'), grant))).toBe('state-forbids')
    expect(codeOf(await askExtension(await line.as('investor.vn', '2026-12-01'), wish))).toBe('state-forbids')

    const lapse = async (on: string) =>
      codeOf(await lapseSupplement(await line.as('officer', on), { ...(await at(number)), text: 'Quá hạn bổ sung' }))
    expect(await lapse('2026-12-10')).toBe('not-yet-due')
    expect(await lapse('2026-12-11')).toBe('ok')
    expect((await findCase(number))?.state).toBe('returned')
    expect(await lettersOf(number)).toEqual(['official_receipt', 'supplement_request', 'return_letter'])
    const late = await answerSupplement(await line.as('investor.vn', '2026-12-11'), {
      number,
      answer: 'x',
      uploads: [],
    })
    expect(codeOf(late)).toBe('state-forbids')
  })
})
