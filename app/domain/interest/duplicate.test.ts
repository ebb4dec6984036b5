import { describe, expect, test } from 'vitest'
import { type ComparedInterest, duplicateReasons, likeness, registrationKey, taxCodeBase } from './duplicate'

const one: ComparedInterest = {
  organizationId: 'a',
  country: 'VN',
  taxCode: '4900123458',
  registrationNumber: null,
  projectName: 'Nhà máy ván ép xuất khẩu',
  sector: 'wood_furniture',
  zoneCode: 'LS-IP-VSIP',
  plotCodes: ['HL-A1', 'HL-A2'],
}
const stranger: ComparedInterest = {
  ...one,
  organizationId: 'b',
  taxCode: '0101234567',
  projectName: 'Kho lạnh Hữu Lũng',
  sector: 'logistics',
  plotCodes: ['HL-B9'],
}

describe('two interests may be one project', () => {
  test.each([
    [
      'one organisation, the same land',
      { ...stranger, organizationId: 'a', plotCodes: ['HL-A2'] },
      ['same_organization', 'same_land'],
    ],
    [
      'one organisation, a project alike on other land',
      { ...one, plotCodes: ['HL-B9'], projectName: 'Nhà máy ván ép' },
      ['same_organization', 'similar_project'],
    ],
    [
      'a unit of the same enterprise',
      { ...one, organizationId: 'b', taxCode: '4900123458-001', plotCodes: [] },
      ['same_tax_code', 'similar_project'],
    ],
    [
      'the same registration abroad, written otherwise',
      { ...stranger, country: 'CN', taxCode: null, registrationNumber: '9145 0000-ma5demo01x', plotCodes: ['HL-A1'] },
      ['same_registration', 'same_land'],
    ],
    [
      'somebody else with a project alike on the same land',
      { ...one, organizationId: 'b', taxCode: null, projectName: 'NHA MAY VAN EP XUAT KHAU' },
      ['similar_project', 'same_land'],
    ],
  ] as const)('%s', (_, other, reasons) => {
    const abroad = other.country === 'CN' ? { ...one, country: 'CN', registrationNumber: '91450000MA5DEMO01X' } : one
    expect(duplicateReasons(abroad, other)).toEqual(reasons)
    expect(duplicateReasons(other, abroad)).toEqual(reasons)
  })

  test.each([
    ['a rival for the same land', { ...stranger, plotCodes: ['HL-A1'] }],
    [
      'a project alike elsewhere, of somebody else',
      { ...one, organizationId: 'b', taxCode: null, plotCodes: ['HL-B9'] },
    ],
    ['another project of one organisation elsewhere', { ...stranger, organizationId: 'a' }],
    ['numbers nobody gave', { ...stranger, taxCode: null, registrationNumber: null }],
    [
      'the same registration in another country',
      { ...stranger, country: 'CN', registrationNumber: '1', plotCodes: ['HL-A1'] },
    ],
  ])('not %s', (_, other) => {
    expect(duplicateReasons({ ...one, registrationNumber: '1' }, other)).toEqual([])
  })

  test('a zone as a whole is the same land as the same zone, not as its plots', () => {
    const whole = { ...one, plotCodes: [] }
    expect(duplicateReasons(whole, { ...whole, projectName: 'x' })).toEqual(['same_organization', 'same_land'])
    expect(duplicateReasons(whole, { ...one, projectName: 'x', sector: 'y' })).toEqual([])
    expect(duplicateReasons(whole, { ...whole, zoneCode: 'LS-CC-MINHSON', projectName: 'x' })).toEqual([])
  })
})

test('names are alike whatever their marks, in any script', () => {
  expect(likeness('Nhà máy ván ép', 'nha may VAN EP')).toBe(1)
  expect(likeness('电子元件工厂', '电子元件工厂二期')).toBeGreaterThan(0.5)
  expect(likeness('Nhà máy ván ép', 'Kho lạnh')).toBeLessThan(0.1)
  expect(likeness('', 'x')).toBe(0)
})

test('numbers are compared by what identifies the enterprise', () => {
  expect(taxCodeBase('4900123458-002')).toBe('4900123458')
  expect(taxCodeBase(null)).toBeNull()
  expect(registrationKey(' 91-45 ma5 ')).toBe('9145MA5')
  expect(registrationKey('--')).toBeNull()
})
