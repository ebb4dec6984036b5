import { describe, expect, it } from 'vitest'
import { version, versions } from '../../../tests/published-procedures'
import { LANGS } from '../text'
import { agenciesOf, agencyFor } from './agency'

const BOARD = 'Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn'
const park = { zoneKind: 'industrial_park' }
const cluster = { zoneKind: 'industrial_cluster' }

describe('agencyFor', () => {
  it('gives the Board in parks and the Department of Finance in clusters, in each language', () => {
    const irc = version('INV-21')
    expect(agencyFor(irc, park)).toMatchObject({
      vi: BOARD,
      en: 'Management Board of the Đồng Đăng – Lạng Sơn Border-gate Economic Zone',
      zh: '同登—谅山口岸经济区管委会',
    })
    expect(agencyFor(irc, cluster)).toMatchObject({
      vi: 'Sở Tài chính tỉnh Lạng Sơn',
      en: 'Department of Finance of Lạng Sơn province',
      zh: '谅山省财政厅',
    })
  })

  it('knows the Board in any place and without brackets', () => {
    for (const code of ['INV-21@2025', 'INV-40', 'CON-04', 'CON-03', 'LAB-02']) {
      expect(agencyFor(version(code), park).vi, code).toBe(BOARD)
      expect(agencyFor(version(code), cluster).vi, code).not.toContain('Ban Quản lý')
    }
  })

  it('divides construction permits in clusters by class of works', () => {
    const permit = version('CON-02')
    const agency = (constructionClass: 'special' | 'I' | 'II' | 'III' | 'IV') =>
      agencyFor(permit, { ...cluster, constructionClass })
    for (const high of ['special', 'I', 'II'] as const) expect(agency(high).vi).toBe('Sở Xây dựng tỉnh Lạng Sơn')
    for (const low of ['III', 'IV'] as const) expect(agency(low).vi).toBe('UBND cấp xã')
    expect(agency('III').en).toBe("Commune People's Committee")
    expect(agency('III').zh).toBe('乡级人民委员会')
    expect(agencyFor(permit, { ...park, constructionClass: 'IV' }).vi).toBe(BOARD)
    expect(agencyFor(permit, cluster).vi).toBe(
      'UBND cấp xã (công trình cấp III, IV); Sở Xây dựng tỉnh Lạng Sơn (cấp I, II)',
    )
  })

  it('divides registrations by level', () => {
    const registration = version('ENV-03')
    expect(agencyFor(registration, { ...park, registration: 'province' }).vi).toBe('UBND tỉnh Lạng Sơn')
    expect(agencyFor(registration, { ...park, registration: 'commune' }).zh).toBe('乡级人民委员会')
  })

  it('lets the statistics authority act in both kinds of zone', () => {
    expect(agencyFor(version('RPT-01'), cluster).vi).toBe('Sở Tài chính tỉnh Lạng Sơn; cơ quan thống kê')
    expect(agencyFor(version('RPT-01'), park).vi).toBe(`${BOARD}; cơ quan thống kê`)
  })

  it('leaves a chain whole', () => {
    for (const code of ['CCN-10@2026', 'ENV-01@2026', 'PLN-01', 'TEC-02']) {
      expect(agencyFor(version(code), cluster)).toEqual(version(code).agency)
    }
  })

  it('answers the whole text where the languages have different numbers of parts', () => {
    const agency = { ...version('INV-21').agency, zh: '同登—谅山口岸经济区管委会' }
    expect(agencyFor({ agency }, park)).toEqual(agency)
  })

  it('names an agency for each zone kind of all versions, in three languages', () => {
    expect(versions).toHaveLength(55)
    for (const v of versions) {
      const agencies = agenciesOf(v)
      for (const zoneKind of v.zoneKinds) {
        expect(
          agencies.some((a) => a.zoneKinds.includes(zoneKind)),
          v.code,
        ).toBe(true)
        const name = agencyFor(v, { zoneKind })
        for (const lang of LANGS) expect(name[lang], v.code).not.toBe('')
        expect(/^[;:,)]|[;:,(]$/.test(name.vi), v.code).toBe(false)
      }
    }
  })

  it('divides exactly the texts that name the Board beside others', () => {
    const divided = versions.filter((v) => v.agency.vi.includes(';') && v.agency.vi.includes('Ban Quản lý'))
    for (const v of divided.filter((w) => w.code !== 'ENV-01@2026')) {
      expect(agencyFor(v, park).vi, v.code).toContain(BOARD)
      expect(agencyFor(v, cluster).vi, v.code).not.toContain(BOARD)
    }
    expect(divided.length).toBeGreaterThan(10)
  })
})
