import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LANGS, type Text } from '../app/domain/text'

interface VersionEntry {
  code: string
  procedure: string
  agency: Text
  dependsOn: string[]
  variants?: { when: string; label: Text }[]
  [field: string]: unknown
}

interface TrackEntry {
  code: string
  steps: { procedure?: string; oneOf?: string[] }[]
}

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../prisma/seed/data/${file}`, import.meta.url), 'utf8'))

const procedures = read('procedures.json') as { asOf: string; source: string; versions: VersionEntry[] }
const tracks = read('tracks.json') as { source: string; tracks: TrackEntry[] }

/** Every text below a value, with its path. An object with any language key counts as a text. */
const textsIn = (value: unknown, path: string): { path: string; text: Record<string, unknown> }[] => {
  if (Array.isArray(value)) return value.flatMap((item, i) => textsIn(item, `${path}[${i}]`))
  if (typeof value !== 'object' || value === null) return []
  const entry = value as Record<string, unknown>
  if (LANGS.some((lang) => lang in entry)) return [{ path, text: entry }]
  return Object.entries(entry).flatMap(([key, item]) => textsIn(item, `${path}.${key}`))
}

const allTexts = [
  ...procedures.versions.flatMap((version) => textsIn(version, version.code)),
  ...tracks.tracks.flatMap((track) => textsIn(track, track.code)),
]

const vietnameseLetter = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i
const hanLetter = /\p{Script=Han}/u
const count = (text: string, mark: string): number => text.split(mark).length - 1

describe('procedure data', () => {
  it('has 55 versions of 48 procedures, each with its own code', () => {
    expect(procedures.versions).toHaveLength(55)
    expect(new Set(procedures.versions.map((v) => v.code)).size).toBe(55)
    expect(new Set(procedures.versions.map((v) => v.procedure)).size).toBe(48)
  })

  it('writes every text in three languages and names the unofficial ones', () => {
    expect(allTexts.length).toBeGreaterThan(400)
    for (const { path, text } of allTexts) {
      for (const lang of LANGS) {
        const words = text[lang]
        expect(typeof words === 'string' && words.trim() !== '', `${path}.${lang}`).toBe(true)
      }
      const unofficial = text.unofficial as string[]
      expect(unofficial, path).toContain('zh')
      expect(unofficial.length, path).toBeLessThan(LANGS.length)
    }
  })

  it('leaves no Vietnamese in the English and Chinese texts, except the two place names', () => {
    for (const { path, text } of allTexts) {
      const english = String(text.en).replace(/Đồng Đăng|Lạng Sơn/g, '')
      expect(english, path).not.toMatch(vietnameseLetter)
      expect(english, path).not.toMatch(hanLetter)
      expect(text.zh, path).not.toMatch(vietnameseLetter)
      expect(text.zh, path).toMatch(hanLetter)
    }
  })

  it.each([';', '→', ' / ', '(', ')'])('has the same number of "%s" in an agency in every language', (mark) => {
    for (const { code, agency } of procedures.versions) {
      const marks = LANGS.map((lang) => count(agency[lang], mark))
      expect(new Set(marks).size, `${code}: ${marks.join(' ')}`).toBe(1)
    }
  })

  it('gives every variant of a limit a key of its own and a text', () => {
    for (const { code, variants } of procedures.versions) {
      const keys = variants?.map((variant) => variant.when) ?? []
      expect(new Set(keys).size, code).toBe(keys.length)
      for (const variant of variants ?? []) expect(variant.label.vi, code).toBeTruthy()
    }
  })

  it('names a source for the whole and for every version', () => {
    expect(procedures.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(procedures.source).not.toBe('')
    expect(tracks.source).not.toBe('')
    for (const version of procedures.versions) {
      for (const field of ['legalBasis', 'source', 'confidence']) expect(version[field], version.code).toBeTruthy()
    }
  })
})

describe('tracks', () => {
  it('has six tracks whose steps are known procedures', () => {
    const known = new Set(procedures.versions.map((v) => v.procedure))
    expect(tracks.tracks.map((track) => track.code)).toEqual(['T1', 'T2', 'T3', 'T4', 'T5', 'T6'])
    for (const { code, steps } of tracks.tracks) {
      for (const step of steps) {
        const named = step.oneOf ?? [step.procedure]
        for (const procedure of named) expect(known, `${code}: ${procedure}`).toContain(procedure)
      }
    }
  })

  it('depends only on known procedures', () => {
    const known = new Set(procedures.versions.map((v) => v.procedure))
    for (const { code, dependsOn } of procedures.versions) {
      for (const procedure of dependsOn) expect(known, `${code} → ${procedure}`).toContain(procedure)
    }
  })
})
