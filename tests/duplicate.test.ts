// Interest that may be one project with an open case: noticed at submission, told to its own organisation, reviewed by
// the office. And the receipts of all of it: checked cheaply, and a changed row shows.
import { beforeAll, expect, it } from 'vitest'
import { reviewDuplicate } from '~/commands/case/review-duplicate.server'
import { withdrawCase } from '~/commands/case/withdraw-case.server'
import { VISITOR } from '~/domain/party/permission'
import { type Database, db } from '~/infra/db.server'
import { chainUpTo } from '~/infra/verified-chain.server'
import { duplicatePair, duplicates, duplicatesOfCase } from '~/queries/case/duplicates.server'
import { ownOpenInterest } from '~/queries/interest/own-open-interest.server'
import { publicReceipt } from '~/queries/interest/public-receipt.server'
import { makeDraft, makeForm } from '../prisma/seed/factories'
import { type CaseLine, caseLine, codeOf, day, versionOf } from './case-line'
import { describeDatabases } from './database'

const TODAY = '2026-11-16'

describeDatabases('possible duplicates', (open) => {
  let line: CaseLine
  let database: Database
  let codes: string[] = []
  const idOf = async (number: string) => (await db().caseFile.findUniqueOrThrow({ where: { number } })).id
  const pairsOf = async (number: string) => duplicatesOfCase(await line.as('intake', TODAY), await idOf(number))

  beforeAll(async () => {
    database = await open('demo')
    line = await caseLine()
    const plots = await db().plot.findMany({
      where: { publication: 'published', commercial: 'offered', holds: { none: {} } },
      orderBy: { code: 'asc' },
    })
    codes = plots.map(({ code }) => code)
  })

  it('are noticed, told to the own organisation alone, and reviewed by the office', async () => {
    const [plot = ''] = codes
    const first = await line.submitted(plot)
    // A rival with another project asks for the same land: no duplicate.
    const rival = await line.submitted(
      plot,
      TODAY,
      { projectName: '电子元件工厂', sector: 'electronics' },
      'investor.cn',
    )
    expect(await pairsOf(rival)).toEqual([])
    const ctx = await line.as('investor.vn', TODAY)
    const draft = await makeDraft(db(), {
      organizationId: ctx.actor.organizations[0]?.id ?? '',
      createdById: ctx.actor.personId ?? '',
      zoneCode: (await db().plot.findUniqueOrThrow({ where: { code: plot }, include: { zone: true } })).zone.code,
      plotCodes: [plot],
      form: makeForm(day(TODAY)),
      at: ctx.now,
    })
    expect(await ownOpenInterest(ctx, draft)).toMatchObject({
      value: [{ number: first, reasons: ['same_organization', 'similar_project', 'same_land'] }],
    })
    expect(codeOf(await ownOpenInterest(await line.as('investor.cn', TODAY), draft))).toBe('not-found')
    const second = await line.submitted(plot, TODAY, { projectName: 'Nhà máy ván ép xuất khẩu, giai đoạn 1' })
    const [pair] = await pairsOf(second)
    expect(pair).toMatchObject({
      earlier: { number: first },
      later: { number: second },
      reasons: ['same_organization', 'similar_project', 'same_land'],
      verdict: null,
    })
    expect(await pairsOf(first)).toMatchObject([{ id: pair?.id }])
    const officer = await line.as('officer', TODAY)
    expect((await duplicates(officer, { reviewed: false, after: null })).pairs.map(({ id }) => id)).toContain(pair?.id)
    const found = { id: pair?.id ?? '', version: 1, verdict: 'same_project' as const, note: 'Cùng dây chuyền' }
    for (const [who, code] of [
      ['investor.vn', 'not-allowed'],
      ['director', 'not-allowed'],
      ['auditor', 'not-allowed'],
    ] as const) {
      expect(codeOf(await reviewDuplicate(await line.as(who, TODAY), found))).toBe(code)
    }
    expect(codeOf(await reviewDuplicate({ actor: VISITOR, now: officer.now }, found))).toBe('not-signed-in')
    const both = await Promise.all([reviewDuplicate(officer, found), reviewDuplicate(officer, found)])
    expect(both.map(codeOf).sort()).toEqual(['conflict', 'ok'])
    expect(await duplicatePair(officer, pair?.id ?? '')).toMatchObject({
      value: {
        verdict: 'same_project',
        note: 'Cùng dây chuyền',
        reviewedBy: 'Hoàng Thị Lan',
        version: 2,
        mayReview: true,
      },
    })
    expect(await duplicatePair(await line.as('auditor', TODAY), pair?.id ?? '')).toMatchObject({
      value: { mayReview: false },
    })
    const told = await db().auditEntry.findMany({ where: { act: 'duplicate.review' }, select: { caseId: true } })
    expect(told.map(({ caseId }) => caseId).sort()).toEqual([await idOf(first), await idOf(second)].sort())
    // Neither case was dropped or moved.
    const states = await db().caseFile.findMany({ where: { number: { in: [first, second] } }, select: { state: true } })
    expect(states.map(({ state }) => state)).toEqual(['submitted', 'submitted'])
  })

  it('are found by a unit of the same enterprise, not in what has ended', async () => {
    const [, plot = '', other = ''] = codes
    const first = await line.submitted(plot, TODAY, { projectName: 'Kho vận Hữu Lũng', sector: 'logistics' })
    const ctx = await line.as('investor.cn', TODAY)
    const organizationId = ctx.actor.organizations[0]?.id ?? ''
    await db().organization.update({ where: { id: organizationId }, data: { taxCode: '4900123458-001' } })
    const again = { projectName: 'Kho vận Hữu Lũng 2', sector: 'logistics' }
    const unit = await line.submitted(other, TODAY, again, 'investor.cn')
    expect(await pairsOf(unit)).toMatchObject([
      { earlier: { number: first }, reasons: ['same_tax_code', 'similar_project'] },
    ])
    const withdrawn = { number: first, version: await versionOf(first), reason: null }
    expect(codeOf(await withdrawCase(await line.as('investor.vn', TODAY), withdrawn))).toBe('ok')
    const third = await line.submitted(codes[3] ?? '', TODAY, again, 'investor.cn')
    expect((await pairsOf(third)).map(({ earlier }) => earlier.number)).toEqual([unit])
  })

  it('are noticed of each other when they come at once', async () => {
    const plot = codes[4] ?? ''
    const same = { projectName: 'Nhà máy nhựa thông', sector: 'wood_furniture' }
    const numbers = await Promise.all([1, 2, 3].map(() => line.submitted(plot, TODAY, same)))
    const ids = await Promise.all(numbers.map(idOf))
    const pairs = await db().duplicatePair.findMany({ where: { earlierId: { in: ids }, laterId: { in: ids } } })
    expect(pairs).toHaveLength(3)
    for (const { earlierId, laterId } of pairs) {
      const [earlier, later] = await Promise.all(
        [earlierId, laterId].map((caseId) => db().receipt.findUniqueOrThrow({ where: { caseId } })),
      )
      expect(earlier?.position).toBeLessThan(later?.position ?? 0)
    }
  })

  it('leave a chain of receipts that is read once, and shows whatever row was changed since', async () => {
    const receipts = await db().receipt.findMany({ orderBy: { position: 'asc' } })
    const [first, second] = receipts
    const last = receipts.at(-1)
    if (!first || !second || !last) throw new Error('no receipts')
    for (const receipt of receipts) expect((await chainUpTo(receipt)).valid).toBe(true)
    const { checkedAt } = await chainUpTo(last)
    expect(await publicReceipt(last.number)).toMatchObject({
      value: { receipt: { chainValid: true }, checkedAt },
    })
    const tamper = async (position: number, set: string) => {
      await database.pool.query('ALTER TABLE "Receipt" DISABLE TRIGGER USER')
      await database.pool.query(`UPDATE "Receipt" SET ${set} WHERE position = ${position}`)
      await database.pool.query('ALTER TABLE "Receipt" ENABLE TRIGGER USER')
    }
    const valid = async (number: string) => {
      const page = await publicReceipt(number)
      return page.ok && page.value.receipt.chainValid
    }
    // Within what was recomputed: the row that is asked for shows at once, the others when all is recomputed again.
    await tamper(2, `"payloadDigest" = repeat('0', 64)`)
    expect([await valid(first.number), await valid(second.number), await valid(last.number)]).toEqual([
      true,
      false,
      true,
    ])
    await tamper(2, `"payloadDigest" = '${second.payloadDigest}'`)
    expect(await valid(second.number)).toBe(true)
    // Beyond it: a receipt that is added to the end and does not follow.
    const more = await line.submitted(codes[6] ?? '', TODAY, { projectName: 'Xưởng may', sector: 'textile' })
    await tamper(last.position + 1, `"previousHash" = repeat('0', 64)`)
    expect([await valid(more), await valid(last.number)]).toEqual([false, true])
  })
})
