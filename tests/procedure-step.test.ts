import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { recordStep } from '~/commands/procedure/record-step.server'
import { buildRoadmap } from '~/domain/procedure/roadmap'
import { roadmapRows } from '~/domain/procedure/roadmap-rows'
import type { StepMove } from '~/domain/procedure/step-state'
import type { Text } from '~/domain/text'
import { type Day, dayToDate } from '~/domain/time/day'
import type { Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import type { Prisma } from '~/infra/prisma/client'
import { calendar, procedureVersions, tracks } from '~/infra/reference.server'
import { actorOf } from '~/infra/session.server'
import type { Ctx } from '~/infra/transact.server'
import type { Upload } from '~/infra/upload.server'
import { caseRoadmap } from '~/queries/procedure/case-roadmap.server'
import { procedureList } from '~/queries/procedure/procedure-list.server'
import { stepList } from '~/queries/procedure/step-list.server'
import { stepPage } from '~/queries/procedure/step-page.server'
import { loader as calendarLoader } from '~/routes/api/calendar'
import { loader as clockLoader } from '~/routes/api/clock'
import { loader as proceduresLoader } from '~/routes/api/procedures'
import { action as roadmapAction } from '~/routes/api/roadmap'
import { DEMO_ORGANIZATIONS, DEMO_PEOPLE, makeOrganization, makePerson } from '../prisma/seed/factories'
import { describeDatabases } from './database'
import { facts } from './published-procedures'

const day = (text: string) => text as Day
const json = (value: unknown) => value as Prisma.InputJsonValue
const codeOf = (verdict: Verdict<unknown>) => (verdict.ok ? 'ok' : verdict.refusal.code)

describeDatabases('steps of a roadmap', (open) => {
  const ids = new Map<string, string>()
  let organizationId = ''
  let count = 0

  const as = async (name: string, instant: string): Promise<Ctx> => {
    const actor = await actorOf(ids.get(name) ?? '')
    if (!actor) throw new Error(`no ${name}`)
    return { actor, now: new Date(instant) }
  }

  beforeAll(async () => {
    const { prisma } = await open()
    organizationId = await makeOrganization(prisma, DEMO_ORGANIZATIONS.go)
    for (const { organization, ...person } of DEMO_PEOPLE) {
      const member = organization?.key === 'go' ? { organizationId, memberRole: organization.role } : {}
      ids.set(
        person.name,
        await makePerson(prisma, { ...person, ...member, fromDay: day('2026-01-01'), passwordHash: 'none' }),
      )
    }
  })

  /** An approved case with its roadmap, as the decision leaves it. */
  async function approvedCase() {
    count += 1
    const built = buildRoadmap({
      tracks: await tracks(),
      versions: await procedureVersions(),
      calendar: await calendar(),
      facts: facts({ wastewaterM3PerDay: 200 }),
      beyondCalendar: 'open',
    })
    if (!built.ok) throw new Error(built.refusal.code)
    const agencies = await db().agency.findMany()
    const rows = roadmapRows(
      built.value,
      agencies.map(({ key, nameText }) => ({ key, name: nameText as unknown as Text })),
    )
    const zone = await db().zone.findFirstOrThrow({ where: { code: 'LS-IP-VSIP' } })
    const interest = await db().interest.create({
      data: {
        organizationId,
        zoneId: zone.id,
        createdById: ids.get('investor.vn') ?? '',
        form: {},
        state: 'submitted',
      },
    })
    const file = await db().caseFile.create({
      data: {
        number: `CM-2026-9${String(count).padStart(5, '0')}`,
        interestId: interest.id,
        organizationId,
        zoneId: zone.id,
        state: 'approved',
        officerId: ids.get('officer'),
        submittedAt: new Date('2026-11-02T02:00:00Z'),
        intakeDueDay: dayToDate(day('2026-11-03')),
        roadmap: {
          create: {
            trackCode: built.value.track,
            startDay: dayToDate(day('2026-11-23')),
            facts: json(facts({ wastewaterM3PerDay: 200 })),
            steps: {
              create: rows.map(({ plannedStart, plannedEnd, agencyText, ...row }) => ({
                ...row,
                agencyText: json(agencyText),
                plannedStart: plannedStart && dayToDate(plannedStart),
                plannedEnd: plannedEnd && dayToDate(plannedEnd),
              })),
            },
          },
        },
      },
      include: { roadmap: { include: { steps: true } } },
    })
    const stepId = (code: string) => file.roadmap?.steps.find((step) => step.procedureCode === code)?.id ?? ''
    return { id: file.id, number: file.number, stepId }
  }

  async function record(ctx: Ctx, stepId: string, move: StepMove, more: { note?: string; uploads?: Upload[] } = {}) {
    const { rowVersion } = await db().roadmapStep.findUniqueOrThrow({ where: { id: stepId } })
    return recordStep(ctx, { stepId, rowVersion, move, note: '', uploads: [], ...more })
  }

  it('receives, pauses, resumes and ends, with clock, file, mail and history', async () => {
    const file = await approvedCase()
    const stepId = file.stepId('ENV-02')
    // 15:30 in Vietnam on Monday 23 November: counts as of Wednesday, the 24th being a day off.
    expect(codeOf(await record(await as('agency.env', '2026-11-23T08:30:00Z'), stepId, 'receive'))).toBe('ok')
    const received = (await caseRoadmap(file.id, day('2026-11-26')))?.steps.find((step) => step.id === stepId)
    expect(received).toMatchObject({
      state: 'received',
      stage: 'now',
      holder: 'agency',
      receivedDay: '2026-11-25',
      limit: { value: 30, unit: 'day' },
      due: { day: '2026-12-25', projected: false, overdue: false, remaining: 29 },
      moves: ['ask_supplement', 'record_result'],
    })
    const moved = await db().caseFile.findUniqueOrThrow({ where: { id: file.id } })
    expect(moved).toMatchObject({ state: 'in_fulfilment', version: 2 })

    expect(codeOf(await record(await as('agency.env', '2026-11-30T02:00:00Z'), stepId, 'ask_supplement'))).toBe(
      'required',
    )
    const asked = { note: 'Bổ sung sơ đồ thu gom nước thải' }
    expect(codeOf(await record(await as('agency.env', '2026-11-30T02:00:00Z'), stepId, 'ask_supplement', asked))).toBe(
      'ok',
    )
    const paused = (await caseRoadmap(file.id, day('2026-12-02')))?.steps.find((step) => step.id === stepId)
    expect(paused).toMatchObject({
      holder: 'applicant',
      paused: true,
      note: asked.note,
      due: { day: '2026-12-28', projected: true },
    })
    expect(codeOf(await record(await as('officer', '2026-12-03T02:00:00Z'), stepId, 'supply'))).toBe('ok')

    expect(codeOf(await record(await as('agency.env', '2026-12-10T02:00:00Z'), stepId, 'record_result'))).toBe(
      'file-missing',
    )
    const temporaryPath = path.join(await mkdtemp(path.join(tmpdir(), 'step-')), 'result.pdf')
    await writeFile(temporaryPath, '%PDF-1.7 result')
    const upload = { field: 'file', fileName: 'gpmt.pdf', mediaType: 'application/pdf', sizeBytes: 15, sha256: 'x' }
    const result = { uploads: [{ ...upload, temporaryPath }] }
    expect(codeOf(await record(await as('agency.env', '2026-12-10T02:00:00Z'), stepId, 'record_result', result))).toBe(
      'ok',
    )
    const ended = (await caseRoadmap(file.id, day('2026-12-30')))?.steps.find((step) => step.id === stepId)
    expect(ended).toMatchObject({
      stage: 'done',
      resultDay: '2026-12-10',
      resultFile: { fileName: 'gpmt.pdf' },
      due: null,
      moves: [],
    })
    expect(codeOf(await record(await as('agency.env', '2026-12-11T02:00:00Z'), stepId, 'receive'))).toBe(
      'state-forbids',
    )
    const clock = await db().clock.findUniqueOrThrow({ where: { stepId }, include: { segments: true } })
    expect(clock.endDay).toEqual(dayToDate(day('2026-12-10')))
    expect(clock.segments.every((segment) => segment.toDay !== null)).toBe(true)

    const acts = await db().auditEntry.findMany({ where: { caseId: file.id }, orderBy: { id: 'asc' } })
    expect(acts.map((entry) => entry.act)).toEqual([
      'step.receive',
      'case.fulfil',
      'step.ask_supplement',
      'step.supply',
      'step.record_result',
    ])
    const mails = await db().outbox.findMany({ where: { caseId: file.id } })
    expect(mails).toHaveLength(3)
    expect(mails[0]?.toEmail).toBe('investor.vn@demo.cotmoc.test')
  })

  it('shows a step to its own agency and office alone, and lets only those record it', async () => {
    const file = await approvedCase()
    const stepId = file.stepId('ENV-02')
    const now = '2026-11-25T02:00:00Z'
    expect(codeOf(await record(await as('agency.land', now), stepId, 'receive'))).toBe('not-found')
    expect(codeOf(await record(await as('officer2', now), stepId, 'receive'))).toBe('not-allowed')
    expect(codeOf(await record(await as('investor.cn', now), stepId, 'receive'))).not.toBe('ok')
    expect(codeOf(await stepPage(await as('agency.land', now), stepId))).toBe('not-found')
    const page = await stepPage(await as('head', now), stepId)
    expect(page.ok && page.value.moves).toEqual([])
    expect(page.ok && page.value.whyNot?.code).toBe('not-allowed')
    const own = await stepPage(await as('agency.env', now), stepId)
    expect(own.ok && own.value.moves).toEqual(['receive'])
    const listed = await stepList(await as('agency.land', now), { show: 'ready', mine: false })
    expect(listed.every((line) => line.code === 'LND-11')).toBe(true)
    expect(await db().auditEntry.count({ where: { caseId: file.id } })).toBe(0)
  })

  it('refuses what somebody saw before another change, and lets one of two win', async () => {
    const file = await approvedCase()
    const stepId = file.stepId('ENV-02')
    const input = { stepId, rowVersion: 1, move: 'receive' as const, note: '', uploads: [] }
    const [first, second] = await Promise.all([
      recordStep(await as('agency.env', '2026-11-25T02:00:00Z'), input),
      recordStep(await as('officer', '2026-11-25T02:00:00Z'), input),
    ])
    expect([codeOf(first), codeOf(second)].sort()).toEqual(['conflict', 'ok'])
    const stale = await recordStep(await as('officer', '2026-11-26T02:00:00Z'), { ...input, move: 'record_result' })
    expect(stale.ok ? null : stale.refusal).toMatchObject({ code: 'conflict', values: { act: 'step.receive' } })
    expect(await db().clock.count({ where: { stepId } })).toBe(1)
  })

  it('sets only optional steps aside, and records nothing of a case that has ended', async () => {
    const file = await approvedCase()
    const ctx = await as('officer', '2026-11-25T02:00:00Z')
    const why = { note: 'Không thuộc diện' }
    expect(codeOf(await record(ctx, file.stepId('INV-21'), 'set_aside', why))).toBe('state-forbids')
    expect(codeOf(await record(ctx, file.stepId('RPT-01'), 'set_aside', why))).toBe('ok')
    await db().caseFile.update({ where: { id: file.id }, data: { state: 'withdrawn' } })
    expect(codeOf(await record(ctx, file.stepId('INV-21'), 'receive'))).toBe('state-forbids')
  })

  it('answers programs about days, limits, procedures and roadmaps', async () => {
    type Loader = (args: never) => Promise<Response>
    const call = async (route: Loader, address: string, init?: RequestInit) => {
      const request = new Request(`http://test/api/v1/${address}`, init)
      const response = await route({ request, params: {}, context: {} } as never)
      return { status: response.status, type: response.headers.get('Content-Type'), body: await response.json() }
    }
    const post = (body: string, type = 'application/json') =>
      call(roadmapAction, 'roadmap', { method: 'POST', body, headers: { 'Content-Type': type } })

    const days = await call(calendarLoader, 'calendar?from=2026-11-24&to=2026-11-25')
    expect(days.body.days.map((entry: { kind: string; working: boolean }) => [entry.kind, entry.working])).toEqual([
      ['holiday', false],
      ['ordinary', true],
    ])
    expect((await call(calendarLoader, 'calendar?from=2024-01-01&to=2027-01-01')).body.title).not.toBe('out-of-range')
    expect((await call(calendarLoader, 'calendar?from=2024-01-01&to=2027-01-02')).status).toBe(422)
    const due = await call(clockLoader, 'clock?received=2026-11-23&limit=10&unit=working_day')
    expect(due.body).toMatchObject({ received: '2026-11-23', starts: '2026-11-25', due: '2026-12-08' })
    const beyond = await call(clockLoader, 'clock?received=2027-12-30&limit=10&unit=day')
    expect(beyond).toMatchObject({ status: 422, type: expect.stringContaining('problem+json') })
    expect(beyond.body.title).toBe('calendar-not-published')
    expect((await call(clockLoader, 'clock?received=2026-02-30&limit=1&unit=day')).body.errors[0].code).toBe(
      'not-a-day',
    )
    expect((await call(clockLoader, 'clock?received=2026-11-23&limit=1&unit=day&holiday=1')).body.title).toBe(
      'unknown-parameter',
    )
    const old = await call(proceduresLoader, 'procedures?on=2026-03-30')
    expect(old.body.items.some((version: { code: string }) => version.code === 'INV-21@2025')).toBe(true)
    expect(
      (await procedureList({ on: day('2026-11-23'), zoneKind: 'industrial_park' })).phases.map((p) => p.phase),
    ).not.toContain('cluster')

    const { startDay, ...of } = facts()
    const planned = await post(JSON.stringify({ ...of, startDay }))
    expect(planned.body).toMatchObject({ track: 'T1', criticalPath: expect.arrayContaining(['LND-10', 'BUILD']) })
    expect(planned.body.steps[0]).toMatchObject({ code: 'INV-00', startsDay: '2026-11-23', endsDay: '2026-12-08' })
    expect((await post(JSON.stringify({ ...of, startDay, constructionDays: 600 }))).body.title).toBe(
      'calendar-not-published',
    )
    expect((await post(JSON.stringify({ ...of, startDay, sector: 'nothing' }))).body.errors[0].path).toBe('sector')
    expect((await post(JSON.stringify({ ...of, startDay, extra: 1 }))).body.title).toBe('unknown-parameter')
    expect((await post('{')).status).toBe(422)
    expect((await post('{}', 'text/plain')).status).toBe(415)
    expect((await post(JSON.stringify({ pad: 'x'.repeat(70_000) }))).status).toBe(413)
  })
})
