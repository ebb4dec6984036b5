import { beforeAll, expect, it } from 'vitest'
import { assignCase } from '~/commands/case/assign-case.server'
import { assignCases } from '~/commands/case/assign-cases.server'
import { handOverCase } from '~/commands/case/hand-over-case.server'
import { rebuildDueDays } from '~/commands/case/rebuild-due-days.server'
import { receiveCase } from '~/commands/case/receive-case.server'
import { removeFilter } from '~/commands/case/remove-filter.server'
import { saveFilter } from '~/commands/case/save-filter.server'
import { takeBackCase } from '~/commands/case/take-back-case.server'
import { submitInterest } from '~/commands/interest/submit-interest.server'
import { endAbsence } from '~/commands/party/end-absence.server'
import { recordAbsence } from '~/commands/party/record-absence.server'
import { renameOrganization } from '~/commands/party/rename-organization.server'
import { SYSTEM } from '~/domain/party/permission'
import { addDays, dayInVietnam } from '~/domain/time/day'
import { db } from '~/infra/db.server'
import { actorOf } from '~/infra/session.server'
import type { Ctx } from '~/infra/transact.server'
import { caseHistory } from '~/queries/case/case-history.server'
import { countInbox, inbox } from '~/queries/case/inbox.server'
import type { InboxFilter } from '~/queries/case/inbox-where.server'
import { officeCase } from '~/queries/case/office-case.server'
import { officers } from '~/queries/case/officers.server'
import { receiptPaper } from '~/queries/case/receipt-paper.server'
import { casesRevision } from '~/queries/case/revision.server'
import { savedFilters } from '~/queries/case/saved-filters.server'
import { standingForm } from '~/queries/case/standing-form.server'
import { makeDraft, makeForm } from '../prisma/seed/factories'
import { codeOf, present } from './case-line'
import { describeDatabases } from './database'

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
    await open('demo')
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
    const checks = await present('2026-11-10')
    await receiveCase(intake, { number: assigned, version: 1, officialCode: null, checks })
    await assignCase(intake, { number: assigned, version: 2, officerId: ids.get('officer') ?? '' })
  })

  it('gives each person what waits for them, soonest due day first, with counts of all', async () => {
    const intake = await inbox(await as('intake', '2026-11-16'), {})
    expect(intake.tab).toBe('mine')
    expect(intake.rows.map((row) => row.number)).toEqual([late, fresh])
    expect(intake.tabs).toEqual(['mine', 'unassigned', 'all', 'ended'])
    expect(intake.counts).toMatchObject({ mine: 2, unassigned: 2, all: 3, ended: 0 })
    expect(intake.due).toMatchObject({ overdue: 1, waiting: 0 })
    const officer = await inbox(await as('officer', '2026-11-16'), {})
    expect(officer.rows.map((row) => row.number)).toEqual([assigned])
    expect(officer.rows[0]?.due).toMatchObject({ unit: 'working_day', of: 14, paused: false })
    expect((await inbox(await as('officer2', '2026-11-16'), {})).rows).toEqual([])
    expect((await inbox(await as('auditor', '2026-11-16'), {})).tab).toBe('all')
  })

  it('filters by what is late, by stage and by words without their marks, and pages by key', async () => {
    const ctx = await as('head', '2026-11-16')
    const numbers = async (filter: Parameters<typeof inbox>[1]) =>
      (await inbox(ctx, { tab: 'all', ...filter })).rows.map((row) => row.number)
    expect(await numbers({ due: 'overdue' })).toEqual([late])
    expect(await numbers({ state: 'in_check' })).toEqual([assigned])
    expect(await numbers({ q: 'go xu lang' })).toHaveLength(3)
    expect(await numbers({ q: 'khong co' })).toEqual([])
    const owner = await as('investor.vn', '2026-11-16')
    const organizationId = owner.actor.organizations[0]?.id ?? ''
    const rename = (version: number, ctx = owner) =>
      renameOrganization(ctx, { organizationId, version, name: 'Công ty Tre Xứ Lạng' })
    expect(codeOf(await rename(1, await as('investor.cn', '2026-11-16')))).toBe('not-found')
    expect(codeOf(await rename(9))).toBe('conflict')
    expect(codeOf(await rename(1))).toBe('ok')
    expect(codeOf(await rename(2))).toBe('ok')
    expect(await numbers({ q: 'tre xu lang' })).toHaveLength(3)
    const paper = await receiptPaper(owner, late)
    expect(paper.ok && paper.value.organization.name).toContain('Gỗ Xứ Lạng')
    expect(await numbers({ q: 'go xu lang' })).toHaveLength(3)
    const [first] = (await inbox(ctx, { tab: 'all' })).rows
    expect(await numbers({ after: `${first?.due?.day}~${first?.number}` })).not.toContain(first?.number)
  })

  it('says who else asks for the same plot, and what each may do', async () => {
    const ctx = await as('officer', '2026-11-16')
    const { rows } = await inbox(ctx, { tab: 'all' })
    expect(rows.find((row) => row.number === fresh)?.rivals).toEqual([assigned])
    const page = await officeCase(ctx, assigned)
    if (!page.ok) throw new Error(page.refusal.code)
    const whyNot = Object.fromEntries(page.value.actions.map((one) => [one.action, one.whyNot]))
    expect(whyNot).toEqual({
      return: null,
      'hand-over': null,
      'take-back': 'not-allowed',
      check: null,
      supplement: null,
      suspend: 'not-allowed',
    })
    const other = await officeCase(await as('officer2', '2026-11-16'), assigned)
    if (!other.ok) throw new Error(other.refusal.code)
    expect(other.value.actions.find((one) => one.action === 'check')?.whyNot).toBe('not-allowed')
    expect(other.value.history.map((entry) => entry.act)).toEqual(['case.assign', 'case.receive', 'case.submit'])
    expect(await officeCase(await as('investor.vn', '2026-11-16'), assigned)).toMatchObject({
      refusal: { code: 'not-allowed' },
    })
    expect(await officeCase(ctx, 'CM-0000-000000')).toMatchObject({ refusal: { code: 'not-found' } })
  })

  it('keeps the due day wherever the clock turns: computing all of them again writes none, a lost one comes back', async () => {
    const system: Ctx = { actor: SYSTEM, now: morning('2026-11-16') }
    expect(await rebuildDueDays(system, { edition: 1 })).toEqual({ ok: true, value: { written: 0 } })
    const dueOf = async () => (await db().caseFile.findUniqueOrThrow({ where: { number: assigned } })).nextDueDay
    const kept = await dueOf()
    expect(kept).not.toBe(null)
    await db().caseFile.update({ where: { number: assigned }, data: { nextDueDay: null } })
    expect(await rebuildDueDays(system, { edition: 1 })).toEqual({ ok: true, value: { written: 1 } })
    expect(await dueOf()).toEqual(kept)
    expect(await rebuildDueDays(await as('head', '2026-11-16'), { edition: 1 })).toMatchObject({
      refusal: { code: 'not-allowed' },
    })
  })

  it('counts and shows the same under every filter, and each division its own', async () => {
    const head = await as('head', '2026-11-16')
    const { zone } = await db().interest.findFirstOrThrow({
      where: { case: { number: late } },
      include: { zone: true },
    })
    const filters: InboxFilter[] = [
      { tab: 'all' },
      { tab: 'all', q: 'go xu lang', due: 'overdue' },
      { tab: 'all', zone: zone.code },
      { tab: 'all', officer: ids.get('officer') },
      { tab: 'all', officer: 'nobody' },
      { tab: 'division' },
      { tab: 'unassigned', due: 'soon' },
      { tab: 'ended' },
    ]
    for (const filter of filters) {
      const page = await inbox(head, filter)
      expect([filter, page.total]).toEqual([filter, page.rows.length])
      expect(await countInbox(head, filter)).toBe(page.total)
      if (page.due && filter.due) expect(page.due[filter.due]).toBe(page.total)
    }
    expect((await inbox(head, { tab: 'all', officer: 'nobody' })).total).toBe(0)
    const divisions = await Promise.all(
      ['officer', 'officer2'].map(
        async (name) => (await inbox(await as(name, '2026-11-16'), { tab: 'division' })).rows,
      ),
    )
    expect(divisions.flat().length).toBe(3)
    // What is not a list of one's own is one's first: intake is of no division.
    expect((await inbox(await as('intake', '2026-11-16'), { tab: 'division' })).tab).toBe('mine')
    // Conditions are bound, never part of the statement; a broken key begins at the top.
    expect((await inbox(head, { tab: 'all', q: "'; DROP TABLE x; %_\\" })).rows).toEqual([])
    expect((await inbox(head, { tab: 'all', after: '2026-13-45~x' })).rows).toHaveLength(3)
  })

  it('assigns several at once, each for itself and with its reason; hands over, takes back, keeps who had it', async () => {
    const intake = await as('intake', '2026-11-16')
    for (const number of [late, fresh])
      await receiveCase(intake, { number, version: 1, officialCode: null, checks: await present('2026-11-10') })
    const officerId = ids.get('officer2') ?? ''
    const cases = [
      { number: late, version: 2 },
      { number: fresh, version: 1 },
      { number: assigned, version: 3 },
      { number: 'CM-0000-000000', version: 1 },
    ]
    const given = await assignCases(intake, { cases, officerId })
    if (!given.ok) throw new Error(given.refusal.code)
    expect(given.value.lines.map(({ refusal }) => refusal?.code ?? 'given')).toEqual([
      'given',
      'conflict',
      'state-forbids',
      'not-found',
    ])
    expect(await assignCases(intake, { cases, officerId: ids.get('head') ?? '' })).toMatchObject({
      refusal: { code: 'not-a-choice', field: 'officerId' },
    })
    expect(await assignCases(await as('officer', '2026-11-16'), { cases, officerId })).toMatchObject({
      refusal: { code: 'not-allowed' },
    })
    const over = { number: late, version: 3, officerId: ids.get('officer') ?? '', reason: 'Nghỉ phép' }
    expect(await handOverCase(await as('officer', '2026-11-16'), over)).toMatchObject({
      refusal: { code: 'not-allowed' },
    })
    expect(await handOverCase(await as('officer2', '2026-11-16'), { ...over, officerId })).toMatchObject({
      refusal: { code: 'not-a-choice' },
    })
    expect(await handOverCase(await as('officer2', '2026-11-16'), over)).toEqual({ ok: true, value: true })
    const head = await as('head', '2026-11-17')
    const back = { number: late, version: 4, reason: 'Chuyên viên quá tải' }
    expect(await takeBackCase(await as('officer', '2026-11-17'), back)).toMatchObject({
      refusal: { code: 'not-allowed' },
    })
    expect(await takeBackCase(head, back)).toEqual({ ok: true, value: true })
    expect(await takeBackCase(head, { ...back, version: 5 })).toMatchObject({ refusal: { code: 'state-forbids' } })
    const unassigned = await inbox(head, { tab: 'unassigned' })
    expect(unassigned.rows.find(({ number }) => number === late)).toMatchObject({ state: 'in_check', assignable: true })
    expect(await assignCases(head, { cases: [{ number: late, version: 5 }], officerId })).toMatchObject({
      value: { lines: [{ refusal: null }] },
    })
    const row = await db().caseFile.findUniqueOrThrow({
      where: { number: late },
      include: { assignments: { orderBy: { at: 'asc' } } },
    })
    expect(row).toMatchObject({ state: 'in_check', officerId, divisionKey: 'clusters' })
    expect(row.assignments.map(({ kind }) => kind).sort()).toEqual([
      'assigned',
      'handed_over',
      'handed_over',
      'taken_back',
    ])
    await expect(db().caseAssignment.deleteMany({})).rejects.toThrow()
    expect((await officers(head)).map(({ fullName, open }) => [fullName, open])).toEqual([
      ['Hoàng Thị Lan', 1],
      ['Nông Văn Đức', 1],
    ])
  })

  it("keeps a person's filters under their names, up to a number, and nobody else's", async () => {
    const [mine, theirs] = [await as('officer', '2026-11-16'), await as('head', '2026-11-16')]
    await saveFilter(mine, { name: 'Gấp', query: 'due=soon&tab=mine' })
    await saveFilter(mine, { name: 'Gấp', query: 'due=overdue&tab=mine' })
    const [kept, ...others] = await savedFilters(mine)
    expect([kept?.query, others]).toEqual(['due=overdue&tab=mine', []])
    expect(await savedFilters(theirs)).toEqual([])
    expect(await removeFilter(theirs, { id: kept?.id ?? '' })).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await removeFilter(mine, { id: 'x' })).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await removeFilter(mine, { id: kept?.id ?? '' })).toMatchObject({ ok: true })
    for (let n = 0; n < 20; n += 1) await saveFilter(mine, { name: `F${n}`, query: `q=${n}` })
    expect(await saveFilter(mine, { name: 'F20', query: 'q=20' })).toMatchObject({ refusal: { code: 'too-many' } })
  })

  it('lets a deputy work while the officer is away, for whom stands in the record, and not a day longer', async () => {
    const today = dayInVietnam(new Date())
    const now = new Date()
    const actor = async (name: string) => {
      const found = await actorOf(ids.get(name) ?? '')
      if (!found) throw new Error(`no ${name}`)
      return { actor: found, now }
    }
    const [away, deputy] = [ids.get('officer2') ?? '', ids.get('officer') ?? '']
    const absence = { personId: away, deputyId: deputy, fromDay: today, untilDay: addDays(today, 5), note: null }
    const note = { number: late, version: 6, officerId: deputy, reason: 'Nghỉ ốm' }
    expect(await handOverCase(await actor('officer'), note)).toMatchObject({ refusal: { code: 'not-allowed' } })
    expect(await recordAbsence(await actor('officer'), absence)).toMatchObject({ refusal: { code: 'not-allowed' } })
    expect(await recordAbsence(await actor('intake'), absence)).toMatchObject({ refusal: { code: 'not-allowed' } })
    const head = await actor('head')
    expect(await recordAbsence(head, { ...absence, deputyId: ids.get('intake') ?? '' })).toMatchObject({
      refusal: { code: 'not-a-choice', field: 'deputyId' },
    })
    const recorded = await recordAbsence(await actor('officer2'), absence)
    expect(recorded.ok).toBe(true)
    expect(await recordAbsence(head, absence)).toMatchObject({ refusal: { code: 'already-used' } })
    expect(await recordAbsence(head, { ...absence, personId: deputy, deputyId: away })).toMatchObject({
      refusal: { code: 'deputy-away' },
    })
    const acting = await actor('officer')
    expect(acting.actor.deputyFor).toEqual([{ id: away, fullName: 'Nông Văn Đức' }])
    expect((await inbox(acting, { tab: 'mine' })).rows.map(({ number }) => number)).toContain(late)
    expect((await officers(acting)).find(({ id }) => id === away)?.away?.deputy).toBe('Hoàng Thị Lan')
    expect(await handOverCase(acting, note)).toEqual({ ok: true, value: true })
    const file = await db().caseFile.findUniqueOrThrow({ where: { number: late } })
    const [entry] = await caseHistory(file.id)
    expect(entry).toMatchObject({
      act: 'case.hand_over',
      by: 'Hoàng Thị Lan',
      detail: { deputizedFor: 'Nông Văn Đức' },
    })
    expect(await standingForm(late, 'hand-over')).toEqual({ version: '7', officerId: deputy })
    const id = recorded.ok ? recorded.value.id : ''
    expect(await endAbsence(await actor('officer'), { id })).toMatchObject({ refusal: { code: 'not-allowed' } })
    expect(await endAbsence(head, { id })).toEqual({ ok: true, value: true })
    expect(await endAbsence(head, { id })).toMatchObject({ refusal: { code: 'state-forbids' } })
    expect((await actor('officer')).actor.deputyFor).toEqual([])
    const before = await casesRevision(head, late)
    const over = { number: late, version: 7, officerId: away, reason: 'x' }
    expect(await handOverCase(await actor('officer'), over)).toEqual({ ok: true, value: true })
    const after = await casesRevision(head, late)
    expect(after.revision).not.toBe(before.revision)
    expect(after.last).toMatchObject({ number: late, act: 'case.hand_over', by: 'Hoàng Thị Lan' })
    expect((await casesRevision(head, fresh)).revision).not.toBe(after.revision)
  })

  it('looks for words no further than to a page and a count that says so', async () => {
    const head = await as('head', '2026-11-16')
    await db().$executeRaw`
      WITH kept AS (SELECT * FROM "CaseFile" WHERE number = ${late}), made AS (
        INSERT INTO "Interest" (id, "organizationId", "zoneId", "createdById", state, form, "updatedAt")
        SELECT gen_random_uuid(), i."organizationId", i."zoneId", i."createdById", i.state, i.form, i."updatedAt"
        FROM "Interest" i JOIN kept ON kept."interestId" = i.id, generate_series(1, 203) RETURNING id)
      INSERT INTO "CaseFile" (id, number, "interestId", "organizationId", "zoneId", state, "searchText", "submittedAt", "intakeDueDay",
        "nextDueDay")
      SELECT gen_random_uuid(), 'CM-2026-1' || lpad(n::text, 5, '0'), made.id, kept."organizationId", kept."zoneId", 'submitted',
        'dong loat so ' || n, kept."submittedAt", DATE '2026-11-09', DATE '2026-11-09' + n::int / 10
      FROM kept, (SELECT id, row_number() OVER () AS n FROM made) made`
    const asked = (own: InboxFilter) => inbox(head, { tab: 'all', q: 'dong loat', ...own })
    const many = await asked({})
    expect([many.rows.length, many.total, many.anyDue, many.foundTo, many.countedTo]).toEqual([50, 201, 201, 200, 1000])
    expect(many.due).toEqual({ overdue: null, soon: null, waiting: null, silent: null })
    // 2026-11-09 is the day of the first nine, ten more have each day after it.
    const overdue = await asked({ due: 'overdue' })
    expect([overdue.rows.length, overdue.total]).toEqual([50, 69])
    const few = await asked({ q: 'so 20 dong', due: 'overdue' })
    expect(few.due?.overdue).toBe(few.total)
    expect([few.rows.length, few.anyDue]).toEqual([1, 6])
    expect(await countInbox(head, { tab: 'all', q: 'dong loat' })).toBe(203)
    expect((await inbox(head, { tab: 'all' })).due?.overdue).toBeGreaterThanOrEqual(69)
  })
})
