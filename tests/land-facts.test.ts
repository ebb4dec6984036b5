import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, expect, it, vi } from 'vitest'
import { changeFact, type FactChange } from '~/commands/land/change-fact.server'
import { confirmCapacity } from '~/commands/land/confirm-capacity.server'
import { confirmFact } from '~/commands/land/confirm-fact.server'
import { issueSheet } from '~/commands/land/issue-sheet.server'
import { type RungInput, recordRung } from '~/commands/land/record-rung.server'
import { withdrawRung } from '~/commands/land/withdraw-rung.server'
import { VISITOR } from '~/domain/party/permission'
import { addDays, type Day, dayToDate } from '~/domain/time/day'
import type { Database } from '~/infra/db.server'
import { forgetSnapshot, readCatalogueVersion } from '~/infra/snapshot.server'
import type { Ctx } from '~/infra/transact.server'
import type { Upload } from '~/infra/upload.server'
import { tendFacts } from '~/jobs/stale-facts'
import { keptFile } from '~/queries/case/kept-file.server'
import { factsToConfirm } from '~/queries/land/facts-to-confirm.server'
import { plotDetail } from '~/queries/land/plot-list.server'
import { plotPage } from '~/queries/land/plot-page.server'
import { zoneDetail } from '~/queries/land/zone-answer.server'
import { describeDatabases } from './database'
import { keeper, KEEPERS_NOW as NOW } from './keepers'

// Starting PGlite is slow on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const TODAY = '2026-03-02' as Day
const at = (days: number): Date => new Date(NOW.getTime() + days * 86_400_000)
const ZONE = 'LS-IP-DONGBANH'
const OTHER = 'LS-IP-VSIP'
const THIRD = 'LS-CC-HOASON1'

/** A published plot with a price and a rung that are confirmed until the days given. */
async function plotOf(database: Database, code: string, until: { price: Day; rung: Day }, zoneCode = ZONE) {
  const zone = await database.prisma.zone.findUniqueOrThrow({ where: { code: zoneCode } })
  const said = (key: string, value: string | number, day: Day) => ({
    key,
    value,
    source: 'Decision 1',
    confirmedBy: 'Somebody',
    confirmedOn: dayToDate(addDays(TODAY, -100)),
    validFrom: dayToDate(addDays(TODAY, -100)),
    createdAt: at(-100),
    confirmedUntil: dayToDate(day),
  })
  return database.prisma.plot.create({
    data: {
      code,
      zoneId: zone.id,
      areaM2: 10_000,
      readiness: 'compensation',
      commercial: 'offered',
      publication: 'published',
      facts: { create: [said('price_usd_per_m2', 80, until.price), said('readiness', 'compensation', until.rung)] },
    },
  })
}

const inForce = (database: Database, plotId: string, key: string) =>
  database.prisma.fact.findFirstOrThrow({ where: { plotId, key, supersededAt: null } })

const pdf = (): Upload => {
  const temporaryPath = path.join(mkdtempSync(path.join(tmpdir(), 'evidence-')), randomUUID())
  writeFileSync(temporaryPath, '%PDF-1.4 minutes of handover')
  return {
    field: 'evidence',
    fileName: 'bien-ban.pdf',
    mediaType: 'application/pdf',
    sizeBytes: 28,
    sha256: '0',
    temporaryPath,
  }
}

describeDatabases('facts that expire', (open) => {
  // One database for all: each test has plots and people of its own.
  let database: Database
  beforeAll(async () => {
    database = await open()
  }, 120_000)

  it('asks an owner once and withdraws once, however many run at the same time; a held plot stays', async () => {
    const developer = await keeper(database, 'developer.zone', 'developer', OTHER)
    await keeper(database, 'officer.asked', 'officer')
    const days = (count: number) => ({ price: addDays(TODAY, count), rung: addDays(TODAY, 100) })
    await plotOf(database, 'F-FRESH', days(0))
    await plotOf(database, 'F-GRACE', days(-30))
    await plotOf(database, 'F-OVER', days(-31))
    await plotOf(database, 'F-DESK', days(-5), OTHER)
    const held = await plotOf(database, 'F-HELD', days(-40))
    await holdPlot(database, held.id)

    const runs = await Promise.all([tendFacts(NOW), tendFacts(NOW), tendFacts(NOW)])
    expect(runs.reduce((sum, { asked }) => sum + asked, 0)).toBe(4)
    expect(runs.flatMap(({ withdrawn }) => withdrawn)).toEqual(['F-OVER'])
    expect(await tendFacts(NOW)).toEqual({ asked: 0, withdrawn: [] })
    const plots = await database.prisma.plot.findMany({ where: { publication: 'published' }, orderBy: { code: 'asc' } })
    expect(plots.map(({ code }) => code)).toEqual(['F-DESK', 'F-FRESH', 'F-GRACE', 'F-HELD'])
    expect((await tendFacts(at(1))).withdrawn).toEqual(['F-GRACE'])

    const mails = await database.prisma.outbox.findMany({ orderBy: { createdAt: 'asc' } })
    const to = (name: string, kind: string) =>
      mails.filter((one) => one.toEmail.startsWith(name) && one.kind === kind).map(({ text }) => text)
    const officerAsked = to('officer.asked', 'facts_stale').join('\n')
    for (const code of ['F-GRACE', 'F-OVER', 'F-HELD']) expect(officerAsked.split(`${code}:`)).toHaveLength(2)
    expect(officerAsked).not.toContain('F-DESK')
    const [asked, ...again] = to('developer.zone', 'facts_stale').filter((text) => text.includes('F-DESK'))
    expect(again).toEqual([])
    expect(asked).toContain('/vi/desk/facts')
    expect(to('officer.asked', 'plots_withdrawn')).toHaveLength(2)
    const acts = await database.prisma.auditEntry.findMany({ where: { act: 'plot.withdraw_stale' } })
    expect(acts.map(({ actorRole }) => actorRole)).toEqual(['system', 'system'])
    expect((await factsToConfirm(developer, 1)).rows.map(({ code, asked: told }) => [code, told])).toEqual([
      ['F-DESK', true],
    ])
  })

  it('confirms, changes and tells every day what stood on it; nobody overwrites what somebody else wrote', async () => {
    const officer = await keeper(database, 'officer.facts', 'officer')
    const stranger = await keeper(database, 'developer.other', 'developer', THIRD)
    const plot = await plotOf(database, 'F-1', { price: addDays(TODAY, -3), rung: addDays(TODAY, 200) })
    const price = await inForce(database, plot.id, 'price_usd_per_m2')
    const change: FactChange = {
      subject: 'plot',
      code: 'F-1',
      key: 'price_usd_per_m2',
      value: '95,5',
      source: 'Quyết định số 2',
      confirmedUntil: null,
      seenId: price.id,
    }

    expect(await confirmFact(stranger, { factId: price.id, confirmedUntil: null })).toMatchObject({
      refusal: { code: 'not-found' },
    })
    expect(await changeFact(stranger, change)).toMatchObject({ refusal: { code: 'not-found' } })
    expect((await factsToConfirm(stranger, 1)).rows).toEqual([])
    expect(await changeFact({ actor: VISITOR, now: NOW }, change)).toMatchObject({ refusal: { code: 'not-signed-in' } })
    const row = (await factsToConfirm(officer, 1)).rows.find(({ code }) => code === 'F-1')
    expect(row).toMatchObject({ code: 'F-1', key: 'price_usd_per_m2', stale: true, leavesOn: addDays(TODAY, 28) })

    expect(await confirmFact(officer, { factId: price.id, confirmedUntil: null })).toEqual({
      ok: true,
      value: { until: addDays(TODAY, 90) },
    })
    // The row that was read is superseded: a second press and an old form are both told.
    expect(await confirmFact(officer, { factId: price.id, confirmedUntil: null })).toMatchObject({
      refusal: { code: 'conflict' },
    })
    expect(await changeFact(officer, change)).toMatchObject({ refusal: { code: 'conflict' } })

    const confirmed = await inForce(database, plot.id, 'price_usd_per_m2')
    const later = { ...officer, now: at(10) }
    const seen = { ...change, seenId: confirmed.id }
    expect(await changeFact(later, { ...seen, value: 'a lot' })).toMatchObject({ refusal: { code: 'not-a-number' } })
    expect(await changeFact(later, { ...seen, confirmedUntil: TODAY })).toMatchObject({
      refusal: { code: 'out-of-range', field: 'confirmedUntil' },
    })
    const race = await Promise.all([changeFact(later, seen), changeFact(later, { ...seen, value: '70' })])
    expect(race.filter((verdict) => verdict.ok)).toHaveLength(1)
    expect(race.find((verdict) => !verdict.ok)).toMatchObject({ refusal: { code: 'conflict' } })

    await readCatalogueVersion()
    forgetSnapshot()
    const priceOn = async (asOf: Day) => {
      const answer = await plotDetail('F-1', at(20), asOf)
      if (!answer.ok) return answer.refusal.code
      const { value, stale } = answer.value.facts.find(({ key }) => key === 'price_usd_per_m2') ?? {}
      return [value, stale]
    }
    expect(await priceOn(addDays(TODAY, -101))).toBe('as-of-early')
    expect(await priceOn(addDays(TODAY, -1))).toEqual([80, true])
    expect(await priceOn(addDays(TODAY, 0))).toEqual([80, false])
    expect(await priceOn(addDays(TODAY, 10))).toEqual([race[0]?.ok ? 95.5 : 70, false])
    expect(await priceOn(addDays(TODAY, 21))).toBe('as-of-future')
    const page = await plotPage({ actor: VISITOR, lang: 'vi', now: at(20), code: 'F-1', asOf: '2026-02-30' })
    expect(page).toMatchObject({ value: { record: { asOf: { day: null, refusal: { code: 'not-a-day' } } } } })
    const acts = await database.prisma.auditEntry.findMany({ where: { subjectId: plot.id }, orderBy: { id: 'asc' } })
    expect(acts.map(({ act }) => act)).toEqual(['fact.confirm', 'fact.change'])
  })

  it('keeps the figures of a zone, and lets its column follow', async () => {
    const developer = await keeper(database, 'developer.own', 'developer', ZONE)
    const change: FactChange = {
      subject: 'zone',
      code: ZONE,
      key: 'area_m2',
      value: '3210000',
      source: 'Quyết định số 3',
      confirmedUntil: null,
      seenId: null,
    }
    expect(await changeFact(developer, change)).toEqual({ ok: true, value: true })
    expect(await changeFact(developer, { ...change, code: OTHER })).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await changeFact(developer, { ...change, key: 'price_usd_per_m2' })).toMatchObject({
      refusal: { code: 'not-a-choice', field: 'key' },
    })
    const zone = await database.prisma.zone.findUniqueOrThrow({ where: { code: ZONE }, include: { facts: true } })
    expect([zone.areaM2, zone.facts.length]).toEqual([3_210_000, 1])

    // What remains is answered for as a whole: confirmed from the ledgers, unknown past its day, not typed.
    const answer = { zoneCode: ZONE, source: 'Sổ công suất', confirmedUntil: null, seenId: null }
    expect(await confirmCapacity(developer, answer)).toMatchObject({ refusal: { code: 'not-found' } })
    const plot = await plotOf(database, 'F-CAP', { price: addDays(TODAY, 300), rung: addDays(TODAY, 300) })
    const ledger = [
      { kind: 'built', amount: 900, fromDay: dayToDate(TODAY) },
      { kind: 'committed', amount: 200, fromDay: dayToDate(TODAY) },
    ].map((entry) => ({ ...entry, reason: 'x', source: 'x' }))
    const nameText = { vi: 'Trạm', en: 'Station', zh: '变电站' }
    const plots = { create: { plotId: plot.id } }
    const node = await database.prisma.utilityNode.create({
      data: { zoneId: zone.id, kind: 'power', nameText, entries: { create: ledger }, plots },
    })
    const capacityAt = async (days: number) => {
      await readCatalogueVersion()
      forgetSnapshot()
      const told = await plotDetail('F-CAP', at(days))
      return told.ok ? told.value.capacity : null
    }
    expect(await capacityAt(400)).toMatchObject({ powerKva: 700, confirmedUntil: null, stale: false })
    expect(await confirmCapacity(developer, { ...answer, zoneCode: OTHER })).toMatchObject({
      refusal: { code: 'not-found' },
    })
    expect(await confirmCapacity(developer, { ...answer, confirmedUntil: addDays(TODAY, -1) })).toMatchObject({
      refusal: { code: 'out-of-range' },
    })
    expect(await confirmCapacity(developer, answer)).toEqual({ ok: true, value: { until: addDays(TODAY, 180) } })
    expect(await capacityAt(180)).toMatchObject({ powerKva: 700, confirmedUntil: addDays(TODAY, 180), stale: false })
    expect(await capacityAt(181)).toMatchObject({ powerKva: null, stale: true })
    const said = await database.prisma.fact.findFirstOrThrow({ where: { zoneId: zone.id, key: 'remaining_capacity' } })
    expect(said).toMatchObject({ value: { powerKva: 700 }, confirmedBy: 'developer.own', source: 'Sổ công suất' })
    // Programs and data sheets are not told a remainder nobody answers for; past the grace period not of the source.
    const sheetOf = { code: 'F-CAP', lang: 'vi' as const }
    const toldOn = async (days: number) => {
      const [zoneSaid, sheet] = [
        await zoneDetail(ZONE, at(days)),
        await issueSheet({ actor: VISITOR, now: at(days) }, sheetOf),
      ]
      return [
        zoneSaid.ok && zoneSaid.value.nodes.map((one) => [one.remaining, one.days[0]?.remaining, one.days[0]?.built]),
        sheet.ok && sheet.value.data.nodes.map(({ remaining, built }) => [remaining, built]),
      ]
    }
    expect(await toldOn(180)).toEqual([[[700, 700, 900]], [[700, 900]]])
    expect(await toldOn(181)).toEqual([[[null, null, 900]], [[null, 900]]])
    expect(await toldOn(180 + 31)).toEqual([[], []])
    expect(await changeFact(developer, { ...change, key: 'remaining_capacity', value: '1' })).toMatchObject({
      refusal: { code: 'not-a-choice' },
    })
    // "Still true" is said of the ledger as it stands by then.
    const more = {
      nodeId: node.id,
      kind: 'committed',
      amount: 100,
      fromDay: dayToDate(TODAY),
      reason: 'x',
      source: 'x',
    }
    await database.prisma.capacityEntry.create({ data: more })
    const later = { ...developer, now: at(170) }
    expect((await factsToConfirm(later, 1)).rows.map(({ key }) => key)).toContain('remaining_capacity')
    expect(await confirmFact(later, { factId: said.id, confirmedUntil: null })).toMatchObject({ ok: true })
    const still = { zoneId: zone.id, key: 'remaining_capacity', supersededAt: null }
    expect(await database.prisma.fact.findFirstOrThrow({ where: still })).toMatchObject({ value: { powerKva: 600 } })
    expect(await capacityAt(181)).toMatchObject({ powerKva: 600, stale: false })
    const last = { ...developer, now: at(171) }
    const known = await database.prisma.fact.findFirstOrThrow({ where: still })
    // Whoever saw another answer, or none, is told; the record says until when the last one held.
    expect(await confirmCapacity(last, answer)).toMatchObject({
      refusal: { code: 'conflict', values: { by: 'developer.own' } },
    })
    // An entry that is being written is waited for.
    const [again] = await database.prisma.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT id FROM "UtilityNode" WHERE id = ${node.id}::uuid FOR UPDATE`
        const asked = confirmCapacity(last, { ...answer, seenId: known.id })
        await new Promise((done) => setTimeout(done, 500))
        await tx.capacityEntry.create({ data: more })
        return [asked] as const
      },
      { timeout: 20_000 },
    )
    expect(await again).toMatchObject({ ok: true })
    const [confirmed] = await database.prisma.auditEntry.findMany({
      where: { act: 'fact.confirm', subjectId: zone.id },
      include: { detail: true },
      orderBy: { id: 'desc' },
    })
    expect(confirmed?.detail?.body).toMatchObject({
      value: { powerKva: 500 },
      until: { from: addDays(TODAY, 350), to: addDays(TODAY, 351) },
    })
    expect((await database.prisma.fact.findUniqueOrThrow({ where: { id: known.id } })).supersededAt).not.toBeNull()
  })

  it('records rungs in order with evidence, and takes a wrong one back', async () => {
    const officer = await keeper(database, 'officer.rung', 'officer')
    const developer = await keeper(database, 'developer.rung', 'developer', ZONE)
    const stranger = await keeper(database, 'developer.stranger', 'developer', THIRD)
    const plot = await plotOf(database, 'F-2', { price: addDays(TODAY, 50), rung: addDays(TODAY, 50) })
    await database.prisma.zone.update({ where: { code: ZONE }, data: { status: 'operating' } })
    const input: RungInput = {
      code: 'F-2',
      version: 1,
      rung: 'cleared',
      reachedOn: addDays(TODAY, -10),
      source: 'Biên bản bàn giao',
      confirmedUntil: null,
      readyBy: null,
      evidenceIsPublic: false,
      uploads: [],
    }
    expect(await recordRung(stranger, input)).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await recordRung(developer, { ...input, reachedOn: addDays(TODAY, 1) })).toMatchObject({
      refusal: { code: 'out-of-range', field: 'reachedOn' },
    })
    expect(await recordRung(developer, { ...input, uploads: [pdf()] })).toEqual({ ok: true, value: true })
    expect(await recordRung(developer, input)).toMatchObject({ refusal: { code: 'conflict' } })
    const wrong = { ...input, version: 2, rung: 'levelled' as const, reachedOn: addDays(TODAY, -11) }
    expect(await recordRung(officer, wrong)).toMatchObject({ refusal: { code: 'rung-order' } })
    const levelled = { ...wrong, reachedOn: addDays(TODAY, -9), evidenceIsPublic: true, uploads: [pdf()] }
    expect(await recordRung(officer, levelled)).toMatchObject({ ok: true })
    expect(await inForce(database, plot.id, 'readiness')).toMatchObject({ value: 'levelled', source: input.source })

    const [closed, shown] = await database.prisma.document
      .findMany({ orderBy: { createdAt: 'asc' } })
      .then((all) => all.sort((a) => (a.visibility === 'public' ? 1 : -1)))
    const visitor: Ctx = { actor: VISITOR, now: NOW }
    const reads = async (ctx: Ctx, id = '') => (await keptFile(ctx, id)).ok
    expect([await reads(visitor, closed?.id), await reads(visitor, shown?.id)]).toEqual([false, true])
    expect([await reads(stranger, closed?.id), await reads(developer, closed?.id)]).toEqual([false, true])

    const record = await database.prisma.readinessRecord.findFirstOrThrow({ where: { rung: 'levelled' } })
    const back = { code: 'F-2', recordId: record.id, version: 3, reason: 'Nhầm lô' }
    expect(await withdrawRung(stranger, back)).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await withdrawRung(officer, back)).toEqual({ ok: true, value: true })
    const after = await database.prisma.plot.findUniqueOrThrow({ where: { code: 'F-2' } })
    expect([after.readiness, after.readinessSince]).toEqual(['cleared', dayToDate(addDays(TODAY, -10))])
    expect(await reads(visitor, shown?.id)).toBe(false)
    await database.prisma.plot.update({ where: { code: 'F-2' }, data: { publication: 'draft' } })
    expect([await reads(visitor, shown?.id), await reads(officer, shown?.id)]).toEqual([false, true])
  })
})

async function holdPlot(database: Database, plotId: string) {
  const { prisma } = database
  const organization = await prisma.organization.create({ data: { kind: 'foreign', name: 'O', country: 'CN' } })
  const { zoneId } = await prisma.plot.findUniqueOrThrow({ where: { id: plotId } })
  const interest = await prisma.interest.create({
    data: { organizationId: organization.id, zoneId, createdById: randomUUID(), form: {} },
  })
  const range = { fromInstant: at(-1), untilInstant: at(30) }
  await prisma.caseFile.create({
    data: {
      number: 'CM-2026-000001',
      interestId: interest.id,
      organizationId: organization.id,
      zoneId,
      state: 'in_assessment',
      submittedAt: NOW,
      intakeDueDay: NOW,
      holds: { create: { state: 'active', ...range, plots: { create: { plotId, ...range } } } },
    },
  })
}
