import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLetterKind, LETTER_KINDS, LETTER_OUTCOMES, letterKindFor, makeCode, readCode } from './letter'

describe('the letter of an outcome', () => {
  const expected: Record<string, string | null> = {
    received: 'official_receipt',
    returned: 'return_letter',
    refused_at_intake: 'refusal_of_dossier',
    supplement_requested: 'supplement_request',
    supplement_lapsed: 'return_letter',
    overdue: 'apology',
    suspended: 'stop_notice',
    resumed: null,
    approved: 'decision_approval',
    refused: 'decision_refusal',
    held: 'hold_notice',
    hold_ended: 'release_notice',
    withdrawn: null,
    closed: null,
  }

  it('names every outcome', () => {
    expect([...LETTER_OUTCOMES].sort()).toEqual(Object.keys(expected).sort())
  })

  for (const outcome of LETTER_OUTCOMES)
    for (const kind of LETTER_KINDS)
      it(`${outcome} ${expected[outcome] === kind ? 'issues' : 'does not issue'} ${kind}`, () => {
        expect(letterKindFor(outcome) === kind).toBe(expected[outcome] === kind)
      })

  it('uses every letter', () => {
    const issued = LETTER_OUTCOMES.map(letterKindFor).filter((kind) => kind !== null)
    expect([...new Set(issued)].sort()).toEqual([...LETTER_KINDS].sort())
  })

  it('knows a kind from any other word', () => {
    expect(isLetterKind('decision_approval')).toBe(true)
    expect(isLetterKind('approval')).toBe(false)
  })
})

describe('a verification code', () => {
  const bytes = fc.uint8Array({ minLength: 12, maxLength: 40 })

  it('is three groups of four without I, L, O, U', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        const code = makeCode(given)
        expect(code.ok && code.value).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
      }),
    )
  })

  it('uses all 32 letters', () => {
    const seen = new Set<string>()
    for (let byte = 0; byte < 32; byte += 1) {
      const code = makeCode(new Uint8Array(12).fill(byte))
      if (code.ok) seen.add(code.value.charAt(0))
    }
    expect(seen.size).toBe(32)
  })

  it('is read again however it was typed', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        const code = makeCode(given)
        if (!code.ok) return
        const sloppy = code.value.toLowerCase().replace(/-/g, ' ').replace(/0/g, 'o').replace(/1/g, 'l')
        expect(readCode(sloppy)).toEqual(code)
      }),
    )
  })

  it('is not made from too few bytes', () => {
    expect(makeCode(new Uint8Array(11))).toMatchObject({ ok: false, refusal: { code: 'too-short' } })
  })

  it.each(['', 'ABCD-EFGH', 'ABCD-EFGH-JKM', 'ABCD-EFGH-JKMNP', 'UUUU-UUUU-UUUU', 'ABCD_EFGH_JKMN'])(
    'is not read from "%s"',
    (typed) => {
      expect(readCode(typed)).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
    },
  )
})
