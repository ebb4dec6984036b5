import { beforeAll, expect, it } from 'vitest'
import { readMessages } from '~/commands/case/read-messages.server'
import { withdrawCase } from '~/commands/case/withdraw-case.server'
import { writeMessage } from '~/commands/case/write-message.server'
import { db } from '~/infra/db.server'
import { lastMessages, messagesPage } from '~/queries/case/case-messages.server'
import { type CaseLine, caseLine, codeOf, versionOf } from './case-line'
import { describeDatabases } from './database'

const DAY = '2026-11-18'

describeDatabases('messages of a case', (open) => {
  let line: CaseLine
  let number = ''
  let caseId = ''
  const as = (name: string) => line.as(name, DAY)
  const write = async (name: string, text: string, documentIds: string[] = []) =>
    writeMessage(await as(name), { number, text, documentIds })
  const thread = async (name: string) => {
    const page = await lastMessages(await as(name), number)
    return page.ok ? page.value : null
  }
  const told = (name: string) =>
    db().notice.count({ where: { kind: 'case_message', person: { email: { startsWith: `${name}@` } } } })

  beforeAll(async () => {
    await open('demo')
    line = await caseLine()
    const plot = await db().plot.findFirstOrThrow({
      where: { publication: 'published', commercial: 'offered' },
      orderBy: { code: 'asc' },
    })
    number = await line.submitted(plot.code)
    caseId = (await db().caseFile.findUniqueOrThrow({ where: { number } })).id
  })

  it('are told to the other side, read once said so, and answered', async () => {
    // Nobody has the case yet: those who receive it are told.
    expect(codeOf(await write('investor.vn', 'Cho hỏi về đường vào lô?'))).toBe('ok')
    expect([await told('intake'), await told('officer'), await told('investor.vn')]).toEqual([1, 0, 0])
    await line.inAssessment(number)
    expect(codeOf(await write('investor.vn', 'Xin nhắc lại.'))).toBe('ok')
    expect([await told('intake'), await told('officer')]).toEqual([1, 1])
    expect(await thread('officer')).toMatchObject({ unread: 2, side: 'office', mayWrite: true })
    expect(await thread('investor.vn')).toMatchObject({ unread: 0, side: 'investor', mayWrite: true })
    expect(await readMessages(await as('officer'), { number })).toEqual({ ok: true, value: 2 })
    expect(await readMessages(await as('officer'), { number })).toEqual({ ok: true, value: 0 })
    expect((await thread('investor.vn'))?.messages.every(({ readAt }) => readAt !== null)).toBe(true)
    // The answer points to a document of the case, and an answer reads what it answers.
    const document = await db().document.findFirstOrThrow({ where: { caseId } })
    expect(codeOf(await write('officer', 'Xem trang 2.', [document.id]))).toBe('ok')
    expect(await told('investor.vn')).toBe(1)
    const mine = await messagesPage(await as('investor.vn'), number)
    expect(mine.ok && mine.value.messages.at(-1)).toMatchObject({
      side: 'office',
      by: 'Hoàng Thị Lan',
      documents: [{ id: document.id }],
    })
    expect((await thread('investor.vn'))?.unread).toBe(1)
    expect(codeOf(await write('investor.vn', 'Cảm ơn.'))).toBe('ok')
    expect((await thread('investor.vn'))?.unread).toBe(0)
    const acts = await db().auditEntry.findMany({
      where: { caseId, act: { startsWith: 'case.' } },
      select: { act: true },
    })
    expect(acts.filter(({ act }) => act === 'case.message')).toHaveLength(4)
    expect(acts.filter(({ act }) => act === 'case.read_messages')).toHaveLength(1)
  })

  it('are closed to strangers, to other cases’ documents and to what the office keeps', async () => {
    for (const name of ['investor.cn', 'developer.huulung', 'agency.env', 'admin']) {
      expect(codeOf(await write(name, 'x')), name).toMatch(/not-found|not-allowed/)
      expect(await thread(name), name).toBeNull()
    }
    expect(codeOf(await write('auditor', 'x'))).toBe('not-allowed')
    expect(await thread('auditor')).toMatchObject({ side: null, mayWrite: false, unread: 0 })
    const own = await db().document.findFirstOrThrow({ where: { caseId } })
    const foreign = await db().document.findFirstOrThrow({ where: { organizationId: { not: null } } })
    expect(codeOf(await write('officer', 'x', [foreign.id]))).toBe('not-a-choice')
    await db().document.update({ where: { id: own.id }, data: { visibility: 'office' } })
    expect(codeOf(await write('officer', 'x', [own.id]))).toBe('not-a-choice')
    // Words once written stand.
    await expect(db().caseMessage.updateMany({ data: { text: 'khác' } })).rejects.toThrow()
    await expect(db().caseMessage.deleteMany({})).rejects.toThrow()
    const version = await versionOf(number)
    expect(codeOf(await withdrawCase(await as('investor.vn'), { number, version, reason: null }))).toBe('ok')
    expect(codeOf(await write('officer', 'x'))).toBe('state-forbids')
    expect(await thread('investor.vn')).toMatchObject({ mayWrite: false, total: 4 })
  })
})
