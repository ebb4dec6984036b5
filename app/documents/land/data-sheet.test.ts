import { expect, test } from 'vitest'
import type { SheetData } from '~/domain/land/data-sheet'
import { AREA_ARTICLE, incentivesOn } from '~/domain/land/incentives'
import type { DrawnSite } from '~/domain/land/svg-map'
import { LANGS, type Text } from '~/domain/text'
import type { Day } from '~/domain/time/day'
import { renderPdf } from '~/infra/pdf.server'
import { textOf } from '../text-of.fixture'
import { dataSheet, type SheetPaper } from './data-sheet'

const day = (text: string) => text as Day
const named = (vi: string, en: string, zh: string): Text => ({ vi, en, zh })
const long = 'Phòng Quản lý đầu tư, số 12 đường Hùng Vương, thành phố Lạng Sơn. '.repeat(12)

const square: DrawnSite = {
  viewBox: '0 0 483 205',
  widthPx: 483,
  heightPx: 205,
  outlinePath: 'M10 10L400 10L400 190L10 190Z',
  phases: [],
  roads: [{ kind: 'main', path: 'M10 100L400 100', widthPx: 4 }],
  greens: [{ kind: 'park', path: 'M20 20L60 20L60 60Z' }],
  centres: [],
  surroundings: [{ kind: 'river', path: 'M5 5L5 200', labelX: 5, labelY: 100, angleDeg: 0 }],
  nodes: [{ kind: 'power', nameKey: 'substation', path: 'M1 1L2 2Z', x: 300, y: 50 }],
  plots: [{ code: 'HL-A1', label: 'A1', path: 'M70 20L160 20L160 90L70 90Z', labelX: 110, labelY: 55, labelPx: 12 }],
  scale: { metres: 500, px: 80 },
}

/** As much as a sheet can be asked to say. */
const data: SheetData = {
  code: 'HL-A1',
  day: day('2026-11-26'),
  block: 'K1',
  phase: 1,
  zone: {
    code: 'LS-IP-VSIP',
    name: named('Khu công nghiệp VSIP Lạng Sơn', 'VSIP Lang Son industrial park', '谅山VSIP工业园'),
    status: 'under_construction',
    developer: 'Công ty TNHH VSIP Lạng Sơn',
    developerOfferNeeded: true,
    precisionKm: 2.5,
    sources: [],
  },
  values: {
    areaM2: 146_137,
    rung: 'serviced',
    readyBy: { earliest: day('2027-01-26'), latest: day('2027-06-27') },
    commercial: 'offered',
    priceUsdPerM2: 96,
    termEndYear: 2073,
    maxDensityPct: 70,
    maxFloors: 4,
    sectors: Array.from({ length: 14 }, (_, i) => `sector_${i}`),
    powerKva: 65_600,
    waterM3PerDay: 5_720,
    wastewaterM3PerDay: null,
  },
  rungUntil: day('2026-11-23'),
  priceUntil: day('2027-02-22'),
  sectorsCertain: false,
  facts: [
    ['capacity_note', long],
    ['contact', long],
    ['price_usd_per_m2', 96.5],
    ['readiness', 'serviced'],
    ['utilities_planned', { powerKva: 5510, waterM3PerDay: 335, wastewaterM3PerDay: 268 }],
  ].map(([key, value]) => ({
    key: String(key),
    value,
    source: long,
    confirmedBy: 'Nguyễn Quốc Bảo',
    confirmedOn: day('2026-10-01'),
    confirmedUntil: key === 'readiness' ? day('2026-11-23') : day('2027-02-22'),
    illustrative: false,
  })),
  nodes: (['power', 'water', 'wastewater'] as const).map((kind) => ({
    kind,
    name: named('Trạm biến áp 110 kV', '110 kV substation', '110千伏变电站'),
    built: 66_000,
    remaining: 65_600,
    additions: [
      { from: day('2027-07-24'), amount: 57_500 },
      { from: day('2028-07-18'), amount: 41_500 },
    ],
  })),
  distances: Array.from({ length: 9 }, (_, i) => ({
    name: named('Cửa khẩu quốc tế Hữu Nghị', 'Huu Nghi border gate', '友谊关口岸'),
    straightKm: 60.5 + i,
    roadKm: i === 0 ? 71 : null,
  })),
  neighbours: Array.from({ length: 12 }, (_, i) => ({
    code: `HL-B${i}`,
    areaM2: 201_281,
    sharedM: 444,
    across: i === 0 ? ('internal_road' as const) : ('boundary' as const),
  })),
  vertices: {
    zone: 'tm3-107-15',
    source: 'Trích đo địa chính số 12/2026',
    vertices: Array.from({ length: 40 }, (_, i) => ({ x: 2_378_456.789 + i, y: 407_123.456 + i * i })),
  },
  area: { declaredM2: 146_137, computedM2: 146_126, agrees: true, from: 'vertices' },
  note: long,
  incentives: {
    area: { area: 'difficult', byPlace: 'unclear', basis: 'zone_kind' },
    areaArticle: AREA_ARTICLE,
    lines: incentivesOn(day('2026-11-26'), { area: 'difficult', byPlace: 'unclear', basis: 'zone_kind' }),
  },
  illustrative: false,
}
const paper: SheetPaper = {
  code: 'XGHP-2GZN-K12Q',
  data,
  plan: square,
  baseUrl: 'http://localhost:3000',
  sectorNames: Object.fromEntries(
    data.values.sectors.map((slug) => [
      slug,
      named('Điện tử, máy tính, quang học', 'Electronics', '电子、计算机、光学'),
    ]),
  ),
}

test.each(LANGS)('says in %s what is known, by whom, until when, and how to verify it', (lang) => {
  const text = textOf(dataSheet(paper, lang))
  const grouped = lang === 'vi' ? '146.137' : '146,137'
  for (const part of ['HL-A1', grouped, '2073', 'XGHP-2GZN-K12Q', 'HL-B0', '71 km', 'Trích đo địa chính số 12/2026']) {
    expect(text, part).toContain(part)
  }
  expect(text).toContain({ vi: 'hết hạn 23/11/2026', en: '23 Nov 2026', zh: '2026年11月23日' }[lang])
  expect(text).toContain({ vi: 'tham khảo', en: 'indicative', zh: '参考' }[lang])
  for (const { article } of data.incentives.lines) expect(text).toContain(article)
  expect(text).not.toMatch(/undefined|null|\{\{|\bsheet\./)
})

test.each(LANGS)('is two pages in %s, however much there is to say, and the same bytes again', async (lang) => {
  const pdf = await renderPdf(dataSheet(paper, lang))
  const bytes = Buffer.from(pdf).toString('latin1')
  expect(bytes.match(/\/Type \/Page\b/g)).toHaveLength(2)
  expect(Buffer.from(await renderPdf(dataSheet(paper, lang))).equals(Buffer.from(pdf))).toBe(true)
})
