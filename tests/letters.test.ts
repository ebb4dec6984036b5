import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { approveCase } from '~/commands/case/approve-case.server'
import { declineCase } from '~/commands/case/decline-case.server'
import { receiveCase } from '~/commands/case/receive-case.server'
import { refuseDossier } from '~/commands/case/refuse-dossier.server'
import { withdrawCase } from '~/commands/case/withdraw-case.server'
import type { LetterHead, LetterKind } from '~/domain/case/letter'
import { findCase } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { settings } from '~/infra/env.server'
import type { Rehearsal } from '~/infra/transact.server'
import { type CaseLine, caseLine, codeOf, present, versionOf } from './case-line'
import { describeDatabases } from './database'

describeDatabases('letters', (open) => {
  let line: CaseLine
  beforeAll(async () => {
    await open('demo')
    line = await caseLine()
  })
  const lettersOf = (number: string) =>
    db().letter.findMany({ where: { case: { number } }, orderBy: { createdAt: 'asc' } })
  const counts = async () =>
    Object.fromEntries((await db().numberSeries.findMany()).map(({ key, last }) => [key, last]))
  const rows = async () => [
    await db().letter.count(),
    await db().auditEntry.count(),
    await db().outbox.count(),
    await db().hold.count(),
    await db().decision.count(),
  ]

  it('numbers letters without gaps, keeps a typed register number apart, and refuses it twice', async () => {
    const [first, second] = [await line.submitted('HL-A1'), await line.submitted('HL-A2')]
    const intake = await line.as('intake', '2026-11-17')
    const checks = await present('2026-11-17')
    const typed = { officialCode: 'H37.07-261117-0001', letterCode: '12/GTN', checks }
    expect(codeOf(await receiveCase(intake, { number: first, version: 1, ...typed }))).toBe('ok')
    const [receipt] = await lettersOf(first)
    expect(receipt).toMatchObject({ number: '01/2026/GTN-CM', officialCode: '12/GTN' })
    const data = receipt?.data as unknown as LetterHead
    expect(data).toMatchObject({ number: '01/2026/GTN-CM', officialCode: '12/GTN', caseCode: 'H37.07-261117-0001' })
    expect(data.code).toBe(receipt?.code)

    const before = await rows()
    const twice = await receiveCase(intake, {
      number: second,
      version: 1,
      officialCode: null,
      letterCode: '12/GTN',
      checks,
    })
    expect(!twice.ok && twice.refusal).toMatchObject({ code: 'already-used', field: 'letterCode' })
    expect(await rows()).toEqual(before)
    expect(await counts()).toMatchObject({ 'letter/2026/GTN': 1 })
    const files = path.join(settings().DATA_DIR, 'files', 'cases', (await findCase(second))?.id ?? '', 'letters')
    expect(await readdir(files).catch(() => [])).toEqual([])

    expect(codeOf(await receiveCase(intake, { number: second, version: 1, officialCode: null, checks }))).toBe('ok')
    expect((await lettersOf(second))[0]?.number).toBe('02/2026/GTN-CM')

    await db().officeSetting.create({ data: { key: 'letterNumberScheme', value: '{year}-{number}/XTĐT' } })
    const third = await line.submitted('HL-A3')
    const refusal = { number: third, version: 1, reason: 'not_eligible' as const, text: 'Ngoài phạm vi' }
    expect(codeOf(await refuseDossier(intake, refusal))).toBe('ok')
    expect((await lettersOf(third))[0]?.number).toBe('2026-01/XTĐT')
    expect((await findCase(third))?.state).toBe('dossier_refused')
    await expect(db().letter.updateMany({ data: { officialCode: '1' } })).rejects.toThrow()
    expect(await db().outbox.count({ where: { kind: 'dossier_refused', subject: { contains: third } } })).toBe(1)
    await db().officeSetting.delete({ where: { key: 'letterNumberScheme' } })
  })

  it('shows what would be issued by doing it and taking it back', async () => {
    const number = await line.submitted('HL-B1')
    await line.awaitingDecision(number)
    await line.offered(number)
    const before = [await rows(), await counts(), await versionOf(number)]
    const rehearse = async (who: string, run: typeof approveCase | typeof declineCase, own: object) => {
      const rehearsal: Rehearsal = { letters: [] }
      const ctx = { ...(await line.as(who, '2026-11-19')), rehearsal }
      const verdict = await run(ctx, { number, version: await versionOf(number), ...own } as never)
      return [codeOf(verdict), rehearsal.letters] as const
    }
    const [approved, drafts] = await rehearse('director', approveCase, {
      conditions: ['Ký quỹ', 'Khởi công'].map((text) => ({ text, dueDay: null, proof: null })),
    })
    expect(approved).toBe('ok')
    expect(drafts.map(({ kind }) => kind)).toEqual<LetterKind[]>(['decision_approval', 'hold_notice'])
    expect(drafts[0]?.data).toMatchObject({
      code: null,
      number: null,
      heldThroughDay: '2027-01-18',
      conditions: [{ text: 'Ký quỹ' }, { text: 'Khởi công' }],
    })
    const refusal = { reason: 'capacity_short', text: 'Thiếu điện' }
    const [declined, other] = await rehearse('director', declineCase, refusal)
    expect(declined).toBe('ok')
    expect(other.map(({ kind }) => kind)).toEqual(['decision_refusal'])
    expect((await rehearse('officer', approveCase, { conditions: null }))[0]).toBe('not-allowed')
    expect((await rehearse('officer', approveCase, { conditions: null }))[1]).toEqual([])
    expect([await rows(), await counts(), await versionOf(number)]).toEqual(before)
    expect((await findCase(number))?.state).toBe('awaiting_decision')
  })

  it('tells of a hold with the approval, and of its end when the investor withdraws, signed by nobody', async () => {
    const number = await line.submitted('HL-B2', '2026-11-16', { powerKva: 250 })
    await line.awaitingDecision(number)
    await line.offered(number)
    const input = { number, version: await versionOf(number), conditions: null }
    expect(codeOf(await approveCase(await line.as('director', '2026-11-19'), input))).toBe('ok')
    expect(codeOf(await withdrawCase(await line.as('investor.vn', '2026-11-20'), { number, reason: null }))).toBe('ok')
    const letters = await lettersOf(number)
    expect(letters.map(({ kind }) => kind)).toEqual([
      'official_receipt',
      'decision_approval',
      'hold_notice',
      'release_notice',
    ])
    const [, approval, hold, release] = letters
    expect(hold?.data).toMatchObject({ heldFromDay: '2026-11-19', heldThroughDay: '2027-01-18' })
    expect(hold?.data).toMatchObject({ capacity: expect.arrayContaining([{ kind: 'power', amount: 250 }]) })
    expect(release?.data).toMatchObject({ cause: 'withdrawn', releasedDay: '2026-11-20', signer: { name: null } })
    expect(release?.decisionId).toBeNull()
    expect(approval?.decisionId).not.toBeNull()
    expect(new Set(letters.map((letter) => letter.number)).size).toBe(4)
  })
})
