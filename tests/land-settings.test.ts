import { expect, it, vi } from 'vitest'
import { addFigure } from '~/commands/land/add-figure.server'
import { correctFigure } from '~/commands/land/correct-figure.server'
import type { SaidFigure } from '~/commands/land/figure-rows.server'
import { setStaleGrace } from '~/commands/land/set-stale-grace.server'
import { setZoneRoads } from '~/commands/land/set-zone-roads.server'
import { takeBackFigure } from '~/commands/land/take-back-figure.server'
import { sitesSpanRoads } from '~/domain/land/adjacency'
import { checkAsOf, PROVINCE, sideBySide } from '~/domain/land/published-figure'
import { officeSetting, publishedFigures } from '~/infra/reference.server'
import { forgetSnapshot, snapshot } from '~/infra/snapshot.server'
import { keptFigures } from '~/queries/land/kept-figures.server'
import { landSettings } from '~/queries/land/land-settings.server'
import { zoneSettings } from '~/queries/land/zone-settings.server'
import { loadPublishedFigures } from '../prisma/seed/published-figures'
import { describeDatabases } from './database'
import { day, keeper } from './keepers'

// Starting PGlite is slow on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const ZONE = 'LS-IP-VSIP'

const SAID: SaidFigure = {
  value: 9,
  source: 'Báo cáo của văn phòng',
  sourceKind: 'office_reported',
  asOf: '2026-02',
  note: null,
}

it('takes a year, quarter, month or day that has begun, and nothing else, as the time of a source', () => {
  const today = day('2026-03-02')
  for (const text of ['2024', '2025-Q3', '2026-03', '2026-Q1', '2026-03-02']) {
    expect(checkAsOf(text, today)).toEqual({ ok: true, value: text })
  }
  for (const text of ['2026-Q2', '2027', '2026-04', '2026-03-03']) {
    expect(checkAsOf(text, today)).toMatchObject({ refusal: { code: 'as-of-future' } })
  }
  for (const text of ['', '26', '2025-13', '2025-Q5', '2025-02-30', '31/08/2025', '1899']) {
    expect(checkAsOf(text, today)).toMatchObject({ refusal: { code: 'not-a-time' } })
  }
})

describeDatabases('what the office and keepers set', (open) => {
  it('figures contradict each other side by side; a corrected one is read in the history, never overwritten', async () => {
    const database = await open()
    const officer = await keeper(database, 'officer', 'officer')
    const intake = await keeper(database, 'intake', 'intake')
    const key = 'clusters_established'
    const said = async () =>
      sideBySide(await publishedFigures(), PROVINCE, [key]).rows[0]?.cells.flatMap((cell) => cell?.value ?? []) ?? []
    const before = await said()

    const figure = { ...SAID, subject: PROVINCE, key }
    expect(await addFigure(intake, figure)).toMatchObject({ refusal: { code: 'not-allowed' } })
    expect(await addFigure(officer, { ...figure, value: 9.5 })).toMatchObject({ refusal: { code: 'not-a-number' } })
    expect(await addFigure(officer, { ...figure, key: 'fill_percent' })).toMatchObject({
      refusal: { code: 'not-a-choice', field: 'key' },
    })
    const share = { ...figure, subject: ZONE, key: 'fill_percent', value: 100.5 }
    expect(await addFigure(officer, share)).toMatchObject({ refusal: { code: 'out-of-range', field: 'value' } })
    expect(await addFigure(officer, { ...figure, subject: 'LS-NONE', key: 'area_ha' })).toMatchObject({
      refusal: { field: 'subject' },
    })
    const added = await addFigure(officer, figure)
    if (!added.ok) throw new Error(added.refusal.code)
    expect((await said()).sort()).toEqual([...before, 9].sort())
    expect(await addFigure(officer, { ...figure, value: 8 })).toMatchObject({ refusal: { code: 'figure-said' } })

    const corrected = { ...SAID, id: added.value.id, value: 11, reason: 'Gõ nhầm' }
    const both = await Promise.all([correctFigure(officer, corrected), correctFigure(officer, corrected)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'conflict' } })
    const kept = await keptFigures(officer, PROVINCE)
    expect(kept.inForce.filter(({ source }) => source === SAID.source)).toMatchObject([{ value: 11, key }])
    expect(kept.ended).toMatchObject([{ value: 9, endReason: 'Gõ nhầm', enteredBy: 'officer' }])

    // What the office ended, a later edition of the reference data does not bring back.
    const loaded = kept.inForce.find(({ enteredBy }) => enteredBy === null)
    if (!loaded) throw new Error('the reference data has figures of the province')
    expect(await takeBackFigure(officer, { id: loaded.id, reason: 'Nguồn không nêu' })).toMatchObject({ ok: true })
    await loadPublishedFigures(database.prisma)
    const after = await keptFigures(officer, PROVINCE)
    expect(after.inForce).toHaveLength(kept.inForce.length - 1)
    const acts = await database.prisma.auditEntry.findMany({ where: { subjectKind: 'figure' }, orderBy: { id: 'asc' } })
    expect(acts.map(({ act }) => act)).toEqual(['figure.add', 'figure.correct', 'figure.take_back'])
  })

  it('a keeper joins plots across internal roads in its own zone alone; days of grace are changed by a head', async () => {
    const database = await open()
    const [own, other] = [
      await keeper(database, 'own', 'developer', ZONE),
      await keeper(database, 'other', 'developer', 'LS-CC-HOASON1'),
    ]
    const head = await keeper(database, 'head', 'head')
    const { version } = await database.prisma.zone.findUniqueOrThrow({ where: { code: ZONE } })
    const change = { code: ZONE, version, sitesSpanRoads: true, source: 'QHPK 1/2000' }
    expect(await setZoneRoads(other, change)).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await zoneSettings(other, ZONE)).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await setZoneRoads(own, { ...change, sitesSpanRoads: false })).toMatchObject({
      refusal: { code: 'nothing-to-change' },
    })
    const both = await Promise.all([setZoneRoads(own, change), setZoneRoads(head, change)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'conflict' } })
    forgetSnapshot()
    const zone = (await snapshot()).zoneByCode.get(ZONE)
    expect(zone && sitesSpanRoads(zone)).toBe(true)
    expect(zone?.details.district).toBe('Hữu Lũng')
    expect(await zoneSettings(own, ZONE)).toMatchObject({ value: { sitesSpanRoads: true, version: version + 1 } })

    const grace = { days: 10, seenDays: 30, reason: 'Chỉ thị 1' }
    expect(await setStaleGrace(own, grace)).toMatchObject({ refusal: { code: 'not-allowed' } })
    expect(await setStaleGrace(head, { ...grace, days: 366 })).toMatchObject({ refusal: { code: 'out-of-range' } })
    const tries = await Promise.all([setStaleGrace(head, grace), setStaleGrace(head, { ...grace, days: 12 })])
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
    expect(tries.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'conflict' } })
    const days = await officeSetting('land.staleGraceDays')
    expect([10, 12]).toContain(days)
    const page = await landSettings(head)
    expect(page.changes).toMatchObject([{ from: 30, to: days, reason: 'Chỉ thị 1', by: 'head' }])
    expect(page.effects.map((effect) => effect.days)).toContain(days)
  })
})
