import { describe, expect, it } from 'vitest'
import { day, version, versions } from '../../../tests/published-procedures'
import { versionOn, versionsOn } from './version'

const codeOn = (procedure: string, on: string) => {
  const found = versionOn(versions, procedure, day(on))
  return found.ok ? found.value.code : found.refusal.code
}

describe('versionOn', () => {
  it('takes the old certificate up to its last day and the new one from the next', () => {
    expect(codeOn('INV-21', '2026-03-30')).toBe('INV-21@2025')
    expect(codeOn('INV-21', '2026-03-31')).toBe('INV-21')
  })

  it('changes the establishment of clusters on 15 September 2026', () => {
    expect(codeOn('CCN-10', '2026-09-14')).toBe('CCN-10@2024')
    expect(codeOn('CCN-10', '2026-09-15')).toBe('CCN-10@2026')
  })

  it('refuses a day no version covers', () => {
    expect(codeOn('ENV-02', '2026-05-17')).toBe('procedure-not-published')
    expect(codeOn('ENV-02', '2027-02-28')).toBe('ENV-02')
    expect(codeOn('ENV-02', '2027-03-01')).toBe('procedure-not-published')
    expect(codeOn('NO-99', '2026-11-22')).toBe('procedure-not-published')
  })

  it('prefers the version that began later where two overlap', () => {
    const older = { ...version('INV-21'), code: 'older', effectiveFrom: day('2026-01-01') }
    for (const list of [
      [older, version('INV-21')],
      [version('INV-21'), older],
    ]) {
      const found = versionOn(list, 'INV-21', day('2026-11-22'))
      expect(found.ok && found.value.code).toBe('INV-21')
    }
  })
})

describe('versionsOn', () => {
  it('has one version of each procedure on any day', () => {
    for (const on of ['2025-12-01', '2026-11-22', '2027-06-01']) {
      const procedures = versionsOn(versions, day(on)).map((v) => v.procedure)
      expect(new Set(procedures).size).toBe(procedures.length)
    }
    expect(versionsOn(versions, day('2026-11-22'))).toHaveLength(48)
  })

  it('leaves out what has ended and what has not begun', () => {
    const codes = versionsOn(versions, day('2026-11-22')).map((v) => v.code)
    expect(codes).not.toContain('INV-21@2025')
    expect(codes).not.toContain('ENV-01@2027')
    expect(codes).toContain('ENV-01@2026')
  })
})
