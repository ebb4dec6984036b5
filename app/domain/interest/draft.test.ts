import { describe, expect, test } from 'vitest'
import type { Day } from '../time/day'
import { askedOf, canDevelop, changedFields, newDraft, readDraft } from './draft'

const today = '2026-11-22' as Day
const about = {
  today,
  plots: [],
  zoneAreaM2: 750_000,
  sector: null,
  currency: 'VND' as const,
  contact: { name: 'Trần Minh', email: 'a@b.vn', phone: null },
}

describe('a new draft', () => {
  test('takes area and day of several plots together', () => {
    const plots = [
      { areaM2: 12_000, readyByLatest: '2028-03-31' as Day },
      { areaM2: 8_000, readyByLatest: null },
    ]
    expect(newDraft({ ...about, plots })).toMatchObject({
      areaM2: 20_000,
      landBy: '2028-03-31',
      operationBy: '2029-03-31',
      contactName: 'Trần Minh',
      projectName: null,
    })
  })

  test('never wants land in the past, and takes the zone where no plot is named', () => {
    const plots = [{ areaM2: 12_000, readyByLatest: '2025-01-01' as Day }]
    expect(newDraft({ ...about, plots }).landBy).toBe(today)
    expect(newDraft(about)).toMatchObject({ areaM2: 750_000, landBy: today })
  })
})

test('a draft begun from a match takes what its need said, but no day that is over', () => {
  const need = { sector: 'wood', areaMinM2: 10_000, powerKva: 0, environmentGroup: 'II' as const }
  const asked = askedOf({ ...need, readyBy: '2027-09-30' as Day }, today)
  expect(newDraft({ ...about, asked })).toMatchObject({
    sector: 'wood',
    powerKva: 0,
    waterM3PerDay: null,
    environmentGroup: 'II',
    landBy: '2027-09-30',
    operationBy: '2028-09-29',
    areaM2: 750_000,
  })
  expect(newDraft({ ...about, asked: askedOf({ ...need, readyBy: '2026-11-21' as Day }, today) }).landBy).toBe(today)
  expect(askedOf({ sector: { vsicVersion: '2018', code: '1610' }, areaMinM2: 1 }, today)).toEqual({})
})

test('an older draft is read whole, and changes are named', () => {
  const before = readDraft({ projectName: 'A' })
  expect(before).toMatchObject({ projectName: 'A', sector: null, exportProcessing: false })
  expect(changedFields(before, { ...before, sector: 'wood', powerKva: 0 })).toEqual(['sector', 'powerKva'])
  expect(changedFields(before, before)).toEqual([])
})

test('only a published zone without a developer looks for one', () => {
  const planned = { kind: 'industrial_cluster', status: 'planned' }
  expect(canDevelop({ ...planned, publication: 'published', hasDeveloper: false })).toEqual({ ok: true, value: true })
  for (const zone of [
    { publication: 'draft', hasDeveloper: false },
    { publication: 'published', hasDeveloper: true },
  ]) {
    expect(canDevelop({ ...planned, ...zone })).toMatchObject({ ok: false, refusal: { code: 'no-developer-sought' } })
  }
})
