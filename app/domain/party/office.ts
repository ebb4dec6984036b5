import type { Text } from '../text'

/**
 * The office as its letters name it. Which body operates the service is for the province to say
 * (Resolution 66.25/2026 lets it choose), so the name says what it is and no more.
 */
export const OFFICE: { parent: Text; name: Text; place: Text } = {
  parent: {
    vi: 'Ủy ban nhân dân tỉnh Lạng Sơn',
    en: 'People’s Committee of Lạng Sơn Province',
    zh: '谅山省人民委员会',
  },
  name: {
    vi: 'Cơ quan Xúc tiến đầu tư',
    en: 'Investment Promotion Office',
    zh: '投资促进办公室',
  },
  place: { vi: 'Lạng Sơn', en: 'Lạng Sơn', zh: '谅山' },
}

/** In whose capacity a letter is signed. */
export const SIGNER_TITLES: Record<'intake' | 'officer' | 'head' | 'deputy' | 'director' | 'system', Text> = {
  intake: { vi: 'BỘ PHẬN MỘT CỬA', en: 'INTAKE DESK', zh: '窗口' },
  officer: { vi: 'CHUYÊN VIÊN THỤ LÝ', en: 'CASE OFFICER', zh: '经办人' },
  head: { vi: 'TRƯỞNG PHÒNG', en: 'DIVISION HEAD', zh: '处长' },
  deputy: { vi: 'PHÓ GIÁM ĐỐC', en: 'DEPUTY DIRECTOR', zh: '副主任' },
  director: { vi: 'GIÁM ĐỐC', en: 'DIRECTOR', zh: '主任' },
  system: { vi: 'HỆ THỐNG CỘT MỐC', en: 'THE CỘT MỐC SYSTEM', zh: '界碑（CỘT MỐC）系统' },
}
