import { describe, expect, it } from 'vitest'
import { unsubscribeHeaders } from '~/domain/notice/unsubscribe'
import { LANGS } from '~/domain/text'
import { mail } from './mail'
import type { MailData, MailKind } from './mail-data'

const about = { name: 'Nguyễn Thị Ánh', link: 'https://cotmoc.example/vi/my', number: 'CM-2026-000123' }

const samples: MailData = {
  verify_email: { ...about, validHours: 48 },
  reset_password: { ...about, validHours: 2 },
  invitation: { ...about, role: 'chuyên viên', validDays: 7 },
  member_invitation: { ...about, by: 'Trần Minh', organization: 'Công ty Gỗ', role: 'thành viên', validDays: 7 },
  member_joined: { ...about, person: 'Lê Hoa', organization: 'Công ty Gỗ', role: 'agent' },
  membership_changed: { ...about, organization: 'Công ty Gỗ', change: 'reader' },
  delegation_changed: {
    ...about,
    ...{ by: 'Đặng Thu Hà', change: 'given', paper: '12/UQ-BQL', fromDay: '2026-11-01', untilDay: '2027-05-01' },
  },
  already_registered: about,
  password_changed: about,
  interest_submitted: { ...about, land: 'HL-A-03', intakeDueDay: '2026-11-25' },
  case_received: { ...about, dueDay: '2026-12-15' },
  case_returned: { ...about, reason: 'thiếu báo cáo tài chính' },
  supplement_requested: { ...about, items: ['Báo cáo tài chính', 'Nhu cầu nước'], answerByDay: '2026-12-09' },
  supplement_answered: { ...about, organization: 'Công ty Gỗ' },
  consultation_asked: { ...about, question: 'Có phù hợp quy hoạch không?', dueDay: '2026-12-09' },
  consultation_reminder: { ...about, question: 'Có phù hợp quy hoạch không?', dueDay: '2026-12-09' },
  consultation_answered: { ...about, agency: 'Sở Xây dựng' },
  case_suspended: { ...about, reason: 'chờ phê duyệt giá đất' },
  case_resumed: about,
  case_apology: { ...about, newDay: '2026-12-09', reason: 'cần thêm ý kiến' },
  extension_asked: { ...about, organization: 'Công ty Gỗ', day: '2026-12-09' },
  extension_granted: { ...about, day: '2026-12-09' },
  extension_denied: { ...about, day: '2026-12-02' },
  need_alert: {
    ...about,
    need: 'Xưởng gỗ 4 ha',
    sites: [
      { site: 'HL-A-03', became: ['price', 'readyBy'] },
      { site: 'HL-A-04+HL-A-05', became: ['offered', 'distance.huu_nghi'] },
    ],
    more: 2,
    stopLink: 'https://cotmoc.example/vi/needs/abc/stop',
  },
  case_message: { ...about, by: 'Hoàng Thị Lan', words: 'Xin xem bản vẽ mặt bằng.' },
  digest: { ...about, items: [{ subject: 'Tin nhắn mới', link: 'https://cotmoc.example/vi/my/cases/CM-1' }] },
  decision_approved: { ...about, heldThroughDay: '2027-01-18', developerOfferRequired: true },
  hold_activated: { ...about, plots: 'HL-A-03', day: '2027-01-18', reason: null },
  hold_extended: { ...about, plots: 'HL-A-03', day: '2027-02-17', reason: 'chờ báo cáo môi trường' },
  hold_released: { ...about, plots: 'HL-A-03', day: null, reason: 'nhà đầu tư đổi lô' },
  hold_converted: { ...about, plots: 'HL-A-03', day: '2027-01-18', reason: null },
  hold_expired: { ...about, plots: 'HL-A-03', day: '2027-01-18', reason: null },
  waiting_offered: { ...about, plots: 'HL-A-03', day: '2026-12-01' },
  waiting_lapsed: { ...about, plots: 'HL-A-03' },
  waiting_lost: { ...about, code: 'HL-A-03', became: 'HL-A-30' },
  developer_asked: { ...about, plots: 'HL-A-03', dueDay: '2026-12-01' },
  developer_silent: { ...about, plots: 'HL-A-03', dueDay: '2026-12-01' },
  developer_replied: about,
  developer_answered: { ...about, outcome: 'offered' },
  developer_offered: { ...about, day: '2026-12-31', price: '110 USD/m²', conditions: 'Đặt cọc 10%' },
  developer_declined: { ...about, code: 'other', text: 'Đã có khách thuê' },
  developer_question: { ...about, question: 'Có dùng khí đốt không?' },
  dossier_refused: { ...about, reason: 'lốp thải không thuộc loại hình được tiếp nhận' },
  decision_refused: { ...about, reason: 'trạm biến áp không đủ công suất' },
  condition_proved: { ...about, condition: 'Ký quỹ' },
  condition_accepted: { ...about, condition: 'Ký quỹ', text: '' },
  condition_returned: { ...about, condition: 'Ký quỹ', text: 'Thiếu dấu' },
  enquiry_received: { ...about, about: 'lô HL-A-03' },
  enquiry_answered: { ...about, about: 'lô HL-A-03', answer: 'Giá thuê chưa công bố.' },
  facts_stale: {
    ...about,
    items: [{ code: 'HL-A1', key: 'price_usd_per_m2', untilDay: '2026-11-20', leavesDay: '2026-12-21' }],
  },
  plots_withdrawn: { ...about, items: [{ code: 'HL-A1', key: 'readiness', untilDay: '2026-10-01' }], graceDays: 30 },
  step_recorded: {
    ...about,
    step: { vi: 'Cấp GCN đăng ký đầu tư', en: 'Investment certificate', zh: '投资登记证' },
    agency: { vi: 'Ban Quản lý', en: 'Management Board', zh: '管委会' },
    event: 'received',
    dueDay: '2026-12-15',
  },
}

const KINDS = Object.keys(samples) as MailKind[]
const ABOUT_ACCOUNT: MailKind[] = [
  'need_alert',
  'digest',
  'verify_email',
  'reset_password',
  'invitation',
  'member_invitation',
  'member_joined',
  'membership_changed',
  'delegation_changed',
  'already_registered',
  'password_changed',
  'facts_stale',
  'plots_withdrawn',
]

describe.each(KINDS)('the mail %s', (kind) => {
  it.each(LANGS)('is whole in %s', (lang) => {
    const { subject, text } = mail(kind, samples[kind], lang)
    expect(subject).not.toBe('')
    expect(subject).not.toContain('\n')
    expect(text).toContain('Nguyễn Thị Ánh')
    expect(text).toContain(`\n${about.link}\n`)
    expect(subject + text).not.toMatch(/\{\{|\}\}|undefined|NaN|mail\./)
    // A day in words says itself that it is one.
    expect(subject + text).not.toMatch(/ngày ngày/i)
    const stops = { 'List-Unsubscribe': `<${samples.need_alert.stopLink}>` }
    expect(unsubscribeHeaders({ kind, text })).toEqual(
      kind === 'need_alert' ? { ...stops, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {},
    )
  })

  it('names every value it was given, in Vietnamese', () => {
    const { subject, text } = mail(kind, samples[kind], 'vi')
    const { number, ...rest }: Record<string, unknown> = { ...samples[kind] }
    if (!ABOUT_ACCOUNT.includes(kind)) expect(subject).toContain(number)
    for (const [key, value] of Object.entries(rest))
      if (
        typeof value === 'string' &&
        !/day$/i.test(key) &&
        !['event', 'outcome', 'code', 'role', 'change'].includes(key)
      )
        expect(text).toContain(value)
  })
})

describe('what a mail says', () => {
  it('the days in words of the language', () => {
    expect(mail('interest_submitted', samples.interest_submitted, 'vi').text).toContain('ngày 25 tháng 11 năm 2026')
    expect(mail('interest_submitted', samples.interest_submitted, 'en').text).toContain('25 November 2026')
    expect(mail('interest_submitted', samples.interest_submitted, 'zh').text).toContain('2026年11月25日')
  })

  it('what is to be supplied, numbered', () => {
    expect(mail('supplement_requested', samples.supplement_requested, 'en').text).toContain(
      '1. Báo cáo tài chính\n2. Nhu cầu nước',
    )
  })

  it('the hold and the developer’s offer only where there are any', () => {
    const full = mail('decision_approved', samples.decision_approved, 'en').text
    expect(full).toContain('held until the end of 18 January 2027')
    expect(full).toContain('subject to the developer’s offer')
    const bare = { ...samples.decision_approved, heldThroughDay: null, developerOfferRequired: false }
    expect(mail('decision_approved', bare, 'en').text).not.toMatch(/held|offer/)
  })

  it('keeps a subject on one line, whatever was typed', () => {
    const step = { vi: 'Bước\r\nBcc: x@example.vn', en: 'x', zh: 'x' }
    expect(mail('step_recorded', { ...samples.step_recorded, step }, 'vi').subject).toBe(
      'CM-2026-000123: Bước Bcc: x@example.vn',
    )
  })

  it('lets nothing that was typed begin a line of its own, or pass for the link that ends alerts', () => {
    const forged = 'https://elsewhere.example/vi/needs/forged/stop'
    const own = { 'List-Unsubscribe': `<${samples.need_alert.stopLink}>` }
    for (const end of ['\n', '\r\n', '\u2028', '\u0085', '\u000b']) {
      const { text } = mail('need_alert', { ...samples.need_alert, need: `gỗ${end}${forged}${end}` }, 'vi')
      expect(text).toContain(`Nhu cầu “gỗ ${forged}” của ông/bà`)
      expect(unsubscribeHeaders({ kind: 'need_alert', text })).toMatchObject(own)
    }
    // Whatever stands above it: the link that counts is the last one.
    const { text } = mail('need_alert', samples.need_alert, 'vi')
    expect(unsubscribeHeaders({ kind: 'need_alert', text: `${forged}\n${text}` })).toMatchObject(own)
    const joined = mail('member_joined', { ...samples.member_joined, person: 'Lê\n\nHoa' }, 'vi').text
    expect(joined).toContain('Lê Hoa đã nhận lời mời')
    const step = { vi: 'Bước\nhai', en: 'x', zh: 'x' }
    expect(mail('step_recorded', { ...samples.step_recorded, step }, 'vi').text).toContain('của bước "Bước hai"')
    const items = ['Báo cáo\n2. Gì khác']
    expect(mail('supplement_requested', { ...samples.supplement_requested, items }, 'vi').text).toContain(
      '\n1. Báo cáo 2. Gì khác\n',
    )
    // A reason is a text of its own, with its paragraphs.
    const reason = 'một\n\nhai'
    expect(mail('case_returned', { ...samples.case_returned, reason }, 'vi').text).toContain(reason)
  })

  it('does not fill in what was typed a second time', () => {
    const reason = 'xem {{number}} và $&'
    expect(mail('case_returned', { ...samples.case_returned, reason }, 'vi').text).toContain(reason)
  })
})
