// Interest at the desk of the land's developer: what it sees, by when it answers, what follows, on both databases.
import { beforeAll, expect, it, vi } from 'vitest'
import { approveCase } from '~/commands/case/approve-case.server'
import { askInvestor } from '~/commands/case/ask-investor.server'
import { declineInterest } from '~/commands/case/decline-interest.server'
import { makeOffer } from '~/commands/case/make-offer.server'
import { replyToDeveloper } from '~/commands/case/reply-to-developer.server'
import { widenConsent } from '~/commands/case/widen-consent.server'
import { withdrawCase } from '~/commands/case/withdraw-case.server'
import { toDay } from '~/domain/time/day'
import { findCase, formOf } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { tendHolds } from '~/jobs/tend-holds'
import { holdOfCase } from '~/queries/case/case-hold.server'
import { deskRequest, deskRequests, developerOfCase } from '~/queries/case/developer-desk.server'
import { inbox } from '~/queries/case/inbox.server'
import { keptFile, keptLetter } from '~/queries/case/kept-file.server'
import { myCase } from '~/queries/case/my-case.server'
import { officeCase } from '~/queries/case/office-case.server'
import { myHome } from '~/queries/interest/my-home.server'
import { publicReceipt } from '~/queries/interest/public-receipt.server'
import { deskWork } from '~/queries/land/desk-work.server'
import { officePlot, officePlots } from '~/queries/land/office-plots.server'
import { demoEmail } from '../prisma/seed/factories'
import { type CaseLine, caseLine, codeOf, day, morning, versionOf } from './case-line'
import { describeDatabases } from './database'

// What letters look like is tested elsewhere; here drawing them would be nearly all of the time.
vi.mock('~/documents/case/render-letter.server', () => ({ renderLetter: async () => new Uint8Array([37, 80, 68, 70]) }))

const LATE = { landBy: day('2030-01-01'), operationBy: day('2031-01-01') }

describeDatabases("the developer's desk", (open) => {
  let line: CaseLine
  beforeAll(async () => {
    await open('demo')
    line = await caseLine()
  }, 120_000)

  const requestOf = (number: string) => db().developerRequest.findFirstOrThrow({ where: { case: { number } } })
  const of = async (number: string) => {
    const { id, version } = await requestOf(number)
    return { id, version }
  }
  const desk = async (number: string, on: string, who = 'developer.huulung') =>
    deskRequest(await line.as(who, on), (await requestOf(number)).id)
  const offer = { untilDay: day('2026-12-31'), priceText: '110 USD/m²', conditions: 'Đặt cọc 10%' }

  it('comes without a name, and shows who asks only as far as the investor agreed', async () => {
    const number = await line.submitted('HL-A4', '2026-11-16', LATE)
    expect(await db().developerRequest.count({ where: { case: { number } } })).toBe(0)
    await line.inAssessment(number)
    const record = await findCase(number)
    if (!record) throw new Error('no case')
    const form = formOf(record)
    const names = [record.organization.name, form.projectName, form.summary]
    const contacts = [form.contactName, form.contactPhone, form.contactEmail]
    const said = async () =>
      JSON.stringify([
        await desk(number, '2026-11-17'),
        await deskRequests(await line.as('developer.huulung', '2026-11-17')),
      ])
    for (const secret of [...names, ...contacts]) expect(await said()).not.toContain(secret)
    expect(await desk(number, '2026-11-17')).toMatchObject({
      ok: true,
      value: { state: 'asked', dueDay: '2026-11-25', overdue: false, scope: 'none', asker: {} },
    })
    expect(codeOf(await desk(number, '2026-11-17', 'developer.hoason1'))).toBe('not-found')
    expect(await deskRequests(await line.as('developer.hoason1', '2026-11-17'))).toEqual([])
    expect(codeOf(await desk(number, '2026-11-17', 'officer'))).toBe('not-found')

    expect(codeOf(await widenConsent(await line.as('investor.cn', '2026-11-17'), { number, scope: 'name' }))).toBe(
      'not-found',
    )
    expect(
      codeOf(await widenConsent(await line.as('developer.huulung', '2026-11-17'), { number, scope: 'name' })),
    ).toBe('not-allowed')
    const investor = await line.as('investor.vn', '2026-11-17')
    expect(codeOf(await widenConsent(investor, { number, scope: 'name' }))).toBe('ok')
    for (const name of names) expect(await said()).toContain(name)
    for (const contact of contacts) expect(await said()).not.toContain(contact)
    expect(codeOf(await widenConsent(investor, { number, scope: 'none' }))).toBe('state-forbids')
    expect(codeOf(await widenConsent(investor, { number, scope: 'contact' }))).toBe('ok')
    for (const contact of contacts) expect(await said()).toContain(contact)
    const mails = await db().outbox.findMany({
      where: { toEmail: demoEmail('developer.huulung'), kind: 'developer_asked' },
    })
    const mine = mails.filter(({ subject }) => subject.includes(number))
    expect(mine).toHaveLength(1)
    for (const secret of [...names, ...contacts]) expect(mine[0]?.text).not.toContain(secret)
  })

  it('keeps every other page, file and mail about the case from the developer, before and after consent', async () => {
    const number = await line.submitted('HL-A3', '2026-11-16', LATE)
    await line.inAssessment(number)
    const developer = await line.as('developer.huulung', '2026-11-18')
    const record = await findCase(number)
    if (!record) throw new Error('no case')
    const form = formOf(record)
    const secrets = [record.organization.name, form.projectName, form.contactName, form.contactEmail]
    const [document, letter] = await Promise.all([
      db().document.findFirstOrThrow({ where: { caseId: record.id } }),
      db().letter.findFirstOrThrow({ where: { caseId: record.id } }),
    ])
    const refused = async () => [
      codeOf(await keptFile(developer, document.id)),
      codeOf(await keptLetter(developer, letter.id)),
      codeOf(await myCase(developer, number)),
      codeOf(await officeCase(developer, number)),
      codeOf(await publicReceipt(number)),
    ]
    expect(await refused()).toEqual(['not-found', 'not-found', 'not-found', 'not-allowed', 'ok'])
    const read = JSON.stringify([
      await officePlot(developer, 'HL-A3'),
      await officePlots(developer, {}),
      await deskWork(developer),
      await publicReceipt(number),
      await db().outbox.findMany({ where: { toEmail: demoEmail('developer.huulung') } }),
    ])
    for (const secret of secrets) expect(read).not.toContain(secret)
    const widest = { number, scope: 'contact' as const }
    expect(codeOf(await widenConsent(await line.as('investor.vn', '2026-11-18'), widest))).toBe('ok')
    expect(await refused()).toEqual(['not-found', 'not-found', 'not-found', 'not-allowed', 'ok'])
  })

  it('answers in time or is seen to be silent: a question stops its clock, silence is told once', async () => {
    const number = await line.submitted('HL-A5', '2026-11-16', LATE)
    await line.inAssessment(number)
    const developer = await line.as('developer.huulung', '2026-11-19')
    const question = 'Dự án có dùng khí đốt không?'
    const stranger = await line.as('developer.hoason1', '2026-11-19')
    expect(codeOf(await askInvestor(stranger, { ...(await of(number)), question }))).toBe('not-found')
    expect(codeOf(await askInvestor(await line.as('officer', '2026-11-19'), { ...(await of(number)), question }))).toBe(
      'not-allowed',
    )
    expect(codeOf(await askInvestor(developer, { ...(await of(number)), question }))).toBe('ok')
    expect(codeOf(await askInvestor(developer, { ...(await of(number)), question }))).toBe('state-forbids')
    expect((await requestOf(number)).dueDay).toBeNull()
    const asked = async (who: string) => {
      const { asks } = await myHome(await line.as(who, '2026-11-19'))
      return asks.filter((one) => one.number === number).map(({ kind, until, path }) => [kind, until, path])
    }
    expect(await asked('investor.vn')).toEqual([['question', null, '/developer']])
    expect(await asked('investor.cn')).toEqual([])
    await tendHolds(morning('2026-12-03'))
    expect((await requestOf(number)).escalatedAt).toBeNull()
    const reply = { number, answer: 'Không' }
    expect(codeOf(await replyToDeveloper(await line.as('investor.cn', '2026-12-03'), reply))).toBe('not-found')
    expect(codeOf(await replyToDeveloper(await line.as('investor.vn', '2026-12-03'), reply))).toBe('ok')
    expect(await asked('investor.vn')).toEqual([])
    // one working day before the question, four after the answer of Thursday 3
    expect(toDay((await requestOf(number)).dueDay ?? new Date(0))).toBe('2026-12-09')
    await tendHolds(morning('2026-12-09'))
    expect((await requestOf(number)).escalatedAt).toBeNull()
    await Promise.all([tendHolds(morning('2026-12-10')), tendHolds(morning('2026-12-10'))])
    const silent = async (on: string) => {
      const { rows, due } = await inbox(await line.as('officer', on), { tab: 'all', due: 'silent' })
      expect(due?.silent).toBe(rows.length)
      return rows.find((row) => row.number === number)?.silentSince
    }
    expect([await silent('2026-12-09'), await silent('2026-12-10')]).toEqual([undefined, '2026-12-09'])
    const told = await db().outbox.findMany({ where: { kind: 'developer_silent' } })
    const to = told.filter(({ subject }) => subject.includes(number)).map(({ toEmail }) => toEmail)
    expect(to.sort()).toEqual(['deputy', 'developer.huulung', 'head', 'officer'].map(demoEmail).sort())
    expect(await developerOfCase(await line.as('officer', '2026-12-10'), number)).toMatchObject({
      overdue: true,
      escalatedOn: '2026-12-10',
    })
    expect(codeOf(await makeOffer(developer, { ...(await of(number)), ...offer, untilDay: day('2026-11-18') }))).toBe(
      'day-past',
    )
    expect(codeOf(await makeOffer(developer, { ...(await of(number)), ...offer }))).toBe('ok')
    expect(await developerOfCase(await line.as('officer', '2026-12-10'), number)).toMatchObject({
      state: 'offered',
      overdue: false,
    })
  })

  it('begins the hold that waited for its offer, and gives it up when it declines', async () => {
    const [first, second] = [
      await line.submitted('HL-B1', '2026-11-16', LATE),
      await line.submitted('HL-B2', '2026-11-16', LATE),
    ]
    const director = await line.as('director', '2026-11-19')
    for (const number of [first, second]) {
      await line.awaitingDecision(number)
      const approve = { number, version: await versionOf(number), conditions: null }
      expect(codeOf(await approveCase(director, approve))).toBe('ok')
    }
    const developer = await line.as('developer.huulung', '2026-11-20')
    const held = async (number: string) => (await holdOfCase(developer, number))?.hold
    expect(await held(first)).toMatchObject({ state: 'requested' })
    expect(await makeOffer(developer, { ...(await of(first)), ...offer })).toEqual({ ok: true, value: { held: true } })
    expect(await held(first)).toMatchObject({ state: 'active', lastDay: '2027-01-19' })
    const letters = await db().letter.findMany({ where: { case: { number: first } }, orderBy: { createdAt: 'asc' } })
    expect(letters.at(-1)).toMatchObject({
      kind: 'hold_notice',
      data: { heldThroughDay: '2027-01-19', developerOfferRequired: false },
    })

    const decline = { reason: 'land_committed' as const, text: null }
    expect(codeOf(await declineInterest(developer, { ...(await of(second)), ...decline }))).toBe('ok')
    expect(await held(second)).toMatchObject({ state: 'released', endReason: 'developer_declined' })
    expect(codeOf(await makeOffer(developer, { ...(await of(second)), ...offer }))).toBe('state-forbids')

    // A case that ended is answered no more.
    const third = await line.submitted('HL-C1', '2026-11-16', LATE)
    await line.inAssessment(third)
    expect(
      codeOf(await withdrawCase(await line.as('investor.vn', '2026-11-20'), { number: third, reason: null })),
    ).toBe('ok')
    expect(codeOf(await makeOffer(developer, { ...(await of(third)), ...offer }))).toBe('state-forbids')
    await tendHolds(morning('2026-12-20'))
    expect((await requestOf(third)).escalatedAt).toBeNull()
  })
})
