import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { requestSupplement } from '~/commands/case/request-supplement.server'
import { writeMessage } from '~/commands/case/write-message.server'
import { readAllNotices } from '~/commands/notice/read-all-notices.server'
import { readNotice } from '~/commands/notice/read-notice.server'
import { requeueMail } from '~/commands/notice/requeue-mail.server'
import { sendDigest } from '~/commands/notice/send-digest.server'
import { setPreferences } from '~/commands/notice/set-preferences.server'
import { requestPasswordReset } from '~/commands/party/request-password-reset.server'
import type { ChoiceKind, Rhythm } from '~/domain/notice/rule'
import { SYSTEM, VISITOR } from '~/domain/party/permission'
import { type Day, dayToDate } from '~/domain/time/day'
import { now } from '~/infra/clock.server'
import { db } from '~/infra/db.server'
import { sendDueMail } from '~/infra/mail.server'
import { unreadCount } from '~/infra/notices.server'
import type { Ctx } from '~/infra/transact.server'
import { transact } from '~/infra/transact.server'
import { mailDigests } from '~/jobs/notice-digests'
import { mailQueue } from '~/queries/notice/mail-queue.server'
import { myNotice, myNotices, noticePreferences } from '~/queries/notice/my-notices.server'
import { type CaseLine, caseLine, codeOf, versionOf } from './case-line'
import { describeDatabases } from './database'
import { headerOf, type Manners, startSmtp } from './smtp-server'

const smtp = vi.hoisted(() => ({ url: undefined as string | undefined }))
vi.mock('~/infra/env.server', async (original) => {
  const env = await original<typeof import('~/infra/env.server')>()
  return { ...env, settings: () => ({ ...env.settings(), SMTP_URL: smtp.url }) }
})

const MAIL = {
  lang: 'vi' as const,
  subject: 'Chủ đề',
  text: 'Kính gửi,\n\nhttp://localhost:3000/vi/my/cases/CM-1\n\nhết',
}

describeDatabases('notices', (open) => {
  let line: CaseLine
  let officer: Ctx
  const page = { after: null, before: null, unread: false }
  const tell = async (kind: string, name: string, at: Date) => {
    const ctx: Ctx = { actor: SYSTEM, now: at }
    const to = { email: `${name}@demo.cotmoc.test` }
    const told = await transact(ctx, async (t) => ({ ok: true as const, value: await t.mail({ kind, to, ...MAIL }) }))
    return told.ok ? told.value : null
  }
  const wish = (ctx: Ctx, rhythms: Partial<Record<ChoiceKind, Rhythm>>) => setPreferences(ctx, { rhythms })
  const at = (instant: string) => new Date(instant)
  /** What became of a mail: a committed change wakes the sender by itself. */
  const becomes = (id: string | null, row: object) =>
    vi.waitFor(async () => expect(await db().outbox.findUnique({ where: { id: id ?? '' } })).toMatchObject(row), 5000)
  const again = async (id: string) => {
    await db().outbox.update({ where: { id }, data: { notBefore: now() } })
    await sendDueMail()
  }

  const freePlot = async () =>
    (
      await db().plot.findFirstOrThrow({
        where: { publication: 'published', commercial: 'offered', interests: { none: {} } },
        orderBy: { code: 'asc' },
      })
    ).code

  beforeAll(async () => {
    await open('demo')
    line = await caseLine()
    officer = await line.as('officer', '2026-11-16')
  })
  beforeEach(() => {
    smtp.url = undefined
  })

  it('keeps what a person is told as it was written, and who has no account is only mailed', async () => {
    const id = await tell('supplement_answered', 'officer', officer.now)
    const list = await myNotices(officer, page)
    expect(list.rows).toMatchObject([{ subject: 'Chủ đề', read: false, leads: true }])
    const noticeId = list.rows[0]?.id ?? ''
    await becomes(id, { state: 'kept' })
    expect(await myNotice(officer, noticeId)).toMatchObject({ value: { text: MAIL.text, readAt: null } })
    // Its words stand.
    await expect(db().notice.updateMany({ where: { id: noticeId }, data: { text: 'khác' } })).rejects.toThrow()
    // Somebody else's is not found, by reading nor by marking.
    const intake = await line.as('intake', '2026-11-16')
    expect(codeOf(await myNotice(intake, noticeId))).toBe('not-found')
    expect(codeOf(await readNotice(intake, { id: noticeId }))).toBe('not-found')
    expect(codeOf(await readNotice({ actor: VISITOR, now: now() }, { id: noticeId }))).toBe('not-signed-in')
    expect(await readNotice(officer, { id: noticeId })).toEqual({ ok: true, value: { path: '/my/cases/CM-1' } })
    expect(await unreadCount(db(), officer.actor.personId ?? '')).toBe(0)
    const before = await db().notice.count()
    await tell('enquiry_answered', 'nobody', officer.now)
    await requestPasswordReset({ actor: VISITOR, now: now() }, { email: 'officer@demo.cotmoc.test' })
    expect(await db().notice.count()).toBe(before)
    expect(await db().outbox.count({ where: { kind: { in: ['enquiry_answered', 'reset_password'] } } })).toBe(2)
  })

  it('mails at once, daily or never as each person wishes, and what is legal always at once', async () => {
    expect((await noticePreferences(officer)).map(({ kind }) => kind)).toContain('supplement_answered')
    expect(codeOf(await wish(officer, { step_recorded: 'never' }))).toBe('not-a-choice')
    expect(codeOf(await wish(officer, { supplement_answered: 'daily', extension_asked: 'never' }))).toBe('ok')
    const evening = at('2026-11-16T12:00:00Z')
    expect(await tell('supplement_answered', 'officer', evening)).toBeNull()
    expect(await tell('extension_asked', 'officer', evening)).toBeNull()
    expect(await tell('supplement_answered', 'officer2', evening)).not.toBeNull()
    // Whatever the wish: a request for a supplement runs a time, so it is mailed at once.
    const investor = await line.as('investor.vn', '2026-11-16')
    await db().noticePreference.create({
      data: {
        personId: investor.actor.personId ?? '',
        kind: 'supplement_requested',
        rhythm: 'never',
        updatedAt: now(),
      },
    })
    const number = await line.submitted(await freePlot())
    await line.inAssessment(number)
    const asked = {
      number,
      version: await versionOf(number),
      items: [{ type: 'document', what: 'Báo cáo', why: null, about: null, again: null }],
      reason: 'thiếu',
    } as Parameters<typeof requestSupplement>[1]
    expect(codeOf(await requestSupplement(await line.as('officer', '2026-11-18'), asked))).toBe('ok')
    const told = await db().notice.findFirstOrThrow({
      where: { personId: investor.actor.personId ?? '', kind: 'supplement_requested' },
      include: { outbox: true },
    })
    expect(told).toMatchObject({
      rhythm: 'at_once',
      path: `/my/cases/${number}`,
      outbox: { toEmail: 'investor.vn@demo.cotmoc.test' },
    })

    // Two more before seven: one mail of both days' three, once, whoever asks.
    await tell('supplement_answered', 'officer', at('2026-11-16T23:00:00Z'))
    await mailDigests(at('2026-11-16T23:59:00Z'))
    expect(await db().outbox.count({ where: { kind: 'digest' } })).toBe(0)
    await tell('supplement_answered', 'officer', at('2026-11-17T00:00:00Z'))
    const seven = at('2026-11-17T00:10:00Z')
    const personId = officer.actor.personId ?? ''
    const both = await Promise.all([1, 2].map(() => sendDigest({ actor: SYSTEM, now: seven }, { personId })))
    expect(both.map(codeOf).sort()).toEqual(['ok', 'state-forbids'])
    await mailDigests(seven)
    const digests = await db().outbox.findMany({ where: { kind: 'digest' }, include: { notices: true } })
    expect(digests).toHaveLength(1)
    expect(digests[0]).toMatchObject({ toEmail: 'officer@demo.cotmoc.test' })
    expect(digests[0]?.notices).toHaveLength(2)
    expect(digests[0]?.text).toContain('http://localhost:3000/vi/my/cases/CM-1')
    expect(codeOf(await sendDigest(officer, { personId }))).toBe('not-allowed')
    await mailDigests(at('2026-11-18T00:10:00Z'))
    expect(await db().outbox.count({ where: { kind: 'digest' } })).toBe(2)
    // An agent whose mandate ended before seven is mailed nothing of the cases any more.
    const agent = await line.as('agent', '2026-11-16')
    expect(codeOf(await wish(agent, { case_message: 'daily' }))).toBe('ok')
    const theirs = await line.submitted(await freePlot(), '2026-11-16', {}, 'investor.cn')
    const officeMessage = { number: theirs, text: 'Xin chào.', documentIds: [] }
    expect(codeOf(await writeMessage(await line.as('intake', '2026-11-18'), officeMessage))).toBe('ok')
    const agentId = agent.actor.personId ?? ''
    await db().membership.updateMany({
      where: { personId: agentId },
      data: { untilDay: dayToDate('2026-11-18' as Day) },
    })
    const before = await db().outbox.count({ where: { kind: 'digest' } })
    expect(await sendDigest({ actor: SYSTEM, now: at('2026-11-19T00:10:00Z') }, { personId: agentId })).toEqual({
      ok: true,
      value: { count: 0 },
    })
    expect(await db().outbox.count({ where: { kind: 'digest' } })).toBe(before)
    // The notice nobody mails is there all the same.
    const rows = (await myNotices(officer, page)).rows
    expect(rows.filter(({ mail }) => mail === 'none')).toHaveLength(1)
    const unread = await unreadCount(db(), personId)
    expect(unread).toBe(rows.filter(({ read }) => !read).length)
    const readThrough = rows.at(1)?.id ?? ''
    await readAllNotices(officer, { through: readThrough })
    expect(await unreadCount(db(), personId)).toBe(1)
  })

  it('speaks to a mail server: takes, tries again, gives up, and shows what was refused', async () => {
    const manners: Manners = {}
    const server = await startSmtp(manners)
    smtp.url = server.url
    try {
      const id = await tell('supplement_answered', 'officer2', now())
      await becomes(id, { state: 'sent', attempts: 1 })
      expect(server.taken).toHaveLength(1)
      expect(server.taken[0]?.to).toEqual(['officer2@demo.cotmoc.test'])
      expect(headerOf(server.taken[0], 'Message-ID')).toBe(`<${id}@localhost>`)
      expect(headerOf(server.taken[0], 'Auto-Submitted')).toBe('auto-generated')

      // Not now: later, and then once.
      manners.rcpt = () => '451 4.7.1 greylisted'
      const later = (await tell('supplement_answered', 'officer2', now())) ?? ''
      await becomes(later, { state: 'queued', attempts: 1, lastError: expect.stringContaining('greylisted') })
      const row = await db().outbox.findUniqueOrThrow({ where: { id: later } })
      expect(row.notBefore.getTime()).toBeGreaterThan(now().getTime() + 60_000)
      manners.rcpt = undefined
      await sendDueMail()
      expect(server.taken).toHaveLength(1)
      await again(later)
      expect(server.taken).toHaveLength(2)
      await becomes(later, { state: 'sent', attempts: 2, lastError: null })

      // What waited is asked again: to a closed account nothing goes.
      manners.rcpt = () => '451 4.7.1 greylisted'
      const locked = (await tell('supplement_answered', 'agency.env', now())) ?? ''
      await becomes(locked, { state: 'queued', attempts: 1, lastError: expect.stringContaining('greylisted') })
      manners.rcpt = undefined
      const person = { where: { email: 'agency.env@demo.cotmoc.test' } }
      await db().person.update({ ...person, data: { deactivatedAt: now() } })
      await again(locked)
      await becomes(locked, { state: 'failed', lastError: 'no longer for its reader' })
      await db().person.update({ ...person, data: { deactivatedAt: null } })
      expect(server.taken).toHaveLength(2)
      await db().outbox.update({ where: { id: locked }, data: { state: 'kept' } })

      // Never: given up at once, shown to the person and to the administrator, who may try again.
      manners.rcpt = () => '550 5.1.1 no such user'
      const refused = (await tell('supplement_answered', 'officer2', now())) ?? ''
      await becomes(refused, { state: 'failed', attempts: 1 })
      const officer2 = await line.as('officer2', '2026-11-16')
      expect((await myNotices(officer2, page)).rows[0]).toMatchObject({ mail: 'failed' })
      expect(await mailQueue({ state: 'failed' })).toMatchObject({ failed: 1, rows: [{ id: refused, attempts: 1 }] })
      expect((await mailQueue({ state: 'failed' })).rows[0]?.lastError).toContain('no such user')
      expect(codeOf(await requeueMail(officer2, { id: refused }))).toBe('not-allowed')
      expect(codeOf(await requeueMail(await line.as('auditor', '2026-11-16'), { id: refused }))).toBe('not-allowed')
      manners.rcpt = undefined
      const admin = { ...(await line.as('admin', '2026-11-16')), now: now() }
      expect(codeOf(await requeueMail(admin, { id: refused }))).toBe('ok')
      await vi.waitFor(() => expect(server.taken).toHaveLength(3))
      expect(codeOf(await requeueMail(admin, { id: refused }))).toBe('state-forbids')
    } finally {
      await server.stop()
    }
  })

  it('sends again what it does not know to have been taken, under the same Message-ID', async () => {
    const manners: Manners = { data: () => 'hang-up' }
    const server = await startSmtp(manners)
    smtp.url = server.url
    try {
      // Taken, but the line broke before the answer: tried again later, and known again by its id.
      const id = (await tell('supplement_answered', 'officer2', now())) ?? ''
      await becomes(id, { state: 'queued', attempts: 1, lastError: expect.any(String) })
      expect(server.taken).toHaveLength(1)
      manners.data = undefined
      await again(id)
      expect(server.taken.map((mail) => headerOf(mail, 'Message-ID'))).toEqual(Array(2).fill(`<${id}@localhost>`))
      await becomes(id, { state: 'sent' })
      await sendDueMail()
      expect(server.taken).toHaveLength(2)

      // A process that died between sending and marking leaves its row taken: nobody sends it for five minutes, then one does.
      const died = await db().outbox.create({
        data: {
          kind: 'supplement_answered',
          toEmail: 'officer2@demo.cotmoc.test',
          ...MAIL,
          attempts: 1,
          notBefore: new Date(now().getTime() + 5 * 60_000),
        },
      })
      await sendDueMail()
      expect(server.taken).toHaveLength(2)
      await db().outbox.update({ where: { id: died.id }, data: { notBefore: now() } })
      await Promise.all([sendDueMail(), sendDueMail(), sendDueMail()])
      expect(server.taken).toHaveLength(3)
      // No server there at all: it waits.
      await server.stop()
      const alone = (await tell('supplement_answered', 'officer2', now())) ?? ''
      await becomes(alone, { state: 'queued', attempts: 1, lastError: expect.any(String) })
    } finally {
      await server.stop().catch(() => {})
    }
  })
})
