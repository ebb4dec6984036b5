import { expect, it } from 'vitest'
import { howToAsk, type SupplementFacts, type SupplementItem } from './supplement'

const item = (own: Partial<SupplementItem>): SupplementItem => ({
  type: 'document',
  what: 'Báo cáo tài chính',
  why: null,
  about: null,
  again: null,
  ...own,
})
const accepted = [
  { key: 'INV-00.1', what: { vi: 'Thư quan tâm', en: 'Letter of interest', zh: '意向书' } },
  { key: 'S1.1', what: 'Thuyết minh  công nghệ' },
]
const facts = (own: Partial<SupplementFacts> = {}): SupplementFacts => ({
  sentInStage: 0,
  proposed: false,
  accepted,
  ...own,
})
const said = (own: Partial<SupplementFacts>, items: SupplementItem[], secondReason: string | null = null) => {
  const verdict = howToAsk(facts(own), { items, secondReason })
  return verdict.ok ? verdict.value : [verdict.refusal.code, verdict.refusal.field].filter(Boolean).join(' ')
}

it('sends one request a stage at once, and a second only with a reason, to be countersigned', () => {
  expect(said({}, [item({})])).toBe('at_once')
  expect(said({ sentInStage: 1 }, [item({})])).toBe('required secondReason')
  expect(said({ sentInStage: 1 }, [item({})], 'Phát sinh từ ý kiến của cơ quan')).toBe('countersigned')
  expect(said({ sentInStage: 2 }, [item({})], 'Lần nữa')).toBe('countersigned')
  expect(said({ proposed: true }, [item({})])).toBe('countersign-waits')
  expect(said({ proposed: true, sentInStage: 1 }, [item({})], 'x')).toBe('countersign-waits')
})

it('asks for what was accepted only saying why: by what it is about, or in the same words', () => {
  expect(said({}, [item({}), item({ about: 'INV-00.1' })])).toBe('asked-again again2')
  expect(said({}, [item({ about: 'INV-00.1', again: 'Bản đã hết hiệu lực' })])).toBe('at_once')
  expect(said({}, [item({ what: ' thuyết MINH công nghệ' })])).toBe('asked-again again1')
  expect(said({}, [item({ what: 'thuyết minh công nghệ', again: 'Đổi dây chuyền' })])).toBe('at_once')
  expect(said({}, [item({ about: 'INV-00.2' })])).toBe('at_once')
  expect(said({ sentInStage: 1 }, [item({ about: 'S1.1' })], 'x')).toBe('asked-again again1')
})
