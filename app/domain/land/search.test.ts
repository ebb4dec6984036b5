import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, matches, rankOf, search } from './search'

describe('fold', () => {
  it('strips every Vietnamese mark, đ too', () => {
    expect(fold('Cụm công nghiệp  ĐÌNH LẬP ')).toBe('cum cong nghiep dinh lap')
    expect(fold('ăâđêôơư ẳẵặ ỗộ ừự ỷỵ ÂĐÊ')).toBe('aadeoou aaa oo uu yy ade')
    expect(fold('谅山VSIP工业园区')).toBe('谅山vsip工业园区')
  })

  it('is the same again, and for composed and decomposed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
        expect(fold(text.normalize('NFC'))).toBe(fold(text.normalize('NFD')))
      }),
    )
  })
})

describe('matching', () => {
  it('wants every word, in any order', () => {
    const text = fold('KCN VSIP Lạng Sơn, Hữu Lũng, Hồ Sơn, Hòa Thắng')
    expect(matches(text, 'hoa thang vsip')).toBe(true)
    expect(matches(text, 'HỮU  lũng')).toBe(true)
    expect(matches(text, 'huu lung dong banh')).toBe(false)
    expect(matches(text, '  ')).toBe(true)
  })

  it('always finds a keyword by its folded self', () => {
    const word = fc.stringMatching(/^[a-zA-ZăâđêôơưĂÂĐÊÔƠƯàáảãạèéẻẽẹ]{1,12}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        expect(matches(fold(words.join(' ')), fold(words[0] ?? ''))).toBe(true)
        expect(rankOf(words, words[0] ?? '')).toBe(0)
      }),
    )
  })

  it('puts exact marks first and keeps the order otherwise', () => {
    const places = ['Hoa Sơn', 'Hòa Sơn', 'Hỏa Son', 'Đình Lập']
    expect(search(places, (place) => [place], 'hòa sơn')).toEqual(['Hòa Sơn', 'Hoa Sơn', 'Hỏa Son'])
    expect(search(places, (place) => [place], 'hoa son')).toEqual(['Hoa Sơn', 'Hòa Sơn', 'Hỏa Son'])
    expect(rankOf(['Đình Lập'], 'dinh lap')).toBe(1)
    expect(rankOf(['Đình Lập'], 'na duong')).toBeNull()
  })
})
