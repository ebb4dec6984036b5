import { describe, expect, it } from 'vitest'
import { langOfPath, pathIn } from './use-lang'

describe('the language of an address', () => {
  it('is its first segment, else Vietnamese', () => {
    expect(langOfPath('/zh/plots/HL-A1')).toBe('zh')
    expect(langOfPath('/demo/mail')).toBe('vi')
  })
  it('changes without changing the page', () => {
    expect(pathIn('/vi/plots/HL-A1', 'en')).toBe('/en/plots/HL-A1')
    expect(pathIn('/vi', 'zh')).toBe('/zh')
    expect(pathIn('/', 'en')).toBe('/en')
    expect(pathIn('/nowhere', 'en')).toBe('/en/nowhere')
  })
})
