import type { Content } from 'pdfmake/interfaces'
import type { SheetData } from '~/domain/land/data-sheet'
import { planeZoneText, sideLengthsM, TO_WGS84 } from '~/domain/land/vn2000'
import { type Lang, textIn } from '~/domain/text'
import { areaIn, numberIn, shortDayIn } from '../format'
import { runs } from '../text-run'
import { translator } from '../translate'
import { caption, cell, cut, FAINT, head, small, table } from './sheet-pieces'

/** What is longer would need a third page: it is cut here and stands whole on the plot's page. */
const MOST_VERTICES = 6
const MOST_NEIGHBOURS = 5
const MOST_NOTE_LETTERS = 160

/** The second page: what serves the plot, what lies around it, and its boundary. */
export function secondPage(data: SheetData, lang: Lang): Content[] {
  const t = translator(lang, 'plot')
  const land = translator(lang, 'land')
  const unit = (kind: string) => (kind === 'power' ? 'kVA' : t('sheet.m3PerDay'))
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
              cell(
                node.remaining === null ? land('unknown') : `${numberIn(node.remaining, lang)} ${unit(node.kind)}`,
                true,
              ),
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
    distanceTable(data, lang),
    small(land('distance.note', { precision: kmIn(data.zone.precisionKm, lang) })),
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
    ...incentivePart(data, lang),
    ...(data.note
      ? [caption(land('plot.note')), { text: runs(cut(data.note, MOST_NOTE_LETTERS)) } satisfies Content]
      : []),
    { text: runs(t('sheet.disclaimer')), color: FAINT, fontSize: 8, margin: [0, 8, 0, 0] },
  ]
}

const kmIn = (value: number, lang: Lang) => `${numberIn(value, lang, 1)} km`

/** Two places in a row, read downwards: the nearest half stands left. */
function distanceTable({ distances }: SheetData, lang: Lang): Content {
  const t = translator(lang, 'plot')
  const half = Math.ceil(distances.length / 2)
  const titles = [head(t('sheet.place')), head(t('sheet.straight'), true), head(t('sheet.road'), true)]
  const cells = (place: SheetData['distances'][number] | undefined) =>
    place
      ? [
          cell(textIn(place.name, lang)),
          cell(kmIn(place.straightKm, lang), true),
          cell(place.roadKm === null ? '–' : kmIn(place.roadKm, lang), true),
        ]
      : [cell(''), cell(''), cell('')]
  const rows = distances.slice(0, half).map((place, i) => [...cells(place), ...cells(distances[half + i])])
  return table(['*', 62, 44, '*', 62, 44], [[...titles, ...titles], ...rows])
}

/** What the law would give to investment here: in small print, since it promises nothing. */
function incentivePart({ incentives: { area, areaArticle, lines } }: SheetData, lang: Lang): Content[] {
  const t = translator(lang, 'incentive')
  const said = [
    `${t('areaTitle')}: ${t(`area.${area.area}`)} (${areaArticle})`,
    ...lines.map((line) => `${t(`item.${line.item}`)}: ${t(`${line.item}.${line.area}`)} (${line.article})`),
  ]
  return [
    caption(`${t('title')} (${t('indicative')})`),
    { text: runs(`${said.join('. ')}.`), fontSize: 7.5 },
    small(t('note')),
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
