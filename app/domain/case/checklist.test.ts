import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProcedureVersion } from '../procedure/version'
import type { Day } from '../time/day'
import {
  type Answered,
  type Dossier,
  dossierOn,
  mayPassCheck,
  mayReceive,
  mayReturn,
  missingPapers,
  PAPER_ANSWERS,
  type PaperAnswer,
  TRIAGE_ANSWERS,
  TRIAGE_KEYS,
} from './checklist'

const text = { vi: 'Giấy', en: 'Paper', zh: '文件' }
const dossier: Dossier = {
  version: 'INV-00',
  papers: [
    { key: 'INV-00.1', text, required: true },
    { key: 'INV-00.2', text, required: false },
    { key: 'INV-00.3', text, required: true },
  ],
}
const answers = (...given: [PaperAnswer | null, string?][]): Answered<PaperAnswer>[] =>
  given.flatMap(([answer, note], index) => (answer ? [{ key: `INV-00.${index + 1}`, answer, note: note ?? null }] : []))
const said = (verdict: ReturnType<typeof mayReceive>) =>
  verdict.ok ? 'ok' : `${verdict.refusal.code}${verdict.refusal.field ? ` ${verdict.refusal.field}` : ''}`

describe('the papers of a dossier', () => {
  it('are those of the version in force on the day', () => {
    const version = (code: string, from: string, to: string | null, papers: number) =>
      ({
        code,
        procedure: 'INV-00',
        effectiveFrom: from,
        effectiveTo: to,
        dossier: Array.from({ length: papers }, () => ({ text, required: true })),
      }) as unknown as ProcedureVersion
    const versions = [version('INV-00@2024', '2024-05-01', '2026-12-31', 1), version('INV-00', '2027-01-01', null, 2)]
    const on = (day: string) => {
      const read = dossierOn(versions, day as Day)
      return read.ok ? read.value.papers.map(({ key }) => key) : read.refusal.code
    }
    expect(on('2026-12-31')).toEqual(['INV-00@2024.1'])
    expect(on('2027-01-01')).toEqual(['INV-00.1', 'INV-00.2'])
    expect(on('2024-04-30')).toBe('procedure-not-published')
  })

  it('are received when all are looked at and no required one is missing', () => {
    expect(said(mayReceive(dossier, answers(['present'], ['missing'], ['present'])))).toBe('ok')
    expect(said(mayReceive(dossier, answers(['present'], ['present'], ['not_needed', 'có trong cơ sở dữ liệu'])))).toBe(
      'ok',
    )
    expect(said(mayReceive(dossier, answers(['present'], ['present'], ['not_needed'])))).toBe('required note3')
    expect(said(mayReceive(dossier, answers(['present'], [null], ['present'])))).toBe('checklist-open answer2')
    expect(said(mayReceive(dossier, answers(['present'], ['present'], ['missing'])))).toBe('dossier-incomplete answer3')
    expect(said(mayReceive(dossier, [{ key: 'INV-21.1', answer: 'present', note: null }]))).toBe('not-a-choice')
    const twice = answers(['present'], ['present'], ['present'])
    expect(said(mayReceive(dossier, [...twice, ...twice]))).toBe('not-a-choice')
  })

  it('go back as incomplete only where one is missing; for another reason whatever was looked at', () => {
    const whole = answers(['present'], ['present'], ['present'])
    expect(said(mayReturn(dossier, whole, true))).toBe('nothing-missing reason')
    expect(said(mayReturn(dossier, answers(['present'], ['missing', 'hết hạn'], ['present']), true))).toBe('ok')
    expect(said(mayReturn(dossier, answers(['missing']), true))).toBe('checklist-open answer2')
    expect(said(mayReturn(dossier, answers(['missing']), false))).toBe('ok')
    expect(said(mayReturn(dossier, [], false))).toBe('ok')
    const found = missingPapers(dossier, answers(['present'], ['missing', 'hết hạn'], ['missing']))
    expect(found.map(({ key, note }) => [key, note])).toEqual([
      ['INV-00.2', 'hết hạn'],
      ['INV-00.3', null],
    ])
  })

  it('are never both received and returned as incomplete for a required paper', () => {
    const any = fc.tuple(...dossier.papers.map(() => fc.constantFrom(...PAPER_ANSWERS)))
    fc.assert(
      fc.property(any, (given) => {
        const all = answers(...given.map((answer): [PaperAnswer, string] => [answer, 'x']))
        const required = dossier.papers.some((paper, index) => paper.required && given[index] === 'missing')
        expect(mayReceive(dossier, all).ok).toBe(!required)
        if (required) expect(mayReturn(dossier, all, true).ok).toBe(true)
      }),
    )
  })
})

describe('the triage', () => {
  const all = TRIAGE_KEYS.map((key) => ({ key, answer: 'met' as const, note: null }))
  it('passes only complete, with a reason for whatever is not simply met', () => {
    expect(mayPassCheck(all).ok).toBe(true)
    TRIAGE_KEYS.forEach((key, index) => {
      const without = mayPassCheck(all.filter((one) => one.key !== key))
      expect(!without.ok && without.refusal).toMatchObject({
        code: 'checklist-open',
        values: { count: 1 },
        field: `answer${index + 1}`,
      })
      for (const answer of TRIAGE_ANSWERS) {
        const one = (note: string | null) =>
          mayPassCheck([...all.filter((row) => row.key !== key), { key, answer, note }])
        expect(one('vì').ok).toBe(true)
        const silent = one(null)
        expect(silent.ok).toBe(answer === 'met')
        if (!silent.ok) expect(silent.refusal).toMatchObject({ code: 'required', field: `note${index + 1}` })
      }
    })
  })
})
