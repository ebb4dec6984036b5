import { beforeAll, expect, it } from 'vitest'
import { archiveNeed } from '~/commands/match/archive-need.server'
import { editNeed } from '~/commands/match/edit-need.server'
import { keepRun } from '~/commands/match/keep-run.server'
import { mailAlerts } from '~/commands/match/mail-alerts.server'
import { saveNeed } from '~/commands/match/save-need.server'
import { stopAlerts } from '~/commands/match/stop-alerts.server'
import type { AlertRhythm } from '~/domain/match/alert'
import type { Need } from '~/domain/match/need'
import { SYSTEM, VISITOR } from '~/domain/party/permission'
import type { Day } from '~/domain/time/day'
import { db } from '~/infra/db.server'
import { forgetSnapshot } from '~/infra/snapshot.server'
import { tellOfNewFits } from '~/jobs/need-alerts'
import { candidatesFor } from '~/queries/match/candidates.server'
import { matchAnswer } from '~/queries/match/match-answer.server'
import { myNeed, myNeeds } from '~/queries/match/my-needs.server'
import { keptRuns, myRun } from '~/queries/match/runs.server'
import { type CaseLine, caseLine, codeOf, morning } from './case-line'
import { describeDatabases } from './database'

/** Thursday, 09:00 in Vietnam. */
const NOW = '2026-10-01'

describeDatabases('saved needs', (open) => {
  let line: CaseLine
  beforeAll(async () => {
    await open('demo')
    line = await caseLine()
    forgetSnapshot()
  })

  const need: Need = { sector: 'electronics', areaMinM2: 10_000, maxPriceUsdPerM2: 5, zones: ['LS-IP-VSIP'] }
  const save = async (who: string, alert: AlertRhythm, own: object = {}) => {
    const ctx = await line.as(who, NOW)
    const organizationId = ctx.actor.organizations[0]?.id ?? ''
    const saved = await saveNeed(ctx, {
      organizationId,
      name: `${who} ${alert}`,
      need,
      alert,
      shareName: false,
      ...own,
    })
    return saved.ok ? saved.value.id : saved.refusal.code
  }
  const priceOf = async (code: string, usdPerM2: number) => {
    const where = { plot: { code }, key: 'price_usd_per_m2', supersededAt: null }
    await db().fact.updateMany({ where, data: { value: usdPerM2, confirmedUntil: new Date('2027-06-01') } })
    await db().catalogue.update({ where: { id: 1 }, data: { version: { increment: 1 } } })
    forgetSnapshot()
  }
  const look = (on: string) => tellOfNewFits(morning(on))
  const dayOf = (text: string) => text as Day
  const alertsOf = (needId: string) => db().needAlert.findMany({ where: { needId }, orderBy: { site: 'asc' } })
  const mails = () => db().outbox.findMany({ where: { kind: 'need_alert' }, orderBy: { createdAt: 'asc' } })

  it('tells what became true, once, in the rhythm that was asked for', async () => {
    const plot = await db().plot.findFirstOrThrow({
      where: { zone: { code: 'LS-IP-VSIP' }, commercial: 'offered', facts: { some: { key: 'price_usd_per_m2' } } },
      orderBy: { code: 'asc' },
    })
    await priceOf(plot.code, 90)
    const atOnce = await save('investor.vn', 'at_once')
    const weekly = await save('investor.cn', 'weekly')
    // The first look is where alerts begin: what fits already is no news.
    await look(NOW)
    expect(await db().needAlert.count()).toBe(0)
    expect(await db().plotSeen.count()).toBeGreaterThan(100)

    await priceOf(plot.code, 4)
    await Promise.all([look(NOW), look(NOW), look(NOW)])
    const told = [{ site: plot.code, became: ['price'] }]
    expect((await alertsOf(atOnce)).map(({ site, became }) => ({ site, became }))).toEqual(told)
    expect((await alertsOf(weekly)).map(({ site, became }) => ({ site, became }))).toEqual(told)
    const [mail, ...others] = await mails()
    expect(others).toEqual([])
    expect(mail?.toEmail).toContain('investor.vn')
    expect(mail?.text).toContain(`${plot.code}: giá trong mức`)
    // Nothing changed: nothing is told again. The week's mail leaves on Monday at seven.
    await look(NOW)
    await look('2026-10-04')
    expect(await mails()).toHaveLength(1)
    const due = () => mailAlerts({ actor: SYSTEM, now: morning('2026-10-05') }, { needId: weekly })
    expect((await Promise.all([due(), due(), due()])).filter(({ ok }) => ok)).toHaveLength(1)
    expect(await mails()).toHaveLength(2)

    // Off the market and offered again: that it is offered is what became true.
    await db().plot.update({ where: { id: plot.id }, data: { commercial: 'not_offered' } })
    await priceOf(plot.code, 4)
    await look('2026-10-06')
    await db().plot.update({ where: { id: plot.id }, data: { commercial: 'offered' } })
    await priceOf(plot.code, 4)
    await look('2026-10-07')
    expect((await alertsOf(atOnce)).map(({ became }) => became)).toEqual([['price'], ['offered']])

    const token = (await mails())[0]?.text.match(/\/needs\/(\S+)\/stop/)?.[1] ?? ''
    expect(codeOf(await stopAlerts({ actor: VISITOR, now: morning('2026-10-07') }, { token: 'x' }))).toBe('not-found')
    expect(codeOf(await stopAlerts({ actor: VISITOR, now: morning('2026-10-07') }, { token }))).toBe('ok')
    expect(await db().need.findUnique({ where: { id: atOnce } })).toMatchObject({ alert: 'never', archivedAt: null })
    expect(codeOf(await mailAlerts({ actor: VISITOR, now: morning(NOW) }, { needId: weekly }))).toBe('not-signed-in')

    // Keepers see who would take it, by name with consent alone; another zone's developer sees nothing.
    const officer = await line.as('officer', '2026-10-07')
    const shared = await db().need.findUniqueOrThrow({ where: { id: weekly } })
    const cn = await line.as('investor.cn', '2026-10-07')
    const edit = { id: weekly, version: shared.version, name: 'Mới', alert: 'daily' as const, shareName: true }
    expect(codeOf(await editNeed(await line.as('investor.vn', '2026-10-07'), edit))).toBe('not-found')
    expect(codeOf(await editNeed(cn, edit))).toBe('ok')
    expect(codeOf(await editNeed(cn, edit))).toBe('conflict')
    const found = await candidatesFor(officer, plot.code)
    const names = found.ok ? found.value.candidates.map(({ organization }) => organization?.name ?? null) : []
    expect(names.sort()).toEqual([null, '谅山友谊电子有限公司 (示例)'].sort())
    expect(codeOf(await candidatesFor(await line.as('developer.huulung', '2026-10-07'), plot.code))).toBe('ok')
    expect(codeOf(await candidatesFor(await line.as('developer.hoason1', '2026-10-07'), plot.code))).toBe('not-found')
  })

  it('tells of the sets one plot completes, and shows keepers what each would answer', async () => {
    const ctx = await line.as('investor.vn', '2026-10-08')
    const wide: Need = {
      sector: 'electronics',
      areaMinM2: 260_000,
      allowSets: true,
      maxSetSize: 3,
      zones: ['LS-IP-VSIP'],
    }
    const sets = async () => {
      const answer = await matchAnswer({ ...wide, limit: 200 }, morning('2026-10-08'))
      if (!answer.ok) throw new Error('the need is in order')
      return answer.value.results.map(({ plots }) => plots).filter((plots) => plots.length > 1)
    }
    const code = (await sets())[0]?.[0] ?? ''
    const through = (await sets()).filter((plots) => plots.includes(code)).map((plots) => plots.join('+'))
    expect(through.length).toBeGreaterThan(0)
    await db().plot.update({ where: { code }, data: { commercial: 'not_offered' } })
    await priceOf('none', 0)
    const saved = await save('investor.vn', 'never', { need: wide })
    await look('2026-10-08')
    await db().plot.update({ where: { code }, data: { commercial: 'offered' } })
    await priceOf('none', 0)
    await look('2026-10-08')
    const told = (await alertsOf(saved)).filter(({ site }) => site.includes('+'))
    expect(told.map(({ site }) => site)).toEqual(through.sort())
    expect(told.every(({ became }) => became.join() === 'offered')).toBe(true)
    const officer = { ...(await line.as('officer', '2026-10-08')), now: ctx.now }
    const page = await candidatesFor(officer, code)
    expect(page.ok && page.value.sets.map(({ plots }) => plots.join('+'))).toEqual(expect.arrayContaining([through[0]]))
    const ofSet = await candidatesFor(officer, through[0] ?? '')
    expect(ofSet.ok && ofSet.value.candidates.map(({ id }) => id)).toContain(saved)
    expect(codeOf(await candidatesFor(officer, `${code}+X`))).toBe('not-found')
  })

  it('keeps a shortlist as it was, says what has changed since, and is nobody else’s', async () => {
    const id = await save('investor.vn', 'never', {
      need: { sector: 'wood_furniture', areaMinM2: 20_000, allowSets: true },
    })
    const ctx = await line.as('investor.vn', NOW)
    const page = await myNeed(ctx, id)
    if (!page.ok) throw new Error(page.refusal.code)
    const answer = await matchAnswer(page.value.need, ctx.now)
    if (!answer.ok) throw new Error('the need is in order')
    expect(page.value.feasibleCount).toBe(answer.value.feasibleCount)
    const [best] = answer.value.results
    const { organizationId, need: asked } = page.value
    const run = await keepRun(ctx, { organizationId, needId: id, need: asked, answer: answer.value })
    const code = run.ok ? run.value.code : ''
    const same = await myRun(ctx, code)
    expect(same.ok && same.value.changes).toEqual([])
    expect(same.ok && same.value.kept).toEqual(answer.value)
    await db().plot.update({ where: { code: best?.plots[0] }, data: { commercial: 'leased' } })
    await priceOf('none', 0)
    const later = await myRun(ctx, code)
    const gone = later.ok ? later.value.changes.filter(({ now }) => !now.fits) : []
    expect(gone).toContainEqual({
      site: best?.plots.join('+'),
      from: best?.score,
      now: { fits: false, why: 'not_offered' },
    })
    expect(later.ok && later.value.kept).toEqual(answer.value)

    // Kept without a saved need too, as from the page of the match.
    const bare = await keepRun(ctx, { organizationId, needId: null, need: asked, answer: answer.value })
    const kept = await keptRuns({ organizationIds: [organizationId] })
    expect(kept.map((one) => [one.code, one.needName])).toEqual([
      [bare.ok && bare.value.code, null],
      [code, 'investor.vn never'],
    ])
    expect(kept[0]?.feasibleCount).toBe(answer.value.feasibleCount)
    expect((await keptRuns({ needId: id })).map((one) => one.code)).toEqual([code])

    const stranger = await line.as('investor.cn', NOW)
    expect(codeOf(await keepRun(stranger, { organizationId, needId: null, need: asked, answer: answer.value }))).toBe(
      'not-found',
    )
    expect(codeOf(await myRun(stranger, code))).toBe('not-found')
    expect(codeOf(await myNeed(stranger, id))).toBe('not-found')
    expect((await myNeeds(stranger)).needs.map((one) => one.id)).not.toContain(id)
    expect(codeOf(await archiveNeed(stranger, { id, version: 1 }))).toBe('not-found')
    const put = await db().need.findUniqueOrThrow({ where: { id } })
    expect(codeOf(await archiveNeed(ctx, { id, version: put.version }))).toBe('ok')
    expect((await myNeeds(ctx)).needs.map((one) => one.id)).not.toContain(id)
    expect((await myRun(ctx, code)).ok).toBe(true)
  })

  it('asks a need whose ready-by day is over as of today, everywhere, and says by how much it fits', async () => {
    const wanted: Need = { sector: 'wood_furniture', areaMinM2: 20_000, readyBy: dayOf('2026-09-01') }
    const id = await save('investor.vn', 'never', { need: wanted })
    const ctx = await line.as('investor.vn', NOW)
    const today = await matchAnswer({ ...wanted, readyBy: dayOf(NOW) }, ctx.now)
    if (!today.ok) throw new Error('the need of today is in order')
    expect(today.value.feasibleCount).toBeGreaterThan(0)
    const page = await myNeed(ctx, id)
    expect(page.ok && [page.value.feasibleCount, page.value.need.readyBy, page.value.mistakes]).toEqual([
      today.value.feasibleCount,
      '2026-09-01',
      [],
    ])
    const [best] = today.value.results
    const candidates = await candidatesFor(await line.as('officer', NOW), best?.plots[0] ?? '')
    const own = candidates.ok ? candidates.value.candidates.find((one) => one.id === id) : undefined
    expect(own?.fit?.score).toBe(best?.score)
    expect(own?.fit?.criteria).toEqual(best?.criteria.filter(({ kind }) => kind === 'hard'))
  })
})
