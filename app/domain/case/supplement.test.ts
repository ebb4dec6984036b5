import { expect, it } from 'vitest'
import {
  askedToReplace,
  checkHandedIn,
  type HandedIn,
  howToAsk,
  type SupplementFacts,
  type SupplementItem,
} from './supplement'

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

const papers = [
  { id: 'a1', supersedesId: null, answers: null },
  { id: 'a2', supersedesId: 'a1', answers: 'S1.1' },
  { id: 'b1', supersedesId: null, answers: 'S1.2' },
]

it.each<[string, HandedIn[], string]>([
  ['files without a word', [{ item: 1, files: 3, replaces: null }], 'ok'],
  ['nothing', [{ item: 1, files: 0, replaces: null }], 'ok'],
  ['a new version of the latest', [{ item: 1, files: 1, replaces: 'a2' }], 'ok'],
  ['a new version of an earlier one', [{ item: 1, files: 1, replaces: 'a1' }], 'not-a-choice replaces1'],
  ['a document of another case', [{ item: 2, files: 1, replaces: 'z' }], 'not-a-choice replaces2'],
  ['a version without a file', [{ item: 2, files: 0, replaces: 'b1' }], 'file-missing file2'],
  ['two files as one version', [{ item: 1, files: 2, replaces: 'b1' }], 'one-file file1'],
  [
    'one document replaced twice',
    [
      { item: 1, files: 1, replaces: 'b1' },
      { item: 2, files: 1, replaces: 'b1' },
    ],
    'replaced-twice replaces2',
  ],
])('hands in %s', (_, handed, said) => {
  const verdict = checkHandedIn(handed, papers)
  expect(verdict.ok ? 'ok' : `${verdict.refusal.code} ${verdict.refusal.field}`).toBe(said)
})

it('knows which document an item asks for anew', () => {
  expect(askedToReplace({ about: 'document.a1' }, papers)).toBe('a1')
  expect(askedToReplace({ about: 'S1.2' }, papers)).toBe('b1')
  expect(askedToReplace({ about: 'document.z' }, papers)).toBeNull()
  expect(askedToReplace({ about: 'INV-00.1' }, papers)).toBeNull()
  expect(askedToReplace({ about: null }, papers)).toBeNull()
})
