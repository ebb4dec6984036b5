import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { REFUSALS } from '../app/domain/refusal'
import { LANGS } from '../app/domain/text'

type Tree = { [key: string]: string | Tree | Tree[] }

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const words = (lang: string, namespace: string): Tree => read(`../app/locales/${lang}/${namespace}.json`) as Tree
const branch = (tree: Tree, key: string): Tree => tree[key] as Tree
const variables = (sentence: string): string[] => (sentence.match(/\{\{\w+\}\}/g) ?? []).sort()

const zones = read('../prisma/seed/data/zones.json') as {
  code: string
  kind: string
  status: string
  confidence: string
  publication: string
  incentiveArea: { value: string }
}[]
const { poi } = read('../prisma/seed/data/zones-meta.json') as { poi: Record<string, unknown> }
const calendar = read('../prisma/seed/data/calendar.json') as { days: { kind: string; status: string }[] }

for (const lang of LANGS) {
  describe(`words in ${lang}`, () => {
    it('has one sentence for each refusal and none besides', () => {
      const sentences = words(lang, 'refusal')
      expect(Object.keys(sentences).sort()).toEqual(Object.keys(REFUSALS).sort())
      for (const [code, sentence] of Object.entries(sentences)) {
        expect(String(sentence).trim(), code).toMatch(/[.。]$/)
        const original = String(words('vi', 'refusal')[code])
        expect(variables(String(sentence)), code).toEqual(variables(original))
      }
    })

    it('has a word for every value of the zone data', () => {
      const land = words(lang, 'land')
      for (const zone of zones) {
        expect(branch(land, 'zoneKind')[zone.kind], zone.code).toBeTruthy()
        expect(branch(land, 'zoneStatus')[zone.status], zone.code).toBeTruthy()
        expect(branch(land, 'confidence')[zone.confidence], zone.code).toBeTruthy()
        expect(branch(land, 'confidenceHelp')[zone.confidence], zone.code).toBeTruthy()
        expect(branch(land, 'publication')[zone.publication], zone.code).toBeTruthy()
        expect(branch(words(lang, 'incentive'), 'area')[zone.incentiveArea.value], zone.code).toBeTruthy()
      }
      for (const point of Object.keys(poi)) expect(branch(land, 'poi')[point], point).toBeTruthy()
    })

    it('explains each rung of readiness', () => {
      const land = words(lang, 'land')
      const rungs = Object.keys(branch(land, 'readinessHelp'))
      expect(rungs).toHaveLength(8)
      for (const rung of rungs) expect(branch(land, 'readiness')[rung], rung).toBeTruthy()
    })

    it('has a word for every kind and status of the calendar', () => {
      const time = words(lang, 'time')
      for (const day of calendar.days) {
        for (const key of ['calendarKind', 'calendarKindHelp']) {
          expect(branch(time, key)[day.kind], `${key} ${day.kind}`).toBeTruthy()
        }
        for (const key of ['calendarStatus', 'calendarStatusHelp']) {
          expect(branch(time, key)[day.status], `${key} ${day.status}`).toBeTruthy()
        }
      }
    })

    it('writes the privacy, terms and contact pages section by section', () => {
      for (const page of ['privacy', 'terms', 'contact']) {
        const own = branch(words(lang, 'public'), page)
        const original = branch(words('vi', 'public'), page)
        expect(own.title, page).toBeTruthy()
        expect(own.intro, page).toBeTruthy()
        const sections = own.sections as Tree[]
        expect(sections.length, page).toBe((original.sections as Tree[]).length)
        for (const section of sections) {
          expect(section.title, page).toBeTruthy()
          expect(section.body, page).toBeTruthy()
        }
      }
    })
  })
}
