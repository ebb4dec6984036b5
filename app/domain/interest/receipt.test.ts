import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ChainLink,
  canonicalPayload,
  chainHash,
  NO_PREVIOUS_HASH,
  type PayloadValue,
  parseReceiptNumber,
  receiptNumber,
  verifyChain,
} from './receipt'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

describe('number', () => {
  test('written', () => {
    expect(receiptNumber(2026, 1)).toEqual({ ok: true, value: 'CM-2026-000001' })
    expect(receiptNumber(2026, 999_999)).toEqual({ ok: true, value: 'CM-2026-999999' })
    for (const [year, sequence] of [
      [2026, 0],
      [2026, 1_000_000],
      [2026, 1.5],
      [26, 1],
      [10_000, 1],
      [2026.5, 1],
    ] as const) {
      expect(receiptNumber(year, sequence)).toMatchObject({ ok: false, refusal: { code: 'out-of-range' } })
    }
  })

  test('read', () => {
    const value = { number: 'CM-2026-000012', year: 2026, sequence: 12 }
    expect(parseReceiptNumber(' cm-2026-000012 ')).toEqual({ ok: true, value })
    for (const text of ['', 'CM-2026-12', 'CM-2026-000000', 'CM-0026-000001', 'XCM-2026-000001', 'CM-2026-0000011']) {
      expect(parseReceiptNumber(text)).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
    }
  })
})

describe('canonical payload', () => {
  test('by hand', () => {
    expect(
      canonicalPayload({
        plots: ['B', 'A'],
        areaM2: 20000,
        foreign: false,
        note: null,
        a: { z: 'x"\n', b: undefined },
      }),
    ).toBe('{"a":{"z":"x\\"\\n"},"areaM2":20000,"foreign":false,"note":null,"plots":["B","A"]}')
  })

  test('letters composed or not are the same', () => {
    const name = 'Hữu Lũng'
    expect(name.normalize('NFD')).not.toBe(name.normalize('NFC'))
    expect(canonicalPayload({ name: name.normalize('NFD') })).toBe(canonicalPayload({ name: name.normalize('NFC') }))
  })

  test('the order of keys does not matter, the content does', () => {
    const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
    const payload = fc.dictionary(fc.string(), scalar as fc.Arbitrary<PayloadValue>)
    fc.assert(
      fc.property(payload, (content) => {
        const turned = Object.fromEntries(Object.entries(content).reverse())
        expect(canonicalPayload(turned)).toBe(canonicalPayload(content))
        expect(canonicalPayload({ ...content, added: 1 })).not.toBe(canonicalPayload({ ...content, added: 2 }))
      }),
    )
  })
})

const chainOf = (digests: string[]): ChainLink[] => {
  const links: ChainLink[] = []
  for (const [at, payloadDigest] of digests.entries()) {
    const number = receiptNumber(2026, at + 1)
    const content = {
      number: number.ok ? number.value : '',
      submittedAt: new Date(Date.UTC(2026, 10, 23, 1, at)).toISOString(),
      position: at + 1,
      payloadDigest,
      previousHash: links.at(-1)?.hash ?? NO_PREVIOUS_HASH,
    }
    links.push({ ...content, hash: chainHash(sha256, content) })
  }
  return links
}

describe('chain', () => {
  const chain = chainOf(['a', 'b', 'c', 'd'].map(sha256))

  test('the hash of the first receipt never changes', () => {
    expect(chainOf([sha256('a')])[0]?.hash).toBe(
      sha256(`cot-moc receipt 1\n1\nCM-2026-000001\n2026-11-23T01:00:00.000Z\n${sha256('a')}\n${'0'.repeat(64)}`),
    )
  })

  test('whole, empty, or a part after a known receipt', () => {
    expect(verifyChain(sha256, chain)).toEqual({ valid: true })
    expect(verifyChain(sha256, [])).toEqual({ valid: true })
    expect(verifyChain(sha256, chain.slice(2), chain[1])).toEqual({ valid: true })
    expect(verifyChain(sha256, chain.slice(2))).toEqual({ valid: false, position: 1 })
    expect(verifyChain(sha256, chain.slice(2), chain[0])).toEqual({ valid: false, position: 2 })
  })

  test('a receipt missing, moved or given twice', () => {
    const [a, b, c, e] = chain as [ChainLink, ChainLink, ChainLink, ChainLink]
    expect(verifyChain(sha256, [a, c, e])).toEqual({ valid: false, position: 2 })
    expect(verifyChain(sha256, [a, c, b, e])).toEqual({ valid: false, position: 2 })
    expect(verifyChain(sha256, [a, b, b, c])).toEqual({ valid: false, position: 3 })
    const renumbered = { ...e, position: 3, previousHash: b.hash }
    expect(verifyChain(sha256, [a, b, renumbered])).toEqual({ valid: false, position: 3 })
    // Hashed anew in place, what follows no longer does.
    const forged = { ...b, payloadDigest: sha256('x') }
    const rehashed = { ...forged, hash: chainHash(sha256, forged) }
    expect(verifyChain(sha256, [a, rehashed, c, e])).toEqual({ valid: false, position: 3 })
    // Right hash, wrong place in the count.
    const skipped = { ...b, position: 7 }
    expect(verifyChain(sha256, [a, { ...skipped, hash: chainHash(sha256, skipped) }])).toEqual({
      valid: false,
      position: 2,
    })
  })

  test('any field of any receipt changed is found at its place', () => {
    const field = fc.constantFrom('number', 'submittedAt', 'payloadDigest', 'previousHash', 'hash')
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 8 }), fc.nat(), field, (contents, pick, key) => {
        const links = chainOf(contents.map(sha256))
        const at = pick % links.length
        const changed = links.map((link, i) => (i === at ? { ...link, [key]: `${link[key as 'hash']}x` } : link))
        expect(verifyChain(sha256, changed)).toEqual({ valid: false, position: at + 1 })
      }),
    )
  })
})
