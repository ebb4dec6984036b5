import { expect, test } from 'vitest'
import { countryName } from './country-names'

test('a country is named in the language of its reader', () => {
  const names = (['vi', 'en', 'zh'] as const).map((lang) => countryName(lang, 'CN'))
  expect(names).toEqual(['Trung Quốc', 'China', '中国'])
})
