import { describe, expect, it } from 'vitest'
import { calendar, facts, tracks, versions } from '../../../tests/published-procedures'
import type { Text } from '../text'
import { buildRoadmap } from './roadmap'
import { agencyKeyOf, type KnownAgency, roadmapRows } from './roadmap-rows'

const text = (vi: string): Text => ({ vi, en: vi, zh: vi })
const known: KnownAgency[] = [
  { key: 'land', name: text('Văn phòng Đăng ký đất đai tỉnh Lạng Sơn') },
  { key: 'environment', name: text('Sở Nông nghiệp và Môi trường tỉnh Lạng Sơn') },
]

describe('agencyKeyOf', () => {
  it('knows the agency that acts first', () => {
    expect(agencyKeyOf(text('Sở Nông nghiệp và Môi trường tỉnh Lạng Sơn → Chủ tịch UBND tỉnh'), known)).toBe(
      'environment',
    )
    expect(agencyKeyOf(text('văn phòng đăng ký đất đai tỉnh Lạng Sơn'.normalize('NFD')), known)).toBe('land')
    expect(agencyKeyOf(text('UBND cấp xã → Sở Nông nghiệp và Môi trường tỉnh Lạng Sơn'), known)).toBeNull()
    expect(agencyKeyOf(text('Công an tỉnh Lạng Sơn (PC07)'), known)).toBeNull()
  })
})

describe('roadmapRows', () => {
  it('keeps every step in order with its plan, open days as null', () => {
    const of = facts({ constructionDays: 600, wastewaterM3PerDay: 200 })
    const built = buildRoadmap({ tracks, versions, calendar, facts: of, beyondCalendar: 'open' })
    if (!built.ok) throw new Error(built.refusal.code)
    const rows = roadmapRows(built.value, known)
    expect(rows.map((row) => row.position)).toEqual(built.value.steps.map((_, index) => index + 1))
    expect(rows.find((row) => row.procedureCode === 'LND-11')).toMatchObject({
      versionCode: 'LND-11@2026',
      agencyKey: 'land',
      limitValue: 14,
      limitUnit: 'working_day',
      limitAssumed: true,
    })
    expect(rows.find((row) => row.procedureCode === 'ENV-02')?.agencyKey).toBe('environment')
    expect(rows.find((row) => row.procedureCode === 'BUILD')).toMatchObject({
      plannedStart: '2027-01-25',
      plannedEnd: null,
      agencyKey: null,
    })
  })
})
