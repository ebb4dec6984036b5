import { describe, expect, test } from 'vitest'
import { readDraft } from './draft'
import { carryForm, EDITIONS, type Edition, isOlderEdition, reconcileDraft } from './edition'
import { INTEREST_FORM_VERSION } from './form'

const RENAMED: Edition = {
  edition: 2,
  asks: [],
  carry: ({ areaHa, ...kept }) => ({ ...kept, areaM2: typeof areaHa === 'number' ? areaHa * 10_000 : null }),
}
const SPLIT: Edition = {
  edition: 3,
  asks: ['wastewaterM3PerDay'],
  carry: ({ flow, ...kept }) => ({ ...kept, waterM3PerDay: flow ?? null, wastewaterM3PerDay: null }),
}

describe('a draft of an older form', () => {
  test('is carried through every edition since, each once and in order', () => {
    const kept = { projectName: 'A', areaHa: 1.5, flow: 30 }
    expect(carryForm(kept, 1, [RENAMED, SPLIT])).toEqual({
      projectName: 'A',
      areaM2: 15_000,
      waterM3PerDay: 30,
      wastewaterM3PerDay: null,
    })
    expect(carryForm({ projectName: 'A', areaM2: 15_000, flow: 30 }, 2, [RENAMED, SPLIT])).toMatchObject({
      areaM2: 15_000,
      waterM3PerDay: 30,
    })
    expect(carryForm(kept, 3, [RENAMED, SPLIT])).toBe(kept)
  })

  test('keeps its answers, leaves new questions open, and says which editions came since', () => {
    const { draft, since } = reconcileDraft({ projectName: 'A', sector: 'wood' }, 1)
    expect(draft).toEqual({ ...readDraft({}), projectName: 'A', sector: 'wood', environmentGroup: null })
    expect(since).toEqual([{ edition: 2, asks: ['environmentGroup'] }])
    expect(isOlderEdition(1)).toBe(true)
  })

  test('of today is left as it is', () => {
    const { draft, since } = reconcileDraft({ environmentGroup: 'II' }, INTEREST_FORM_VERSION)
    expect(draft.environmentGroup).toBe('II')
    expect(since).toEqual([])
    expect(isOlderEdition(INTEREST_FORM_VERSION)).toBe(false)
  })
})

test('the last edition is the form of today, and editions follow one another', () => {
  expect(EDITIONS.map(({ edition }) => edition)).toEqual(EDITIONS.map((_, index) => index + 2))
  expect(EDITIONS.at(-1)?.edition).toBe(INTEREST_FORM_VERSION)
})
