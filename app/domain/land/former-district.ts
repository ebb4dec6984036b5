import type { Lang } from '../text'

/** The districts that ended on 30 June 2025, as they are written in the other languages. */
const NAMES: Record<string, { en: string; zh: string }> = {
  'Bắc Sơn': { en: 'Bac Son', zh: '北山' },
  'Bình Gia': { en: 'Binh Gia', zh: '平嘉' },
  'Cao Lộc': { en: 'Cao Loc', zh: '高禄' },
  'Chi Lăng': { en: 'Chi Lang', zh: '支棱' },
  'Đình Lập': { en: 'Dinh Lap', zh: '亭立' },
  'Hữu Lũng': { en: 'Huu Lung', zh: '友陇' },
  'Lộc Bình': { en: 'Loc Binh', zh: '禄平' },
  'Tràng Định': { en: 'Trang Dinh', zh: '长定' },
  'Văn Lãng': { en: 'Van Lang', zh: '文朗' },
  'Văn Quan': { en: 'Van Quan', zh: '文关' },
}

/** The name of a former district, without its kind, in a language; one that is not known stays as it is written. */
export const districtIn = (name: string, lang: Lang): string => (lang === 'vi' ? name : (NAMES[name]?.[lang] ?? name))
