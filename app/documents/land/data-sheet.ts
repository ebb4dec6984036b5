import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { SheetData, SheetFact } from '~/domain/land/data-sheet'
import { FACT_KEYS, type FactKey } from '~/domain/land/fact'
import { isRung, rungNumber } from '~/domain/land/readiness'
import type { DrawnSite } from '~/domain/land/svg-map'
import { type Lang, type Text, textIn } from '~/domain/text'
import { rows } from '../case/layout'
import { areaIn, numberIn, shortDayIn } from '../format'
import { LATIN_FONT, PAGE, PAGES, runs } from '../text-run'
import { translator } from '../translate'
import { secondPage } from './data-sheet-second'
import { planSvg } from './plan-svg'
import { caption, cell, cut, FAINT, head, small, table } from './sheet-pieces'

const INK = '#1c2321'
const WIDTH = 483
// Lines of the Chinese font stand further apart by themselves.
const LATIN_TEXT = { fontSize: 8.5, lineHeight: 1.1 }
const CJK_TEXT = { fontSize: 8, lineHeight: 0.9 }
/** What is longer would need a third page: it is cut here and stands whole on the plot's page. */
const MOST_LETTERS = { value: 100, source: 66, person: 24, sectors: 260 }

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
    footer: {
      columns: [
        {
          width: '*',
          stack: [
            { text: runs(t('sheet.verify', { code })), bold: true },
            { text: runs(address), color: FAINT, link: address },
          ],
        },
        { width: 90, text: runs(documents('page.numbering', { page: PAGE, pages: PAGES })), alignment: 'right' },
      ],
      fontSize: 7.5,
      margin: [56, 18, 56, 0],
    },
    content: [...firstPage(paper, lang, address), ...secondPage(data, lang)],
  }
}

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

function factTable(facts: readonly SheetFact[], { day }: SheetData, lang: Lang): Content {
  const land = translator(lang, 'land')
  const words = translator(lang, 'facts')
  if (facts.length === 0) return small(land('unknown'))
  const source = ({ source: told, confirmedBy, confirmedOn, illustrative: shown }: SheetFact) => {
    const on = shortDayIn(confirmedOn, lang)
    if (told.startsWith('illustrative:')) return `${land('facts.generated')} (${on})`
    const whose = ` (${cut(confirmedBy, MOST_LETTERS.person)}, ${on})`
    const line = `${cut(told, MOST_LETTERS.source - whose.length)}${whose}`
    return shown ? `${line} ${land('illustrative')}` : line
  }
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
