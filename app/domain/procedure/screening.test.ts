import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../../tests/published-procedures'
import { appraisedByAuthority, checkedOnCompletion, type ScreeningFacts, screenEnvironment } from './screening'

const tenant: ScreeningFacts = {
  role: 'tenant',
  zoneKind: 'industrial_park',
  sector: 'electronics',
  wastewaterM3PerDay: 0,
  gasM3PerHour: 0,
}
const screen = (changes: Partial<ScreeningFacts>, on = '2026-11-23') => {
  const screened = screenEnvironment({ ...tenant, ...changes }, day(on))
  if (!screened.ok) return screened.refusal.code
  const { procedure, registration, assumed } = screened.value
  return [procedure, registration, assumed]
}

describe('screenEnvironment', () => {
  it('registers with the commune, from 50 m³ a day or 20,000 m³ an hour with the province', () => {
    expect(screen({ wastewaterM3PerDay: 49.9 })).toEqual(['ENV-03', 'commune', false])
    expect(screen({ wastewaterM3PerDay: 50 })).toEqual(['ENV-03', 'province', false])
    expect(screen({ gasM3PerHour: 19_999 })).toEqual(['ENV-03', 'commune', false])
    expect(screen({ gasM3PerHour: 20_000 })).toEqual(['ENV-03', 'province', false])
  })

  it('asks for a permit from 150 m³ a day, 100 in listed sectors, or 100,000 m³ of gas', () => {
    const dyeing = { vsicVersion: '2018', code: '1313' }
    const assembly = { vsicVersion: '2018', code: '2640' }
    expect(screen({ sector: assembly, wastewaterM3PerDay: 149.9 })).toEqual(['ENV-03', 'province', false])
    expect(screen({ sector: assembly, wastewaterM3PerDay: 150 })).toEqual(['ENV-02', null, false])
    expect(screen({ sector: dyeing, wastewaterM3PerDay: 99.9 })).toEqual(['ENV-03', 'province', false])
    expect(screen({ sector: dyeing, wastewaterM3PerDay: 100 })).toEqual(['ENV-02', null, false])
    expect(screen({ gasM3PerHour: 100_000 })).toEqual(['ENV-02', null, false])
  })

  it('always asks for a permit of hazardous waste service', () => {
    expect(screen({ sector: { vsicVersion: '2018', code: '3822' } })).toEqual(['ENV-02', null, false])
    expect(screen({ sector: { vsicVersion: '2018', code: '3821' } })).toEqual(['ENV-03', 'commune', false])
  })

  it('says when it had to assume', () => {
    expect(screen({ sector: 'textile_garment', wastewaterM3PerDay: 120 })).toEqual(['ENV-02', null, true])
    expect(screen({ sector: 'electronics', wastewaterM3PerDay: 120 })).toEqual(['ENV-03', 'province', true])
    expect(screen({ sector: '13', wastewaterM3PerDay: 120 })).toEqual(['ENV-02', null, true])
    expect(screen({ sector: 'textile_garment', wastewaterM3PerDay: 150 })).toEqual(['ENV-02', null, false])
    expect(screen({ wastewaterM3PerDay: null })).toEqual(['ENV-03', 'commune', true])
  })

  it('assesses park infrastructure, never that of clusters nor tenants', () => {
    expect(screen({ role: 'developer' })).toEqual(['ENV-01', null, true])
    const clusterDeveloper = { role: 'developer', zoneKind: 'industrial_cluster' } as const
    expect(screen({ ...clusterDeveloper, wastewaterM3PerDay: 100 })).toEqual(['ENV-02', null, false])
    expect(screen({ ...clusterDeveloper, wastewaterM3PerDay: 99 })).toEqual(['ENV-03', 'province', false])
  })

  it('refuses days without published thresholds', () => {
    expect(screen({}, '2026-05-17')).toBe('procedure-not-published')
    expect(screen({}, '2026-05-18')).toEqual(['ENV-03', 'commune', false])
    expect(screen({}, '2027-02-28')).toEqual(['ENV-03', 'commune', false])
    expect(screen({}, '2027-03-01')).toBe('procedure-not-published')
  })

  it('never grows milder with more wastewater or gas', () => {
    const weight = (changes: Partial<ScreeningFacts>) => {
      const screened = screenEnvironment({ ...tenant, ...changes }, day('2026-11-23'))
      if (!screened.ok) throw new Error(screened.refusal.code)
      const { procedure, registration } = screened.value
      return procedure === 'ENV-02' ? 2 : registration === 'province' ? 1 : 0
    }
    const amount = fc.nat(300_000)
    const sector = fc.constantFrom('electronics', 'recycling', '1701', '26', null)
    fc.assert(
      fc.property(amount, amount, amount, amount, sector, (water, gas, moreWater, moreGas, s) => {
        const less = weight({ sector: s, wastewaterM3PerDay: water / 1000, gasM3PerHour: gas })
        const more = weight({
          sector: s,
          wastewaterM3PerDay: (water + moreWater) / 1000,
          gasM3PerHour: gas + moreGas,
        })
        expect(more).toBeGreaterThanOrEqual(less)
      }),
    )
  })
})

describe('works', () => {
  it('are appraised by the authority from class I, and checked on completion but for class IV', () => {
    expect((['special', 'I', 'II', 'III', 'IV', null] as const).map(appraisedByAuthority)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
    expect((['special', 'I', 'II', 'III', 'IV', null] as const).map(checkedOnCompletion)).toEqual([
      true,
      true,
      true,
      true,
      false,
      true,
    ])
  })
})
