import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type ChainedEntry, type ChainLink, faultOf, linkHash, NO_LINK, orderedJson } from './audit-chain'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const entry = (id: number): ChainedEntry => ({
  id: String(id),
  at: '2026-03-02T01:00:00.000Z',
  actorId: null,
  actorRole: 'officer',
  act: 'case.receive',
  subjectKind: 'case',
  subjectId: 'c',
  caseId: 'c',
  digest: sha256(String(id)),
  requestId: null,
})

function chainOf(entries: ChainedEntry[]): ChainLink[] {
  const links: ChainLink[] = []
  for (const one of entries) {
    const previousHash = links.at(-1)?.hash ?? NO_LINK
    const position = links.length + 1
    links.push({ position, previousHash, hash: linkHash(sha256, position, previousHash, one) })
  }
  return links
}

const firstFault = (links: ChainLink[], entries: ChainedEntry[]) => {
  let before = { position: 0, hash: NO_LINK }
  for (const [index, link] of links.entries()) {
    const fault = faultOf(sha256, link, entries[index] as ChainedEntry, before)
    if (fault) return { position: link.position, fault }
    before = link
  }
  return null
}

describe('the chain of the record', () => {
  const entries = [1, 2, 3, 4].map(entry)

  it('follows from link to link', () => expect(firstFault(chainOf(entries), entries)).toBeNull())

  test.each(Object.keys(entry(1)) as (keyof ChainedEntry)[])('finds a changed %s', (field) => {
    const changed = entries.map((one, index) => (index === 2 ? { ...one, [field]: 'changed' } : one))
    expect(firstFault(chainOf(entries), changed)).toEqual({ position: 3, fault: 'entry' })
  })

  it('finds a removed and an exchanged link', () => {
    const links = chainOf(entries)
    const without = <T>(list: T[]) => list.filter((_, index) => index !== 1)
    expect(firstFault(without(links), without(entries))).toEqual({ position: 3, fault: 'gap' })
    const again = chainOf(without(entries)).map((link, index) =>
      index === 0 ? link : { ...link, position: index + 2 },
    )
    expect(firstFault([links[0] as ChainLink, links[1] as ChainLink, ...again.slice(1)], entries)).toEqual({
      position: 3,
      fault: 'order',
    })
  })
})

describe('a value in order', () => {
  it('is the same text whatever the order of its keys', () => {
    expect(orderedJson({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}')
    expect(orderedJson({ x: 1, y: 2 })).toBe(orderedJson({ y: 2, x: 1 }))
  })

  it('tells values apart that JSON tells apart', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(orderedJson(one) === orderedJson(other)).toBe(
          JSON.stringify(sorted(one)) === JSON.stringify(sorted(other)),
        )
      }),
    )
  })
})

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.keys(value)
    .sort()
    .map((key) => [key, sorted((value as Record<string, unknown>)[key])])
    .concat([['{}', true]])
}
