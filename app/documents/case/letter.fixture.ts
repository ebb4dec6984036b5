import type { LetterData, LetterHead } from '~/domain/case/letter'

const head: LetterHead = {
  code: '7K3M-Q0ZD-9XWP',
  baseUrl: 'https://cotmoc.example',
  caseNumber: 'CM-2026-000123',
  number: '07/2026/TB-CM',
  officialCode: null,
  caseCode: null,
  issuedDay: '2026-11-05',
  place: { vi: 'Lạng Sơn', en: 'Lạng Sơn', zh: '谅山' },
  agency: {
    parent: { vi: 'Ủy ban nhân dân tỉnh Lạng Sơn', en: 'People’s Committee of Lạng Sơn', zh: '谅山省人民委员会' },
    name: {
      vi: 'Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn',
      en: 'Management Board of the Đồng Đăng - Lạng Sơn Border-Gate Economic Zone',
      zh: '同登—谅山口岸经济区管理委员会',
    },
    contact: 'bộ phận một cửa, 0205 3800 000',
  },
  applicant: {
    name: 'Công ty TNHH Gỗ nội thất Ngưỡng Mộ (广西凭祥木业有限公司)',
    registration: '0101243150',
    address: 'Số 8 đường Trần Đăng Ninh, phường Đông Kinh, tỉnh Lạng Sơn',
    agent: null,
    contactName: 'Nguyễn Thị Ngọc Ánh',
    phone: '+84 912 345 678',
    email: 'anh.nguyen@example.vn',
  },
  project: 'Nhà máy chế biến gỗ và sản xuất đồ nội thất xuất khẩu',
  zone: { vi: 'Khu công nghiệp Hữu Lũng', en: 'Hữu Lũng Industrial Park', zh: '右陇工业区' },
  plots: [
    { code: 'HL-A-03', areaM2: 75_000 },
    { code: 'HL-A-04', areaM2: 82_350 },
  ],
  signer: { name: 'Hoàng Văn Thưởng', title: { vi: 'Trưởng ban', en: 'Director', zh: '主任' }, for: null },
  copies: [{ vi: 'Sở Tài chính', en: 'Department of Finance', zh: '财政厅' }],
  illustrative: true,
}

const submittedAt = '2026-11-02T03:07:09Z'

/** One letter of each kind, with marks, Chinese names and long lines. */
export const letterSamples: LetterData = {
  official_receipt: {
    ...head,
    papers: [{ vi: 'Thư quan tâm', en: 'Letter of interest', zh: '投资意向书' }],
    documents: [
      { kind: 'project_proposal', fileName: 'de-xuat-du-an.pdf' },
      { kind: 'legal_status', fileName: '营业执照.pdf' },
    ],
    receivedAt: '2026-11-05T08:30:00Z',
    countsFromDay: '2026-11-06',
    limit: { amount: 14, unit: 'working_day', officeStandard: true },
    dueDay: '2026-11-27',
  },
  supplement_request: {
    ...head,
    items: [
      {
        type: 'document',
        what: 'Báo cáo tài chính đã kiểm toán năm 2025',
        why: 'Bản đã nộp chưa có chữ ký của kiểm toán viên',
        again: 'Bản trước đã hết hiệu lực',
      },
      { type: 'explanation', what: 'Thuyết minh nhu cầu xử lý nước thải (m³/ngày)', why: null, again: null },
    ],
    reason: 'Chưa đủ căn cứ thẩm định năng lực tài chính và hạ tầng kỹ thuật.',
    requestedDay: '2026-11-10',
    answerByDay: '2026-12-09',
    first: true,
    contact: 'chuyên viên Lý Thị Hường, 0205 3800 000',
  },
  refusal_of_dossier: {
    ...head,
    submittedAt,
    reason: { code: 'not_competent', text: 'Lô đất do Ủy ban nhân dân xã Tuấn Sơn quản lý.' },
  },
  return_letter: {
    ...head,
    submittedAt,
    missing: [
      {
        name: { vi: 'Hồ sơ năng lực', en: 'Company profile', zh: '企业能力证明' },
        note: 'Bản đã nộp hết hiệu lực',
      },
    ],
    reasons: [
      { code: 'incomplete', text: 'Thiếu văn bản chứng minh năng lực tài chính.' },
      { code: 'unreadable', text: null },
    ],
  },
  decision_approval: {
    ...head,
    officialCode: '45/TB-BQL',
    submittedAt,
    decidedDay: '2026-11-20',
    heldThroughDay: '2027-01-18',
    developerOfferRequired: true,
    developer: 'Công ty TNHH VSIP Lạng Sơn',
    conditions: [
      {
        text: 'Nước thải đấu nối vào hệ thống tập trung, đạt giới hạn tiếp nhận của khu.',
        dueDay: '2027-03-31',
        proof: 'Biên bản thoả thuận đấu nối',
      },
      {
        text: { vi: 'Khởi công trong 12 tháng.', en: 'Work to begin within 12 months.', zh: '须在12个月内动工。' },
        dueDay: null,
        proof: null,
      },
    ],
  },
  decision_refusal: {
    ...head,
    submittedAt,
    decidedDay: '2026-11-20',
    reason: { code: 'capacity_short', text: 'Nhu cầu 12.000 kVA vượt công suất còn lại của trạm biến áp.' },
  },
  apology: {
    ...head,
    receivedDay: '2026-11-06',
    dueDay: '2026-11-26',
    newDay: '2026-12-04',
    reason: 'Cần thêm ý kiến của cơ quan phối hợp.',
  },
  stop_notice: {
    ...head,
    submittedAt,
    stoppedDay: '2026-11-20',
    reason: { code: 'land_price', text: 'Chờ phê duyệt giá đất cụ thể.' },
  },
  hold_notice: {
    ...head,
    heldFromDay: '2026-11-20',
    heldThroughDay: '2027-01-18',
    capacity: [
      { kind: 'power', amount: 3200 },
      { kind: 'wastewater', amount: 150 },
    ],
    developerOfferRequired: true,
  },
  release_notice: {
    ...head,
    signer: { name: null, title: { vi: 'Hệ thống Cột Mốc', en: 'The Cột Mốc system', zh: '界碑系统' }, for: null },
    releasedDay: '2027-01-19',
    cause: 'expired',
    text: null,
  },
}
