// A refusal appealed: a new case linked to the first, once, in time, and decided by somebody else than who signed.
import { beforeAll, expect, it } from 'vitest'
import { declineCase } from '~/commands/case/decline-case.server'
import { recommendCase } from '~/commands/case/recommend-case.server'
import { refuseDossier } from '~/commands/case/refuse-dossier.server'
import { returnCase } from '~/commands/case/return-case.server'
import { reviewRecommendation } from '~/commands/case/review-recommendation.server'
import { saveInterest } from '~/commands/interest/save-interest.server'
import { submitInterest } from '~/commands/interest/submit-interest.server'
import { writeAppeal } from '~/commands/interest/write-appeal.server'
import { VISITOR } from '~/domain/party/permission'
import { db } from '~/infra/db.server'
import { actorOf } from '~/infra/session.server'
import { appealPage, caseAppeal } from '~/queries/case/appeal.server'
import { draftPage } from '~/queries/interest/draft-page.server'
import { publicReceipt } from '~/queries/interest/public-receipt.server'
import { makeForm } from '../prisma/seed/factories'
import { type CaseLine, caseLine, codeOf, day, morning, versionOf } from './case-line'
import { describeDatabases } from './database'

const REFUSED_ON = '2026-11-20'
const GROUND = 'Ngành gỗ có trong danh mục của khu.'

describeDatabases('an appeal', (open) => {
  let line: CaseLine
  let secondDirector = ''

  beforeAll(async () => {
    await open('demo')
    line = await caseLine()
    secondDirector = line.ids.get('director2') ?? ''
  })

  const plotCode = async (at: number) => {
    const plots = await db().plot.findMany({
      where: { zone: { code: 'LS-IP-VSIP' }, publication: 'published', commercial: 'offered', holds: { none: {} } },
      orderBy: { code: 'asc' },
    })
    return plots[at]?.code ?? ''
  }

  async function toDecision(number: string, on: string, outcome: 'approve' | 'refuse') {
    const recommendation = {
      number,
      version: await versionOf(number),
      outcome,
      reason: outcome === 'refuse' ? ('sector_not_allowed' as const) : null,
      text: 'x',
      conditions: null,
    }
    expect(codeOf(await recommendCase(await line.as('officer', on), recommendation))).toBe('ok')
    const review = { number, version: await versionOf(number), verdict: 'accepted' as const, text: null }
    expect(codeOf(await reviewRecommendation(await line.as('head', on), review))).toBe('ok')
  }

  async function refused(at: number) {
    const number = await line.submitted(await plotCode(at))
    await line.inAssessment(number)
    await toDecision(number, REFUSED_ON, 'refuse')
    const decline = {
      number,
      version: await versionOf(number),
      reason: 'sector_not_allowed' as const,
      text: 'Không phù hợp',
    }
    expect(codeOf(await declineCase(await line.as('director', REFUSED_ON), decline))).toBe('ok')
    return number
  }
  const idOf = async (number: string) => (await db().caseFile.findUniqueOrThrow({ where: { number } })).id

  it('is a new case, linked both ways, once, and not decided by whoever signed first', async () => {
    const first = await refused(0)
    const ctx = await line.as('investor.vn', '2026-11-25')
    expect(await caseAppeal(ctx, await idOf(first))).toMatchObject({
      mayAppeal: true,
      of: null,
      by: null,
      whyNot: null,
    })
    for (const [who, code] of [
      ['investor.cn', 'not-found'],
      ['officer', 'not-allowed'],
    ] as const) {
      expect(codeOf(await writeAppeal(await line.as(who, '2026-11-25'), { number: first, ground: GROUND }))).toBe(code)
      expect(codeOf(await appealPage(await line.as(who, '2026-11-25'), first))).toBe(code)
    }
    expect(codeOf(await writeAppeal({ ...ctx, actor: VISITOR }, { number: first, ground: GROUND }))).toBe(
      'not-signed-in',
    )
    const begun = await writeAppeal(ctx, { number: first, ground: 'x' })
    const again = await writeAppeal(ctx, { number: first, ground: GROUND })
    expect(begun).toEqual(again)
    const interestId = begun.ok ? begun.value.interestId : ''
    const page = await draftPage(ctx, interestId)
    expect(page).toMatchObject({
      value: { appealOf: first, draft: { projectName: 'Nhà máy ván ép xuất khẩu' }, version: 2 },
    })
    const form = makeForm(day('2026-11-16'))
    expect(codeOf(await saveInterest(ctx, { interestId, version: 2, draft: form }))).toBe('state-forbids')
    const twice = await Promise.all([1, 2].map(() => submitInterest(ctx, { interestId, version: 2, form })))
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
    const sent = twice.find(({ ok }) => ok)
    const second = sent?.ok ? sent.value.number : ''
    expect(await caseAppeal(ctx, await idOf(first))).toMatchObject({
      by: { number: second, state: 'submitted' },
      mayAppeal: false,
      whyNot: { code: 'already-appealed' },
    })
    expect(await caseAppeal(await line.as('head', '2026-11-25'), await idOf(second))).toMatchObject({
      of: { number: first, decidedOn: REFUSED_ON, ground: GROUND },
      until: null,
    })
    expect(codeOf(await writeAppeal(ctx, { number: first, ground: 'y' }))).toBe('already-appealed')
    expect(await publicReceipt(second)).toMatchObject({ value: { receipt: { chainValid: true } } })
    // No duplicate is made of it, and the first case's own record tells of it.
    expect(await db().duplicatePair.count({ where: { laterId: await idOf(second) } })).toBe(0)
    expect(await db().auditEntry.count({ where: { act: 'case.appeal', caseId: await idOf(first) } })).toBe(1)
    await line.inAssessment(second, '2026-11-26')
    await toDecision(second, '2026-11-27', 'refuse')
    const decline = {
      number: second,
      version: await versionOf(second),
      reason: 'sector_not_allowed' as const,
      text: 'x',
    }
    expect(codeOf(await declineCase(await line.as('director', '2026-11-27'), decline))).toBe('signed-first')
    const other = await actorOf(secondDirector)
    if (!other) throw new Error('no second director')
    expect(codeOf(await declineCase({ actor: other, now: morning('2026-11-27') }, decline))).toBe('ok')
    // The decision of an appeal is not appealed here again.
    expect(codeOf(await writeAppeal(await line.as('investor.vn', '2026-11-28'), { number: second, ground: 'x' }))).toBe(
      'state-forbids',
    )
  })

  it('is open against intake’s refusal of a dossier too, which whoever refused cannot end again', async () => {
    const first = await line.submitted(await plotCode(3))
    const refusal = { reason: 'not_competent' as const, text: 'Không thuộc thẩm quyền' }
    const ctx = await line.as('investor.vn', '2026-11-20')
    expect(codeOf(await writeAppeal(ctx, { number: first, ground: GROUND }))).toBe('state-forbids')
    const by = await line.as('intake', '2026-11-17')
    expect(codeOf(await refuseDossier(by, { number: first, version: await versionOf(first), ...refusal }))).toBe('ok')
    expect(await caseAppeal(ctx, await idOf(first))).toMatchObject({
      what: 'dossier',
      mayAppeal: true,
      until: '2027-02-15',
    })
    const begun = await writeAppeal(ctx, { number: first, ground: GROUND })
    const interestId = begun.ok ? begun.value.interestId : ''
    const sent = await submitInterest(ctx, { interestId, version: 1, form: makeForm(day('2026-11-16')) })
    const second = sent.ok ? sent.value.number : ''
    expect(await caseAppeal(ctx, await idOf(second))).toMatchObject({
      of: { number: first, what: 'dossier', decidedOn: '2026-11-17', ground: GROUND },
    })
    const again = await line.as('intake', '2026-11-23')
    const version = await versionOf(second)
    expect(codeOf(await refuseDossier(again, { number: second, version, ...refusal }))).toBe('signed-first')
    const back = { number: second, version, reason: 'unreadable' as const, text: 'x', checks: [] }
    expect(codeOf(await returnCase(again, back))).toBe('signed-first')
    await line.inAssessment(second, '2026-11-23')
    // What became of the appeal is not appealed here again.
    await toDecision(second, '2026-11-25', 'refuse')
    const decline = { number: second, version: await versionOf(second), reason: 'other' as const, text: 'x' }
    expect(codeOf(await declineCase(await line.as('director', '2026-11-25'), decline))).toBe('ok')
    const later = await line.as('investor.vn', '2026-11-28')
    expect(codeOf(await writeAppeal(later, { number: second, ground: 'x' }))).toBe('state-forbids')
  })

  it('is refused late, and for what was not decided', async () => {
    const first = await refused(1)
    const id = await idOf(first)
    const { until } = await caseAppeal(await line.as('investor.vn', '2026-11-25'), id)
    expect(until && until >= '2027-02-18').toBe(true)
    const late = new Date(morning(until ?? '').getTime() + 24 * 3_600_000)
    const { actor } = await line.as('investor.vn', '2026-11-25')
    expect(codeOf(await writeAppeal({ actor, now: morning(until ?? '') }, { number: first, ground: GROUND }))).toBe(
      'ok',
    )
    expect(await writeAppeal({ actor, now: late }, { number: first, ground: GROUND })).toMatchObject({
      refusal: { code: 'appeal-late', values: { day: until } },
    })
    // A draft begun in time is not sent late.
    const draft = await db().interest.findFirstOrThrow({ where: { appealOfCaseId: id } })
    const form = makeForm(day('2026-11-16'))
    expect(codeOf(await submitInterest({ actor, now: late }, { interestId: draft.id, version: 1, form }))).toBe(
      'appeal-late',
    )
    const open = await line.submitted(await plotCode(2))
    expect(codeOf(await writeAppeal(await line.as('investor.vn', '2026-11-25'), { number: open, ground: 'x' }))).toBe(
      'state-forbids',
    )
  })
})
