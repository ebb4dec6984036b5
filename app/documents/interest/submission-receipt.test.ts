import { describe, expect, it } from 'vitest'
import { renderPdf } from '~/infra/pdf.server'
import { textOf } from '../text-of.fixture'
import { type SubmissionReceiptData, submissionReceipt } from './submission-receipt'

const data: SubmissionReceiptData = {
  number: 'CM-2026-000123',
  position: 123,
  submittedAt: '2026-11-22T17:05:09Z',
  hash: 'a3f1'.repeat(16),
  previousHash: '09be'.repeat(16),
  intakeDueDay: '2026-11-25',
  organization: { name: 'Công ty TNHH Gỗ Ngưỡng Mộ (广西凭祥木业)', registration: '0101243150' },
  project: 'Nhà máy chế biến gỗ',
  zone: { vi: 'Khu công nghiệp Hữu Lũng', en: 'Hữu Lũng Industrial Park', zh: '右陇工业区' },
  plotCodes: ['HL-A-03', 'HL-A-04'],
  documents: [
    { fileName: 'đề xuất dự án.pdf', sha256: '0123456789abcdef'.repeat(4) },
    { fileName: '营业执照.pdf', sha256: 'fedcba9876543210'.repeat(4) },
  ],
  baseUrl: 'https://cotmoc.example',
  illustrative: true,
}

describe('the submission receipt', () => {
  it('says number, order, instant in Vietnam, hashes and the day of the answer', () => {
    const text = textOf(submissionReceipt(data, 'vi'))
    expect(text).toContain('CM-2026-000123')
    expect(text).toContain('Thứ tự nộp\n123')
    expect(text).toContain('00:05:09 ngày 23 tháng 11 năm 2026 (giờ Việt Nam)')
    expect(text).toContain('ngày 25 tháng 11 năm 2026')
    expect(text).toContain(data.hash)
    expect(text).toContain('09be'.repeat(16))
    expect(text).toContain('HL-A-03, HL-A-04')
    expect(text).toContain('đề xuất dự án.pdf\n0123456789abcdef…')
    expect(text).toContain('https://cotmoc.example/vi/receipts/CM-2026-000123')
  })

  it.each([
    ['vi', 'Đây không phải là Giấy tiếp nhận hồ sơ'],
    ['en', 'This is not the official receipt'],
    ['zh', '本回执不是正式受理通知书'],
  ] as const)('says in %s that it is not the official one, and renders', async (lang, sentence) => {
    const text = textOf(submissionReceipt(data, lang))
    expect(text).toContain(sentence)
    expect(text).not.toMatch(/\{\{|undefined|NaN|\b(submission|field|page|format)\.[a-zA-Z_]+/)
    const bytes = await renderPdf(submissionReceipt(data, lang))
    expect(Buffer.from(bytes).toString('latin1', 0, 5)).toBe('%PDF-')
  })

  it('says when it is the first and when nothing was attached', () => {
    const text = textOf(submissionReceipt({ ...data, previousHash: null, documents: [], illustrative: false }, 'en'))
    expect(text).toContain('This is the first receipt of the chain.')
    expect(text).toContain('No documents attached.')
    expect(text).not.toContain('Illustrative')
  })
})
