import { beforeAll, expect, it } from 'vitest'
import { assignCase } from '~/commands/case/assign-case.server'
import { receiveCase } from '~/commands/case/receive-case.server'
import { submitInterest } from '~/commands/interest/submit-interest.server'
import { type Day, dayInVietnam } from '~/domain/time/day'
import { db } from '~/infra/db.server'
import { actorOf } from '~/infra/session.server'
import type { Ctx } from '~/infra/transact.server'
import { inbox } from '~/queries/case/inbox.server'
import { officeCase } from '~/queries/case/office-case.server'
import { loadDemo } from '../prisma/seed/demo'
import { makeDraft, makeForm } from '../prisma/seed/factories'
import { describeDatabases } from './database'

const day = (text: string) => text as Day
/** 09:00 in Vietnam. */
const morning = (on: string) => new Date(`${on}T02:00:00Z`)

describeDatabases('the inbox', (open) => {
  const ids = new Map<string, string>()
  const as = async (name: string, on: string): Promise<Ctx> => {
    const actor = await actorOf(ids.get(name) ?? '')
    if (!actor) throw new Error(`no ${name}`)
    return { actor, now: morning(on) }
  }
  const submitted = async (plotCode: string, on: string): Promise<string> => {
    const ctx = await as('investor.vn', on)
    const plot = await db().plot.findUniqueOrThrow({ where: { code: plotCode }, include: { zone: true } })
    const form = makeForm(dayInVietnam(ctx.now))
    const interestId = await makeDraft(db(), {
      organizationId: ctx.actor.organizations[0]?.id ?? '',
      createdById: ctx.actor.personId ?? '',
      zoneCode: plot.zone.code,
      plotCodes: [plotCode],
      form,
      at: ctx.now,
    })
    const verdict = await submitInterest(ctx, { interestId, version: 1, form })
    if (!verdict.ok) throw new Error(verdict.refusal.code)
    return verdict.value.number
  }
  let late = ''
  let fresh = ''
  let assigned = ''

  beforeAll(async () => {
    await open()
    await loadDemo(db(), day('2026-10-01'))
    for (const person of await db().person.findMany()) ids.set(person.email.split('@')[0] ?? '', person.id)
    const [one, other] = await db().plot.findMany({
      where: { commercial: 'offered' },
      orderBy: { code: 'asc' },
      take: 2,
    })
    assigned = await submitted(one?.code ?? '', '2026-11-09')
    late = await submitted(other?.code ?? '', '2026-11-10')
    fresh = await submitted(one?.code ?? '', '2026-11-16')
    const intake = await as('intake', '2026-11-10')
    await receiveCase(intake, { number: assigned, version: 1, officialCode: null })
    await assignCase(intake, { number: assigned, version: 2, officerId: ids.get('officer') ?? '' })
  })

  it('gives each person what waits for them, soonest due day first, with counts of all', async () => {
    const intake = await inbox(await as('intake', '2026-11-16'), {})
    expect(intake.tab).toBe('mine')
    expect(intake.rows.map((row) => row.number)).toEqual([late, fresh])
    expect(intake.counts).toEqual({ mine: 2, unassigned: 2, division: 3, ended: 0 })
    expect(intake.due).toMatchObject({ overdue: 1, waiting: 0 })
    const officer = await inbox(await as('officer', '2026-11-16'), {})
    expect(officer.rows.map((row) => row.number)).toEqual([assigned])
    expect(officer.rows[0]?.due).toMatchObject({ unit: 'working_day', of: 14, paused: false })
    expect((await inbox(await as('officer2', '2026-11-16'), {})).rows).toEqual([])
    expect((await inbox(await as('auditor', '2026-11-16'), {})).tab).toBe('division')
  })

  it('filters by what is late, by stage and by words without their marks, and pages by key', async () => {
    const ctx = await as('head', '2026-11-16')
    const numbers = async (filter: Parameters<typeof inbox>[1]) =>
      (await inbox(ctx, { tab: 'division', ...filter })).rows.map((row) => row.number)
    expect(await numbers({ due: 'overdue' })).toEqual([late])
    expect(await numbers({ state: 'in_check' })).toEqual([assigned])
    expect(await numbers({ q: 'go xu lang' })).toHaveLength(3)
    expect(await numbers({ q: 'khong co' })).toEqual([])
    const [first] = (await inbox(ctx, { tab: 'division' })).rows
    expect(await numbers({ after: `${first?.due?.day}~${first?.number}` })).not.toContain(first?.number)
  })

  it('says who else asks for the same plot, and what each may do', async () => {
    const ctx = await as('officer', '2026-11-16')
    const { rows } = await inbox(ctx, { tab: 'division' })
    expect(rows.find((row) => row.number === fresh)?.rivals).toEqual([assigned])
    const page = await officeCase(ctx, assigned)
    if (!page.ok) throw new Error(page.refusal.code)
    const whyNot = Object.fromEntries(page.value.actions.map((one) => [one.action, one.whyNot]))
    expect(whyNot).toEqual({ return: null, check: null, supplement: null, suspend: 'not-allowed' })
    const other = await officeCase(await as('officer2', '2026-11-16'), assigned)
    if (!other.ok) throw new Error(other.refusal.code)
    expect(other.value.actions.find((one) => one.action === 'check')?.whyNot).toBe('not-allowed')
    expect(other.value.history.map((entry) => entry.act)).toEqual(['case.assign', 'case.receive', 'case.submit'])
    expect(await officeCase(await as('investor.vn', '2026-11-16'), assigned)).toMatchObject({
      refusal: { code: 'not-allowed' },
    })
    expect(await officeCase(ctx, 'CM-0000-000000')).toMatchObject({ refusal: { code: 'not-found' } })
  })
})
