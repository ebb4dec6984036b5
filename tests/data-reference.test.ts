import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isLang, LANGS } from '../app/domain/text'

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../prisma/seed/data/${name}.json`, import.meta.url), 'utf8'))

interface TextShape {
  vi: string
  en: string
  zh: string
  unofficial?: string[]
}
interface ZoneData {
  code: string
  kind: string
  status: string
  publication: string
  confidence: string
  source: string[]
  name: TextShape
  sectors: string[]
  areaHa: number | null
  industrialLandHa?: number
  commune2025: string[]
  possibleDuplicateOf?: string
  incentiveArea: { value: string; basis: TextShape; confidence: TextShape }
  distancesStraightKm: Record<string, number>
  developer?: string | null
  developerText?: TextShape | null
}
interface DayData {
  date: string
  kind: string
  status: string
  source: string
  name: TextShape
}

const zones = read('zones') as ZoneData[]
const meta = read('zones-meta') as {
  asOf: string
  totals: { source: string }[]
  poi: Record<string, { name: TextShape; lat: number; lon: number }>
  borderCommunes2025: { list: string[] }
}
const communes = read('communes') as {
  source: string
  communes: {
    gsoCode: string
    name: TextShape
    borderCommune: boolean
    lat: number
    lon: number
    incentiveArea: string
  }[]
}
const sectors = read('sectors') as {
  sectors: { slug: string; name: TextShape; priority: number; divisions: string[] }[]
}
const calendar = read('calendar') as {
  knownFrom: string
  knownUntil: string
  weekend: string[]
  days: DayData[]
}

const files: Record<string, unknown> = { zones, 'zones-meta': meta, communes, sectors, calendar }

type Node = { path: string; value: unknown }
const nodes = (value: unknown, path: string): Node[] => [
  { path, value },
  ...(value && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, child]) => nodes(child, `${path}.${key}`))
    : []),
]
const isText = (value: unknown): value is TextShape =>
  !!value && typeof value === 'object' && LANGS.some((lang) => lang in value)

/** Keys whose plain strings are codes, days, proper names or the wording of a source. */
const PLAIN = new Set(
  [
    'code kind subtype status publication confidence statusAsOf asOf district formerCommunes commune2025',
    'coordInside2025Commune sectors source developer possibleDuplicateOf termStart target value slug divisions',
    'classes2018 prioritySource province parkDistricts list gsoCode formerDistrict mergedFrom incentiveArea',
    'knownFrom knownUntil weekend date unofficial vi en zh',
  ]
    .join(' ')
    .split(' '),
)

describe('reference texts', () => {
  for (const [name, file] of Object.entries(files)) {
    it(`${name}: every text stands in three languages`, () => {
      const texts = nodes(file, name).filter((node) => isText(node.value))
      expect(texts.length).toBeGreaterThan(0)
      for (const { path, value } of texts) {
        const text = value as TextShape
        for (const lang of LANGS) expect(text[lang]?.trim(), `${path}.${lang}`).toBeTruthy()
        expect(text.unofficial?.every(isLang) ?? true, `${path}.unofficial`).toBe(true)
        expect(text.unofficial?.length ?? 1, `${path}: an official wording remains`).toBeLessThan(3)
        for (const key of Object.keys(text)) expect(['vi', 'en', 'zh', 'unofficial'], path).toContain(key)
      }
    })

    it(`${name}: no sentence is left in one language`, () => {
      for (const { path, value } of nodes(file, name)) {
        if (typeof value !== 'string') continue
        const key = path
          .split('.')
          .filter((part) => !/^\d+$/.test(part))
          .at(-1)
        expect(PLAIN.has(key ?? ''), `${path}: ${value}`).toBe(true)
        if (key === 'confidence') expect(['sourced', 'uncertain'], path).toContain(value)
      }
    })
  }
})

describe('zones', () => {
  it('has 18 published zones and one draft of the office', () => {
    expect(zones).toHaveLength(19)
    expect(zones.filter((zone) => zone.publication === 'published')).toHaveLength(18)
    expect(zones.filter((zone) => zone.publication === 'draft').map((zone) => zone.code)).toEqual(['LS-IP-BEITOU'])
    expect(new Set(zones.map((zone) => zone.code)).size).toBe(19)
  })

  it('names a source and a confidence for each zone', () => {
    for (const zone of zones) {
      expect(zone.source.length, zone.code).toBeGreaterThan(0)
      for (const source of zone.source) expect(source.trim(), zone.code).not.toBe('')
      expect(['sourced', 'uncertain'], zone.code).toContain(zone.confidence)
    }
  })

  it('uses only known kinds, statuses, sectors, points and zones', () => {
    const slugs = new Set(sectors.sectors.map((sector) => sector.slug))
    const codes = new Set(zones.map((zone) => zone.code))
    const kinds = ['industrial_park', 'industrial_cluster', 'planned_complex', 'economic_zone_area']
    const statuses = ['proposed', 'planned', 'policy_approved', 'established', 'under_construction', 'operating']
    for (const zone of zones) {
      expect(kinds, zone.code).toContain(zone.kind)
      expect(statuses, zone.code).toContain(zone.status)
      for (const slug of zone.sectors) expect(slugs, `${zone.code}: ${slug}`).toContain(slug)
      expect(Object.keys(zone.distancesStraightKm).sort()).toEqual(Object.keys(meta.poi).sort())
      if (zone.possibleDuplicateOf) expect(codes).toContain(zone.possibleDuplicateOf)
    }
  })

  it('never gives more industrial land than land, nor a developer without a text', () => {
    for (const zone of zones) {
      if (zone.areaHa !== null && zone.industrialLandHa !== undefined) {
        expect(zone.industrialLandHa, zone.code).toBeLessThanOrEqual(zone.areaHa)
      }
      if (!zone.developer) continue
      const { developerText } = zone
      const named = LANGS.some((lang) => developerText?.[lang].includes(zone.developer ?? ''))
      expect(named, zone.code).toBe(true)
    }
  })

  it('lies in communes of the province', () => {
    const names = new Set(communes.communes.map((commune) => commune.name.vi.replace(/^(Xã|Phường) /, '')))
    for (const zone of zones) {
      for (const commune of zone.commune2025) expect(names, `${zone.code}: ${commune}`).toContain(commune)
    }
  })
})

describe('communes', () => {
  it('has 65 communes and wards with unique codes', () => {
    expect(communes.communes).toHaveLength(65)
    expect(new Set(communes.communes.map((commune) => commune.gsoCode)).size).toBe(65)
    for (const { gsoCode } of communes.communes) expect(gsoCode).toMatch(/^\d{5}$/)
  })

  it('says ward or commune alike in the three languages', () => {
    for (const { name } of communes.communes) {
      const ward = name.vi.startsWith('Phường ')
      expect(name.en.endsWith(ward ? ' Ward' : ' Commune'), name.en).toBe(true)
      expect(name.zh.endsWith(ward ? '坊' : '社'), name.zh).toBe(true)
    }
  })

  it('lies inside the province, with eleven border communes', () => {
    for (const { gsoCode, lat, lon } of communes.communes) {
      expect(lat > 21.3 && lat < 22.5 && lon > 106 && lon < 107.4, gsoCode).toBe(true)
    }
    const border = communes.communes.filter((commune) => commune.borderCommune)
    expect(border.map((commune) => commune.name.vi.replace(/^(Xã|Phường) /, '')).sort()).toEqual(
      [...meta.borderCommunes2025.list].sort(),
    )
  })
})

describe('calendar', () => {
  it('covers every year from the first known day to the last', () => {
    expect(calendar.knownFrom).toMatch(/^\d{4}-01-01$/)
    expect(calendar.knownUntil).toMatch(/^\d{4}-12-31$/)
    const first = Number(calendar.knownFrom.slice(0, 4))
    const last = Number(calendar.knownUntil.slice(0, 4))
    for (let year = first; year <= last; year += 1) {
      const names = calendar.days
        .filter((day) => day.date.startsWith(`${year}-`))
        .map((day) => `${day.kind} ${day.name.en}`)
      const due = ['New Year', 'Lunar New Year', 'Hung Kings Day', 'Reunification Day', 'Labour Day', 'National Day']
      for (const name of due) expect(names, `${year}`).toContain(`holiday ${name}`)
      expect(names.filter((name) => name === 'holiday Lunar New Year').length, `${year}`).toBe(5)
      expect(names.filter((name) => name === 'holiday National Day').length, `${year}`).toBe(2)
    }
  })

  it('gives real days in order, once each, inside the known range', () => {
    const dates = calendar.days.map((day) => day.date)
    expect(dates).toEqual([...new Set(dates)].sort())
    for (const date of dates) {
      expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date)
      expect(date >= calendar.knownFrom && date <= calendar.knownUntil, date).toBe(true)
    }
  })

  it('makes up on Saturdays and swaps off weekdays', () => {
    expect(calendar.weekend).toEqual(['saturday', 'sunday'])
    for (const day of calendar.days) {
      const weekday = new Date(`${day.date}T00:00:00Z`).getUTCDay()
      expect(['holiday', 'compensatory', 'swap_off', 'swap_work']).toContain(day.kind)
      expect(['official', 'statutory', 'provisional']).toContain(day.status)
      expect(day.source, day.date).toBeTruthy()
      if (day.kind === 'swap_work') expect(weekday, day.date).toBe(6)
      if (day.kind === 'swap_off' || day.kind === 'compensatory') {
        expect(weekday !== 0 && weekday !== 6, day.date).toBe(true)
      }
    }
  })
})

describe('sectors and totals', () => {
  it('has unique sectors with divisions, save the mixed ones', () => {
    const slugs = sectors.sectors.map((sector) => sector.slug)
    expect(new Set(slugs).size).toBe(slugs.length)
    for (const sector of sectors.sectors) {
      expect([0, 1, 2]).toContain(sector.priority)
      if (!sector.slug.startsWith('multi_sector')) expect(sector.divisions.length, sector.slug).toBeGreaterThan(0)
    }
  })

  it('names the source of every total', () => {
    expect(meta.totals.length).toBeGreaterThan(0)
    for (const total of meta.totals) expect(total.source).toBeTruthy()
  })
})
