// No letter contradicts its decision: every outcome, reason and condition of the record appears, and none that is not.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DecisionFacts, decisionLetter } from '~/domain/case/decision-letter'
import {
  LETTER_OUTCOMES,
  LETTER_REASONS,
  type LetterKind,
  type LetterOutcome,
  letterKindFor,
} from '~/domain/case/letter'
import type { Lang } from '~/domain/text'
import { renderPdf } from '~/infra/pdf.server'
import { textOf } from '../text-of.fixture'
import { translator } from '../translate'
import type { CourtesyLang } from './layout'
import { letterSamples } from './letter.fixture'
import { draftsDefinition, letterDefinition } from './letter-definition'

const COURTESY: CourtesyLang[] = ['en', 'zh']

/** What only the letter of this outcome says, in each language. */
const MARKS: Record<Exclude<LetterOutcome, 'resumed' | 'withdrawn' | 'closed'>, Record<Lang, string>> = {
  received: { vi: 'đã tiếp nhận hồ sơ của tổ chức', en: 'has received the dossier', zh: '已受理下列单位' },
  returned: { vi: 'trả lại hồ sơ CM', en: 'returns case', zh: '退回贵单位' },
  refused_at_intake: { vi: 'không tiếp nhận, giải quyết hồ sơ này', en: 'is not accepted', zh: '现通知不予受理' },
  supplement_requested: { vi: 'đề nghị tổ chức bổ sung', en: 'asks the organisation to supply', zh: '请贵单位补充' },
  supplement_lapsed: { vi: 'trả lại hồ sơ CM', en: 'returns case', zh: '退回贵单位' },
  overdue: { vi: 'chân thành xin lỗi', en: 'sincerely apologises', zh: '谨向贵机构致歉' },
  suspended: { vi: 'thông báo dừng giải quyết', en: 'has stopped the work', zh: '因下列原因中止办理' },
  approved: {
    vi: ' chấp thuận đăng ký quan tâm của tổ chức như sau',
    en: 'approves the expression',
    zh: '同意贵单位的投资意向，内容',
  },
  refused: { vi: 'không chấp thuận đăng ký quan tâm của tổ chức', en: 'does not approve', zh: '决定不同意贵单位' },
  held: {
    vi: 'giữ chỗ lô đất và công suất hạ tầng theo hồ sơ',
    en: 'holds land and infrastructure',
    zh: '预留地块与基础设施容量如下',
  },
  hold_ended: {
    vi: 'việc giữ chỗ theo hồ sơ CM-2026-000123 chấm dứt',
    en: 'the hold under case CM-2026-000123 is over',
    zh: '的预留自',
  },
}
const outcomes = LETTER_OUTCOMES.filter((one): one is keyof typeof MARKS => one in MARKS)

describe.each(COURTESY)('outcome × letter, with a courtesy version in %s', (lang) => {
  it.each(outcomes)('%s: its letter says so, and no other letter does', (outcome) => {
    const own = letterKindFor(outcome)
    expect(own).not.toBeNull()
    for (const kind of Object.keys(letterSamples) as LetterKind[]) {
      const text = textOf(letterDefinition(kind, letterSamples[kind], lang))
      // "không chấp thuận …" has "chấp thuận …" in it: an approval is what is not preceded by "không".
      const said = text.replaceAll('không chấp thuận đăng ký quan tâm của tổ chức với', 'KHÔNG')
      const where = outcome === 'approved' ? said : text
      expect(where.includes(MARKS[outcome].vi), `${kind} in vi`).toBe(kind === own)
      expect(where.includes(MARKS[outcome][lang]), `${kind} in ${lang}`).toBe(kind === own)
    }
  })
})

const reasonsSaid = (text: string, lang: Lang) =>
  LETTER_REASONS.decision.filter((code) => text.includes(translator(lang, 'documents')(`reason.${code}`)))

const facts = (own: Partial<DecisionFacts>): DecisionFacts => ({
  outcome: 'approved',
  reason: null,
  text: null,
  conditions: [],
  submittedAt: '2026-11-02T03:07:09Z',
  decidedDay: '2026-11-20',
  heldThroughDay: null,
  developerOfferRequired: false,
  developer: null,
  ...own,
})

function lettersOf(decision: DecisionFacts) {
  const { kind, says } = decisionLetter(decision)
  const { number, code, ...head } = letterSamples.apology
  return COURTESY.map((lang) => textOf(letterDefinition(kind, { ...head, number, code, ...says } as never, lang)))
}

describe('the letter of a decision', () => {
  it.each(LETTER_REASONS.decision)('refused for %s: that reason, in both languages, and no other', (reason) => {
    const [english = '', chinese = ''] = lettersOf(facts({ outcome: 'refused', reason, text: 'Ghi rõ ở đây' }))
    const expected = reason === 'other' ? [] : [reason]
    expect(reasonsSaid(english, 'vi')).toEqual(expected)
    expect(reasonsSaid(english, 'en')).toEqual(expected)
    expect(reasonsSaid(chinese, 'zh')).toEqual(expected)
    expect(english.split('Ghi rõ ở đây')).toHaveLength(3)
  })

  it('says every condition with its day and proof, and holds, offers and reasons only where the record has them', () => {
    const condition = fc.record({
      text: fc.stringMatching(/^[A-Z]{12}$/),
      dueDay: fc.constantFrom(null, '2027-03-31', '2027-12-01'),
      proof: fc.option(fc.stringMatching(/^[a-z]{12}$/)),
    })
    const decision = fc.record({
      outcome: fc.constantFrom('approved' as const, 'refused' as const),
      reason: fc.constantFrom(...LETTER_REASONS.decision),
      text: fc.stringMatching(/^[0-9]{14}$/),
      conditions: fc.uniqueArray(condition, { maxLength: 4, selector: ({ text }) => text }),
      heldThroughDay: fc.constantFrom(null, '2027-01-18'),
      developerOfferRequired: fc.boolean(),
    })
    fc.assert(
      fc.property(decision, (own) => {
        const approved = own.outcome === 'approved'
        for (const text of lettersOf(facts(own))) {
          expect(text.includes('Về việc không chấp thuận')).toBe(!approved)
          expect(text.includes('Về việc chấp thuận')).toBe(approved)
          expect(text.includes('Điều kiện kèm theo')).toBe(approved && own.conditions.length > 0)
          expect(text.includes('đến hết ngày 18 tháng 01 năm 2027')).toBe(approved && own.heldThroughDay !== null)
          expect(text.includes('tuỳ thuộc chào thuê')).toBe(approved && own.developerOfferRequired)
          expect(reasonsSaid(text, 'vi')).toEqual(approved || own.reason === 'other' ? [] : [own.reason])
          expect(text.includes(own.text)).toBe(!approved)
          for (const { text: said, proof } of own.conditions) {
            expect(text.includes(said)).toBe(approved)
            if (proof) expect(text.includes(`Chứng minh bằng: ${proof}`)).toBe(approved)
          }
          const days = own.conditions.filter(({ dueDay }) => dueDay).length
          expect(text.split('Thực hiện chậm nhất').length - 1).toBe(approved ? days : 0)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('as a draft bears its mark, and neither code nor number nor an address to check', async () => {
    const draft = { ...letterSamples.decision_refusal, code: null, number: null }
    const definition = letterDefinition('decision_refusal', draft, 'en')
    expect(JSON.stringify(definition.watermark)).toContain('DỰ THẢO · DRAFT')
    const text = textOf(definition)
    expect(text).toContain('DỰ THẢO, chưa phát hành')
    expect(text).toContain('DRAFT, not issued')
    expect(text).not.toMatch(/verify|Mã kiểm tra|07\/2026/)
    expect(textOf(letterDefinition('decision_refusal', letterSamples.decision_refusal, 'en'))).not.toContain('DỰ THẢO')
    const two = (['decision_approval', 'hold_notice'] as const).map((kind) => {
      return { kind, data: letterSamples[kind], courtesyLang: 'zh' as const }
    })
    expect(Buffer.from(await renderPdf(draftsDefinition(two))).toString('latin1', 0, 5)).toBe('%PDF-')
  })
})
