import { createHash } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { answerSupplement } from '~/commands/case/answer-supplement.server'
import { approveCase } from '~/commands/case/approve-case.server'
import { assignCase } from '~/commands/case/assign-case.server'
import { declineCase } from '~/commands/case/decline-case.server'
import { receiveCase } from '~/commands/case/receive-case.server'
import { recommendCase } from '~/commands/case/recommend-case.server'
import { requestSupplement } from '~/commands/case/request-supplement.server'
import { returnCase } from '~/commands/case/return-case.server'
import { reviewRecommendation } from '~/commands/case/review-recommendation.server'
import { sendBackCase } from '~/commands/case/send-back-case.server'
import { withdrawCase } from '~/commands/case/withdraw-case.server'
import { chainHash, verifyChain } from '~/domain/interest/receipt'
import { dueOf, ledger } from '~/domain/time/clock'
import { toDay } from '~/domain/time/day'
import { clockOf, findCase } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { calendar } from '~/infra/reference.server'
import { caseEnding } from '~/queries/case/case-ending.server'
import { demoEmail } from '../prisma/seed/factories'
import { type CaseLine, caseLine, codeOf, day, morning, present, versionOf } from './case-line'
import { describeDatabases } from './database'

describeDatabases('casework', (open) => {
  let line: CaseLine
  let ids: CaseLine['ids']
  let as: CaseLine['as']
  let submitted: CaseLine['submitted']
  let inAssessment: CaseLine['inAssessment']
  let offered: CaseLine['offered']
  let awaitingDecision: CaseLine['awaitingDecision']
  let checks: Awaited<ReturnType<typeof present>>

  beforeAll(async () => {
    await open('demo')
    line = await caseLine()
    ;({ ids, as, submitted, inAssessment, offered, awaitingDecision } = line)
    checks = await present('2026-11-17')
  })

  it('carries a case to its decision, with clock, letters, hold, roadmap, mail and history', async () => {
    const number = await submitted('HL-A1')
    await inAssessment(number)
    const ask = {
      number,
      items: [{ type: 'document' as const, what: 'Thuyết minh công nghệ', why: null, about: null, again: null }],
      reason: 'Thiếu',
    }
    expect(
      codeOf(await requestSupplement(await as('officer', '2026-11-18'), { ...ask, version: await versionOf(number) })),
    ).toBe('ok')
    const answer = { number, answer: 'Đã bổ sung', uploads: [] }
    expect(codeOf(await answerSupplement(await as('investor.vn', '2026-11-20'), answer))).toBe('ok')
    const again = { ...ask, version: await versionOf(number) }
    expect(codeOf(await requestSupplement(await as('officer', '2026-11-20'), again))).toBe('asked-again')
    const proposal = { number, outcome: 'approve' as const, reason: null, text: 'Phù hợp quy hoạch', conditions: null }
    expect(
      codeOf(await recommendCase(await as('officer', '2026-11-23'), { ...proposal, version: await versionOf(number) })),
    ).toBe('ok')

    const row = await findCase(number)
    const clock = clockOf(row?.clocks[0] ?? Object.assign(new Error('no clock')))
    const due = dueOf(await calendar(), clock, day('2026-11-23'))
    // received 17/11; 18, 19 and 20 paused, 24 is a holiday: the 14th working day after is 11/12
    expect(due.ok && due.value.due).toBe('2026-12-11')
    const account = ledger(await calendar(), clock, day('2026-11-23'))
    expect(account.ok && account.value.holders.find((holder) => holder.holder === 'applicant')?.days).toBe(3)

    const review = { number, verdict: 'accepted' as const, text: null }
    expect(
      codeOf(
        await reviewRecommendation(await as('head', '2026-11-23'), { ...review, version: await versionOf(number) }),
      ),
    ).toBe('ok')
    const approved = await approveCase(await as('director', '2026-11-25'), {
      number,
      version: await versionOf(number),
      conditions: null,
    })
    expect(codeOf(approved)).toBe('ok')

    const done = await db().caseFile.findUniqueOrThrow({
      where: { number },
      include: {
        letters: true,
        holds: { include: { plots: true, capacities: true } },
        roadmap: { include: { steps: true } },
        decisions: true,
      },
    })
    expect(done.state).toBe('approved')
    expect(done.letters.map((letter) => letter.kind).sort()).toEqual([
      'decision_approval',
      'official_receipt',
      'supplement_request',
    ])
    const letter = done.letters.find(({ kind }) => kind === 'decision_approval')
    expect(letter?.decisionId).toBe(done.decisions[0]?.id)
    expect(letter?.data).toMatchObject({ developerOfferRequired: true, heldThroughDay: null })
    expect(done.holds).toHaveLength(1)
    expect(done.holds[0]).toMatchObject({ state: 'requested', subjectToDeveloperOffer: true, capacities: [] })
    expect(done.holds[0]?.untilInstant).toEqual(done.holds[0]?.fromInstant)
    expect(done.roadmap?.trackCode).toBe('T4')
    expect(done.roadmap?.steps.length).toBeGreaterThan(8)
    const acts = await db().auditEntry.findMany({ where: { caseId: done.id }, orderBy: { id: 'asc' } })
    expect(acts.map((entry) => entry.act)).toEqual([
      'case.submit',
      'case.receive',
      'desk.ask_developer',
      'case.assign',
      'case.check',
      'case.request_supplement',
      'case.answer_supplement',
      'case.recommend',
      'case.review',
      'case.approve',
    ])
    const mails = await db().outbox.findMany({ where: { caseId: done.id, toEmail: demoEmail('investor.vn') } })
    expect(mails.map((mail) => mail.kind).sort()).toEqual([
      'case_received',
      'decision_approved',
      'interest_submitted',
      'supplement_requested',
    ])
  })

  it('counts a dossier taken after 15:00 as of the next working day, and lets it be assigned the same evening', async () => {
    const number = await submitted('HL-A2')
    const evening = { ...(await as('intake', '2026-11-20')), now: new Date('2026-11-20T09:30:00Z') }
    expect(codeOf(await receiveCase(evening, { number, version: 1, officialCode: null, checks }))).toBe('ok')
    const row = await findCase(number)
    expect(row?.receivedDay && toDay(row.receivedDay)).toBe('2026-11-23')
    const assigned = await assignCase(evening, { number, version: 2, officerId: ids.get('officer') ?? '' })
    expect(codeOf(assigned)).toBe('ok')
  })

  it('refuses with a letter of refusal, and never a word of approval', async () => {
    const number = await submitted('HL-A3')
    await awaitingDecision(number, 'refuse')
    const input = {
      number,
      version: await versionOf(number),
      reason: 'plan_conflict' as const,
      text: 'Không phù hợp quy hoạch',
    }
    expect(codeOf(await declineCase(await as('director', '2026-11-19'), input))).toBe('ok')
    const letters = await db().letter.findMany({ where: { case: { number } } })
    expect(letters.map(({ kind }) => kind).sort()).toEqual(['decision_refusal', 'official_receipt'])
    expect(await db().hold.count({ where: { case: { number } } })).toBe(0)
    const said = { reason: 'plan_conflict', text: 'Không phù hợp quy hoạch' }
    expect(await caseEnding((await findCase(number))?.id ?? '')).toEqual(said)
  })

  it('keeps roles and rows apart', async () => {
    const number = await submitted('HL-A4')
    const version = 1
    expect(
      codeOf(await receiveCase(await as('officer', '2026-11-17'), { number, version, officialCode: null, checks })),
    ).toBe('not-allowed')
    expect(codeOf(await withdrawCase(await as('investor.cn', '2026-11-17'), { number, reason: null }))).toBe(
      'not-found',
    )
    expect(
      codeOf(
        await receiveCase(await as('intake', '2026-11-17'), {
          number: 'CM-2026-999999',
          version,
          officialCode: null,
          checks,
        }),
      ),
    ).toBe('not-found')
    await awaitingDecision(number)
    const stranger = await recommendCase(await as('officer2', '2026-11-18'), {
      number,
      version: await versionOf(number),
      outcome: 'approve',
      reason: null,
      text: 'x',
      conditions: null,
    })
    expect(codeOf(stranger)).toBe('not-allowed')
    const back = { number, version: await versionOf(number), text: 'Làm rõ nguồn vốn' }
    expect(codeOf(await sendBackCase(await as('director', '2026-11-19'), back))).toBe('ok')
    expect((await findCase(number))?.state).toBe('in_assessment')
  })

  it('never lets the proposer sign', async () => {
    const number = await submitted('HL-B1')
    await awaitingDecision(number)
    const director = ids.get('director') ?? ''
    await db().recommendation.updateMany({ where: { case: { number } }, data: { proposedById: director } })
    const input = { number, version: await versionOf(number), conditions: null }
    expect(codeOf(await approveCase(await as('director', '2026-11-19'), input))).toBe('proposer-signs')
  })

  it('tells the second of two people that the case was changed, by whom', async () => {
    const number = await submitted('HL-B2')
    const first = receiveCase(await as('intake', '2026-11-17'), { number, version: 1, officialCode: null, checks })
    const second = returnCase(await as('intake', '2026-11-17'), { number, version: 1, reason: 'wrong_form', text: 'x' })
    const codes = [codeOf(await first), codeOf(await second)].sort()
    expect(codes[1]).toBe('ok')
    expect(['conflict', 'state-forbids']).toContain(codes[0])
    const stale = await returnCase(await as('intake', '2026-11-17'), {
      number,
      version: 1,
      reason: 'wrong_form',
      text: 'x',
    })
    expect(stale.ok ? null : stale.refusal.values).toMatchObject({ by: 'Vi Thị Mai' })
  })

  it('approves one of many for the same plot, tells the others why, and leaves nothing of theirs behind', async () => {
    const numbers: string[] = []
    for (let count = 0; count < 8; count += 1)
      numbers.push(await submitted('HL-B3', '2026-11-16', {}, count % 2 ? 'investor.cn' : 'investor.vn'))
    for (const number of numbers) {
      await awaitingDecision(number)
      await offered(number)
    }
    const director = await as('director', '2026-11-19')
    const versions = await Promise.all(numbers.map(versionOf))
    const verdicts = await Promise.all(
      numbers.map((number, index) =>
        approveCase(director, { number, version: versions[index] ?? -1, conditions: null }),
      ),
    )
    expect(verdicts.filter((verdict) => verdict.ok)).toHaveLength(1)
    for (const verdict of verdicts) if (!verdict.ok) expect(verdict.refusal.code).toBe('plot-held')
    expect(await db().holdPlot.count({ where: { plot: { code: 'HL-B3' } } })).toBe(1)
    const losers = numbers.filter((_, index) => !verdicts[index]?.ok)
    const rows = await db().caseFile.findMany({
      where: { number: { in: losers } },
      include: { letters: true, decisions: true, roadmap: true },
    })
    for (const row of rows) {
      expect(row.state).toBe('awaiting_decision')
      expect(row.decisions).toHaveLength(0)
      expect(row.roadmap).toBeNull()
      expect(row.letters.map(({ kind }) => kind)).toEqual(['official_receipt'])
    }
  })

  it('never promises more capacity than a node has', async () => {
    const number = await submitted('HL-B4', '2026-11-16', { powerKva: 900_000 })
    await awaitingDecision(number)
    await offered(number)
    const verdict = await approveCase(await as('director', '2026-11-19'), {
      number,
      version: await versionOf(number),
      conditions: null,
    })
    expect(codeOf(verdict)).toBe('capacity-exceeded')
    expect(await db().hold.count({ where: { case: { number } } })).toBe(0)
  })

  it('frees the plot when the investor withdraws', async () => {
    const number = await submitted('HL-C1')
    await awaitingDecision(number)
    await offered(number)
    expect(
      codeOf(
        await approveCase(await as('director', '2026-11-19'), {
          number,
          version: await versionOf(number),
          conditions: null,
        }),
      ),
    ).toBe('ok')
    expect(codeOf(await withdrawCase(await as('investor.vn', '2026-11-20'), { number, reason: null }))).toBe('ok')
    const hold = await db().holdPlot.findFirstOrThrow({ where: { plot: { code: 'HL-C1' } } })
    expect(hold.untilInstant.toISOString()).toBe(morning('2026-11-20').toISOString())
  })

  it('chains every receipt to the one before, also when many submit at once', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, index) => submitted(`DB-A${(index % 4) + 1}`)))
    const receipts = await db().receipt.findMany({ orderBy: { position: 'asc' } })
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
    const links = receipts.map((receipt) => ({ ...receipt, submittedAt: receipt.submittedAt.toISOString() }))
    expect(links.map(({ position }) => position)).toEqual(links.map((_, index) => index + 1))
    expect(verifyChain(sha256, links)).toEqual({ valid: true })
    const [first, ...rest] = links
    expect(verifyChain(sha256, rest).valid).toBe(false)
    expect(first && chainHash(sha256, { ...first, payloadDigest: 'x' })).not.toBe(first?.hash)
  })
})
