import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { SheetData, SheetFact } from '~/domain/land/data-sheet'
import { FACT_KEYS, type FactKey } from '~/domain/land/fact'
import { isRung, rungNumber } from '~/domain/land/readiness'
import type { DrawnSite } from '~/domain/land/svg-map'
import { planeZoneText, sideLengthsM, TO_WGS84 } from '~/domain/land/vn2000'
import { type Lang, type Text, textIn } from '~/domain/text'
import { rows } from '../case/layout'
import { areaIn, numberIn, shortDayIn } from '../format'
import { LATIN_FONT, runs } from '../text-run'
import { translator } from '../translate'
import { planSvg } from './plan-svg'

const INK = '#1c2321'
const FAINT = '#59636f'
const WIDTH = 483
// Lines of the Chinese font stand further apart by themselves.
const LATIN_TEXT = { fontSize: 8.5, lineHeight: 1.1 }
const CJK_TEXT = { fontSize: 8, lineHeight: 0.9 }
/** What is longer would need a third page: it is cut here and stands whole on the plot's page. */
const MOST_VERTICES = 8
const MOST_NEIGHBOURS = 6
const MOST_LETTERS = { value: 100, source: 75, sectors: 260, note: 260 }

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text

export interface SheetPaper {
  /** What `/verify` is asked. */
  code: string
  data: SheetData
  sectorNames: Record<string, Text>
  plan: DrawnSite | null
  baseUrl: string
}

/** The two pages of a plot's data sheet in a language. */
export function dataSheet(paper: SheetPaper, lang: Lang): TDocumentDefinitions {
  const { code, data, baseUrl } = paper
  const t = translator(lang, 'plot')
  const documents = translator(lang, 'documents')
  const address = `${baseUrl}/${lang}/verify/${code}`
  return {
    info: {
      title: t('sheet.title', { code: data.code }),
      creator: 'Cột Mốc',
      producer: 'Cột Mốc',
      creationDate: new Date(`${data.day}T00:00:00Z`),
    },
    language: lang,
    displayTitle: true,
    pageSize: 'A4',
    pageMargins: [56, 44, 56, 60],
    defaultStyle: { font: LATIN_FONT, color: INK, ...(lang === 'zh' ? CJK_TEXT : LATIN_TEXT) },
    footer: (page, pages) => ({
      columns: [
        {
          width: '*',
          stack: [
            { text: runs(t('sheet.verify', { code })), bold: true },
            { text: runs(address), color: FAINT, link: address },
          ],
        },
        { width: 90, text: runs(documents('page.numbering', { page, pages })), alignment: 'right' },
      ],
      fontSize: 7.5,
      margin: [56, 18, 56, 0],
    }),
    content: [...firstPage(paper, lang, address), ...secondPage(paper, lang)],
  }
}

const caption = (text: string): Content => ({ text: runs(text), bold: true, fontSize: 10.5, margin: [0, 7, 0, 3] })
const small = (text: string): Content => ({ text: runs(text), color: FAINT, fontSize: 7.5, margin: [0, 0, 0, 3] })
const head = (text: string, end = false): TableCell => ({
  text: runs(text),
  color: FAINT,
  fontSize: 7.5,
  alignment: end ? 'right' : 'left',
})
const cell = (text: string, end = false): TableCell => ({ text: runs(text), alignment: end ? 'right' : 'left' })

const table = (widths: (number | string)[], body: TableCell[][]): Content => ({
  table: { headerRows: 1, widths, dontBreakRows: true, body },
  layout: {
    hLineWidth: (line, node) => (line === 0 || line === node.table.body.length ? 0.6 : 0.3),
    vLineWidth: () => 0,
    hLineColor: () => '#aab2bb',
    paddingLeft: (column) => (column === 0 ? 0 : 5),
    paddingRight: () => 0,
    paddingTop: () => 1.2,
    paddingBottom: () => 1.2,
  },
  margin: [0, 0, 0, 4],
})

function firstPage({ data, plan, sectorNames }: SheetPaper, lang: Lang, address: string): Content[] {
  const t = translator(lang, 'plot')
  const land = translator(lang, 'land')
  const { values, zone } = data
  const unknown = land('unknown')
  const known = (value: number | null, text: (value: number) => string = String) =>
    value === null ? unknown : text(value)
  const sectors = values.sectors.map((slug) => textIn(sectorNames[slug] ?? { vi: slug, en: slug, zh: slug }, lang))
  const readyBy = values.readyBy
    ? `${shortDayIn(values.readyBy.earliest, lang)} – ${shortDayIn(values.readyBy.latest, lang)}`
    : unknown
  return [
    {
      columns: [
        {
          width: '*',
          stack: [
            { text: runs(t('sheet.kind')), color: FAINT, bold: true },
            { text: runs(`${data.code} · ${areaIn(values.areaM2, lang)}`), bold: true, fontSize: 16 },
            { text: runs(textIn(zone.name, lang)), margin: [0, 2, 0, 0] },
            { text: runs(t('sheet.asOf', { day: shortDayIn(data.day, lang) })), color: FAINT },
          ],
        },
        { width: 62, qr: address, fit: 62, eccLevel: 'M', foreground: INK },
      ],
      columnGap: 12,
      margin: [0, 0, 0, 6],
    },
    ...(data.illustrative
      ? [
          {
            text: runs(land('plot.illustrative')),
            bold: true,
            color: '#8a4b2a',
            margin: [0, 0, 0, 5],
          } satisfies Content,
        ]
      : []),
    plan
      ? { svg: planSvg(plan, data.code), fit: [WIDTH, lang === 'zh' ? 170 : 205], alignment: 'center' }
      : small(t('sheet.noPlan')),
    ...(plan ? [small(t(data.illustrative ? 'sheet.planIllustrative' : 'sheet.planNote'))] : []),
    rows(
      [
        [
          t('compare.rung'),
          t('compare.rungOf', { number: rungNumber(values.rung), word: land(`readiness.${values.rung}`) }),
        ],
        [t('compare.readyBy'), readyBy],
        [t('compare.commercial'), land(`commercial.${values.commercial}`)],
        [land('fact.termEnd'), known(values.termEndYear)],
        [land('fact.density'), known(values.maxDensityPct, (value) => `${value} %`)],
        [land('fact.floors'), known(values.maxFloors)],
        [
          land('fact.sectors'),
          `${cut(sectors.join(land('listSeparator')), MOST_LETTERS.sectors)}${data.sectorsCertain ? '' : ` (${land('plot.sectorsUncertain')})`}`,
        ],
        [land('fact.developer'), zone.developer ?? unknown],
        [land('plot.offer'), zone.developerOfferNeeded ? land('fact.developerOffer') : null],
      ],
      WIDTH,
    ),
    caption(land('facts.title')),
    factTable(data.facts, data, lang),
  ]
}

const isKnown = (key: string): key is FactKey => (FACT_KEYS as string[]).includes(key)

function factTable(facts: readonly SheetFact[], { day, illustrative }: SheetData, lang: Lang): Content {
  const land = translator(lang, 'land')
  const words = translator(lang, 'facts')
  if (facts.length === 0) return small(land('unknown'))
  const source = (fact: SheetFact) =>
    fact.illustrative || illustrative ? land('facts.generated') : cut(fact.source, MOST_LETTERS.source)
  const until = ({ confirmedUntil }: SheetFact) => {
    if (confirmedUntil === null) return land('facts.noEnd')
    const text = shortDayIn(confirmedUntil, lang)
    return confirmedUntil < day ? land('stale.until', { day: text }) : text
  }
  return table(
    [95, 180, 80, '*'],
    [
      [land('facts.fact'), land('facts.value'), land('facts.until'), land('facts.source')].map((text) => head(text)),
      ...facts.map((fact) => [
        cell(isKnown(fact.key) ? words(`key.${fact.key}`) : fact.key),
        cell(factText(fact, lang)),
        cell(until(fact)),
        cell(source(fact)),
      ]),
    ],
  )
}

function factText({ key, value }: SheetFact, lang: Lang): string {
  const land = translator(lang, 'land')
  const t = translator(lang, 'plot')
  if (value === null) return land('unknown')
  if (isRung(value)) return land(`readiness.${value}`)
  if (key === 'price_usd_per_m2' && typeof value === 'number') return `${numberIn(value, lang)} USD/m²`
  if (typeof value === 'number') return numberIn(value, lang)
  if (typeof value !== 'object') return cut(String(value).replace(/\s+/g, ' '), MOST_LETTERS.value)
  const { powerKva, waterM3PerDay, wastewaterM3PerDay } = value as Record<string, unknown>
  return [
    [powerKva, 'power', 'kVA'] as const,
    [waterM3PerDay, 'water', t('sheet.m3PerDay')] as const,
    [wastewaterM3PerDay, 'wastewater', t('sheet.m3PerDay')] as const,
  ]
    .flatMap(([amount, kind, unit]) =>
      typeof amount === 'number' ? [`${land(`utility.${kind}`)} ${numberIn(amount, lang)} ${unit}`] : [],
    )
    .join('\n')
}

function secondPage({ data }: SheetPaper, lang: Lang): Content[] {
  const t = translator(lang, 'plot')
  const land = translator(lang, 'land')
  const unit = (kind: string) => (kind === 'power' ? 'kVA' : t('sheet.m3PerDay'))
  const km = (value: number) => `${numberIn(value, lang, 1)} km`
  return [
    { ...(caption(land('plot.capacity')) as object), pageBreak: 'before' } as Content,
    data.nodes.length === 0
      ? small(land('zone.noCapacity'))
      : table(
          ['*', 80, 90, 150],
          [
            [
              head(t('sheet.source')),
              head(t('sheet.built'), true),
              head(t('sheet.remaining'), true),
              head(t('sheet.later'), true),
            ],
            ...data.nodes.map((node) => [
              cell(textIn(node.name, lang)),
              cell(`${numberIn(node.built, lang)} ${unit(node.kind)}`, true),
              cell(`${numberIn(node.remaining, lang)} ${unit(node.kind)}`, true),
              cell(
                node.additions
                  .map(({ from, amount }) => `+${numberIn(amount, lang)}: ${shortDayIn(from, lang)}`)
                  .join('\n') || '–',
                true,
              ),
            ]),
          ],
        ),
    caption(land('distance.title')),
    table(
      ['*', 90, 90],
      [
        [head(t('sheet.place')), head(t('sheet.straight'), true), head(t('sheet.road'), true)],
        ...data.distances.map(({ name, straightKm, roadKm }) => [
          cell(textIn(name, lang)),
          cell(km(straightKm), true),
          cell(roadKm === null ? '–' : km(roadKm), true),
        ]),
      ],
    ),
    small(land('distance.note', { precision: km(data.zone.precisionKm) })),
    caption(land('plot.neighbours')),
    data.neighbours.length === 0
      ? small(land('plot.noNeighbours'))
      : {
          text: runs(
            data.neighbours
              .slice(0, MOST_NEIGHBOURS)
              .map(({ code, areaM2, sharedM, across }) => {
                const length = `${numberIn(sharedM, lang)} m`
                const shared = t(across === 'boundary' ? 'neighbours.boundary' : 'neighbours.road', { length })
                return `${code} (${areaIn(areaM2, lang)}; ${shared})`
              })
              .join('; '),
          ),
        },
    caption(t('area.title')),
    { text: runs(areaText(data, lang)) },
    ...vertexPart(data, lang),
    ...(data.note
      ? [caption(land('plot.note')), { text: runs(cut(data.note, MOST_LETTERS.note)) } satisfies Content]
      : []),
    { text: runs(t('sheet.disclaimer')), color: FAINT, fontSize: 8, margin: [0, 8, 0, 0] },
  ]
}

function areaText({ area, values }: SheetData, lang: Lang): string {
  const t = translator(lang, 'plot')
  const m2 = (value: number) => `${numberIn(value, lang)} m²`
  if (!area) return t('sheet.areaDeclared', { declared: m2(values.areaM2) })
  const difference = numberIn(((area.computedM2 - area.declaredM2) / area.declaredM2) * 100, lang, 2)
  return [
    t('area.both', { declared: m2(area.declaredM2), computed: m2(area.computedM2) }),
    `${t(area.agrees ? 'area.agrees' : 'area.differs')}.`,
    t(area.from === 'vertices' ? 'area.fromVertices' : 'area.fromDrawing', { difference }),
  ].join(' ')
}

function vertexPart({ vertices }: SheetData, lang: Lang): Content[] {
  const t = translator(lang, 'plot')
  if (!vertices) return [small(t('vertices.none'))]
  const sides = sideLengthsM(vertices.vertices)
  const more = vertices.vertices.length - MOST_VERTICES
  return [
    caption(t('vertices.caption', { zone: planeZoneText(vertices.zone) })),
    table(
      [50, 120, 120, '*'],
      [
        [
          head(t('vertices.name')),
          head(t('vertices.x'), true),
          head(t('vertices.y'), true),
          head(t('vertices.side'), true),
        ],
        ...vertices.vertices
          .slice(0, MOST_VERTICES)
          .map(({ x, y }, i) => [
            cell(String(i + 1)),
            cell(numberIn(x, lang, 3), true),
            cell(numberIn(y, lang, 3), true),
            cell(numberIn(sides[i] ?? 0, lang, 2), true),
          ]),
      ],
    ),
    ...(more > 0 ? [small(t('sheet.moreVertices', { count: more }))] : []),
    small(t('vertices.source', { source: vertices.source })),
    small(t('vertices.parameters', { parameters: Object.values(TO_WGS84).join('; ') })),
  ]
}
