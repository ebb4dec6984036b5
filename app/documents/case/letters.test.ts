import { describe, expect, it } from 'vitest'
import { LETTER_KINDS, LETTER_REASONS, type LetterHead, type LetterKind } from '~/domain/case/letter'
import { SIGNER_TITLES } from '~/domain/party/office'
import { renderPdf } from '~/infra/pdf.server'
import { textOf } from '../text-of.fixture'
import { translator } from '../translate'
import type { CourtesyLang } from './layout'
import { letterSamples } from './letter.fixture'
import { letterDefinition } from './letter-definition'

const COURTESY: CourtesyLang[] = ['en', 'zh']

const TITLES: Record<LetterKind, [vi: string, en: string, zh: string]> = {
  official_receipt: ['GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ', 'RECEIPT OF DOSSIER', '受理通知书'],
  supplement_request: ['PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ', 'REQUEST FOR SUPPLEMENT', '补正通知'],
  refusal_of_dossier: ['PHIẾU TỪ CHỐI TIẾP NHẬN', 'REFUSAL OF DOSSIER', '不予受理通知'],
  return_letter: ['Về việc trả lại hồ sơ đăng ký quan tâm', 'Return of an expression of interest', '关于退回'],
  decision_approval: ['Về việc chấp thuận đăng ký quan tâm', 'Approval of an expression', '关于同意投资意向'],
  decision_refusal: ['Về việc không chấp thuận', 'Refusal of an expression', '关于不同意投资意向'],
  apology: ['THƯ XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ', 'LETTER OF APOLOGY', '致歉信'],
  stop_notice: ['THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ', 'NOTICE OF STOP', '中止办理通知'],
  hold_notice: ['Về việc giữ chỗ lô đất', 'Hold of land', '关于预留地块'],
  release_notice: ['Về việc chấm dứt giữ chỗ', 'End of a hold', '关于预留终止'],
}

describe.each(LETTER_KINDS)('the letter %s', (kind) => {
  it.each(COURTESY)('is Vietnamese first and then %s', (lang) => {
    const text = textOf(letterDefinition(kind, letterSamples[kind], lang))
    const [vi, en, zh] = TITLES[kind]
    const second = lang === 'en' ? en : zh
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc')
    expect(text).toContain('Lạng Sơn, ngày 05 tháng 11 năm 2026')
    expect(text).toContain('Công ty TNHH Gỗ nội thất Ngưỡng Mộ (广西凭祥木业有限公司)')
    expect(text.includes('Kính gửi: Công ty')).toBe(kind !== 'official_receipt')
    expect(text.indexOf(vi)).toBeGreaterThan(-1)
    expect(text.indexOf(second)).toBeGreaterThan(text.indexOf(vi))
  })

  it('carries its code, its address and that the data are illustrative', () => {
    const text = textOf(letterDefinition(kind, letterSamples[kind], 'en'))
    expect(text).toContain('Mã kiểm tra: 7K3M-Q0ZD-9XWP')
    expect(text).toContain('https://cotmoc.example/vi/verify/7K3M-Q0ZD-9XWP')
    expect(text).toContain('Dữ liệu minh hoạ, không có giá trị pháp lý.')
    const real = textOf(letterDefinition(kind, { ...letterSamples[kind], illustrative: false }, 'en'))
    expect(real).not.toContain('minh hoạ')
  })

  it('leaves no value open and no key unwritten', () => {
    for (const lang of COURTESY) {
      const text = textOf(letterDefinition(kind, letterSamples[kind], lang))
      expect(text).not.toMatch(/\{\{|undefined|NaN|\b(letter|field|page|reason|format|limit)\.[a-z_]+/)
    }
  })

  it.each(COURTESY)('renders with a courtesy version in %s', async (lang) => {
    const bytes = await renderPdf(letterDefinition(kind, letterSamples[kind], lang))
    expect(Buffer.from(bytes).toString('latin1', 0, 5)).toBe('%PDF-')
    expect(bytes.length).toBeLessThan(150_000)
  })
})

describe('what a letter says', () => {
  it('the receipt: the due day, the limit and that it is the office’s own', () => {
    const text = textOf(letterDefinition('official_receipt', letterSamples.official_receipt, 'zh'))
    expect(text).toContain('Hẹn trả kết quả\nngày 27 tháng 11 năm 2026')
    expect(text).toContain('14 ngày làm việc (chuẩn phục vụ của cơ quan, không phải thời hạn luật định)')
    expect(text).toContain('15:30 ngày 05 tháng 11 năm 2026 (giờ Việt Nam)')
    expect(text).toContain('2026年11月27日')
  })

  it('the supplement: every item, and until when', () => {
    const text = textOf(letterDefinition('supplement_request', letterSamples.supplement_request, 'en'))
    expect(text).toContain('Báo cáo tài chính đã kiểm toán năm 2025')
    expect(text).toContain('Thuyết minh nhu cầu xử lý nước thải (m³/ngày)')
    expect(text).toContain('no later than 9 December 2026')
  })

  it('the approval: plots, area, hold, conditions', () => {
    const text = textOf(letterDefinition('decision_approval', letterSamples.decision_approval, 'en'))
    expect(text).toContain('HL-A-03: 75.000 m² (7,5 ha)\nHL-A-04: 82.350 m² (8,24 ha)')
    expect(text).toContain('157.350 m² (15,74 ha)')
    expect(text).toContain('đến hết ngày 18 tháng 01 năm 2027')
    expect(text).toContain('Work to begin within 12 months.')
    expect(text).toContain('Số: 45/TB-BQL')
    expect(text).toContain('Số trên Cột Mốc: 07/2026/TB-CM')
    expect(text).toContain('Chứng minh bằng: Biên bản thoả thuận đấu nối')
  })

  it('the approval: subject to the developer’s offer only where one is needed', () => {
    const given = letterSamples.decision_approval
    const subject = textOf(letterDefinition('decision_approval', given, 'en'))
    expect(subject).toContain('tuỳ thuộc chào thuê của chủ đầu tư hạ tầng (Công ty TNHH VSIP Lạng Sơn)')
    expect(subject).toContain('subject to the developer’s offer')
    expect(subject).not.toContain('chỉ được giữ chỗ sau khi')
    const before = textOf(letterDefinition('decision_approval', { ...given, heldThroughDay: null }, 'en'))
    expect(before).toContain('Lô đất chỉ được giữ chỗ sau khi chủ đầu tư hạ tầng có chào thuê.')
    expect(before).not.toContain('đến hết ngày')
    const free = { ...given, developerOfferRequired: false, heldThroughDay: null, conditions: [] }
    const text = textOf(letterDefinition('decision_approval', free, 'en'))
    expect(text).not.toContain('chào thuê')
    expect(text).not.toContain('developer')
    expect(text).not.toContain('giữ chỗ cho tổ chức')
    expect(text).not.toContain('Điều kiện kèm theo')
  })

  it('the refusals: coded reason, words and what to do about it', () => {
    const refused = textOf(letterDefinition('decision_refusal', letterSamples.decision_refusal, 'zh'))
    expect(refused).toContain('Công suất điện, nước hoặc xử lý nước thải không đáp ứng nhu cầu dự án')
    expect(refused).toContain('Nhu cầu 12.000 kVA vượt công suất còn lại của trạm biến áp.')
    expect(refused).toContain('khiếu nại hoặc khởi kiện')
    const back = textOf(letterDefinition('return_letter', letterSamples.return_letter, 'en'))
    expect(back).toContain('Hồ sơ thiếu thành phần\nThiếu văn bản chứng minh năng lực tài chính.')
    expect(back).toContain('Tệp đính kèm không đọc được')
  })

  it('the receipt: papers by their names in the language of each page', () => {
    const text = textOf(letterDefinition('official_receipt', letterSamples.official_receipt, 'zh'))
    for (const line of [
      'Thư quan tâm',
      '投资意向书',
      'Đề xuất dự án: de-xuat-du-an.pdf',
      'Tư cách pháp lý: 营业执照.pdf',
      '主体资格证明：营业执照.pdf',
    ])
      expect(text).toContain(line)
    expect(text).not.toMatch(/project_proposal|legal_status/)
  })

  it('in whose place it is signed, above the signer’s own title; of the director’s own nothing', () => {
    const given = letterSamples.decision_refusal
    const signed = (form: NonNullable<LetterHead['signer']['for']>['form'] | null, lang: CourtesyLang) => {
      const place = form && { form, of: SIGNER_TITLES.director }
      const title = SIGNER_TITLES[form === 'KT' ? 'deputy' : form ? 'head' : 'director']
      return textOf(
        letterDefinition('decision_refusal', { ...given, signer: { name: 'Anh', title, for: place } }, lang),
      )
    }
    expect(signed('KT', 'en')).toContain('KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nAnh')
    expect(signed('KT', 'en')).toContain('FOR THE DIRECTOR\nDEPUTY DIRECTOR\nAnh')
    expect(signed('TUQ', 'en')).toContain('TUQ. GIÁM ĐỐC\nTRƯỞNG PHÒNG\nAnh')
    expect(signed('TUQ', 'en')).toContain('BY AUTHORITY OF THE DIRECTOR\nDIVISION HEAD\nAnh')
    expect(signed('TUQ', 'zh')).toContain('受主任授权\n处长\nAnh')
    expect(signed('TL', 'en')).toContain('TL. GIÁM ĐỐC\nTRƯỞNG PHÒNG\nAnh')
    expect(signed('TL', 'en')).toContain('BY ORDER OF THE DIRECTOR\nDIVISION HEAD\nAnh')
    expect(signed('TL', 'zh')).toContain('奉主任之命\n处长\nAnh')
    expect(signed(null, 'zh')).toContain('GIÁM ĐỐC\nAnh')
    expect(signed(null, 'zh')).not.toMatch(/KT\.|TUQ\.|TL\.|代主任|受主任|奉主任/)
  })

  it.each(LETTER_KINDS)('%s: no signature on a page of its own', (kind) => {
    const { content } = letterDefinition(kind, letterSamples[kind], 'en')
    const ends = JSON.parse(JSON.stringify(content)).flatMap((part: { unbreakable?: boolean; stack?: object[] }) =>
      part.unbreakable ? [part.stack?.length] : [],
    )
    expect(ends, 'of both versions').toEqual([2, 2])
  })

  it('every coded reason has its sentence in each language', () => {
    for (const code of Object.values(LETTER_REASONS).flat())
      for (const lang of ['vi', 'en', 'zh'] as const)
        expect(translator(lang, 'documents')(`reason.${code}`)).not.toContain('reason.')
  })
})
