import type { Content } from 'pdfmake/interfaces'
import type { SheetData } from '~/domain/land/data-sheet'
import { planeZoneText, sideLengthsM, TO_WGS84 } from '~/domain/land/vn2000'
import { type Lang, textIn } from '~/domain/text'
import { areaIn, numberIn, shortDayIn } from '../format'
import { runs } from '../text-run'
import { translator } from '../translate'
import { caption, cell, cut, FAINT, head, small, table } from './sheet-pieces'

/** What is longer would need a third page: it is cut here and stands whole on the plot's page. */
const MOST_VERTICES = 8
const MOST_NEIGHBOURS = 6
const MOST_NOTE_LETTERS = 260

/** The second page: what serves the plot, what lies around it, and its boundary. */
export function secondPage(data: SheetData, lang: Lang): Content[] {
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
      ? [caption(land('plot.note')), { text: runs(cut(data.note, MOST_NOTE_LETTERS)) } satisfies Content]
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
