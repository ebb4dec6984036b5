import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { LetterHead, LetterKind } from '~/domain/case/letter'
import { type Lang, textIn } from '~/domain/text'
import { dayIn } from '../format'
import { LATIN_FONT, PAGE, PAGES, runs } from '../text-run'
import { type Translate, translator } from '../translate'

/** The language of the courtesy version that follows the Vietnamese letter. */
export type CourtesyLang = Exclude<Lang, 'vi'>

type Documents = Translate<'documents'>

const INK = '#1c2430'
const FAINT = '#59636f'

/** A paragraph of the body. */
export const paragraph = (text: string): Content => ({ text: runs(text), margin: [0, 0, 0, 5], lineHeight: 1.2 })

/** A line above a list. */
export const heading = (text: string): Content => ({ text: runs(text), bold: true, margin: [0, 2, 0, 4] })

/** A paragraph that must not be overlooked. */
export const notice = (text: string): Content => ({
  table: {
    widths: [TEXT_WIDTH - 9],
    body: [[{ text: runs(text), bold: true, lineHeight: 1.2, margin: [4, 3, 4, 3] }]],
  },
  layout: 'boxed',
  margin: [0, 4, 0, 8],
})

/** Points between the margins of a letter. */
const TEXT_WIDTH = 459

/** Label and value in two columns; a row without a value is left out. Fixed widths, so that a long word is broken. */
export function rows(pairs: [label: string, value: string | null][], width = TEXT_WIDTH): Content {
  const shown = pairs.filter((pair): pair is [string, string] => pair[1] !== null && pair[1] !== '')
  return {
    table: {
      widths: [142, width - 150],
      dontBreakRows: true,
      body: shown.map(([label, value]) => [
        { text: runs(label), color: FAINT, lineHeight: 1.15 },
        { text: runs(value), lineHeight: 1.15 },
      ]),
    },
    layout: 'pairs',
    margin: [0, 2, 0, 9],
  }
}

/** A numbered list; further lines of an item stand below it. */
export const numbered = (items: string[][]): Content => ({
  ol: items.map(([first = '', ...more]) => ({
    stack: [
      { text: runs(first), lineHeight: 1.2 },
      ...more.map((line) => ({ text: runs(line), lineHeight: 1.2, color: FAINT })),
    ],
    margin: [0, 0, 0, 3],
  })),
  margin: [0, 0, 0, 6],
})

/** The left column of the signature block: who gets copies (letters), or who handed the dossier in (receipts). */
export type Beside = 'copies' | 'applicant'

/** A whole letter: the Vietnamese page in the layout of Decree 30/2020, then the courtesy version. */
export function letter(
  kind: LetterKind,
  head: LetterHead,
  courtesyLang: CourtesyLang,
  body: (t: Documents, lang: Lang) => Content[],
  beside: Beside = 'copies',
): TDocumentDefinitions {
  const vietnamese = translator('vi', 'documents')
  const courtesy = translator(courtesyLang, 'documents')
  const page = (lang: Lang, t: Documents): Content[] => {
    const said = body(t, lang)
    // A signature never stands on a page alone: the last paragraph goes with it.
    const end = { stack: [...said.slice(-1), closing(head, lang, t, beside)], unbreakable: true }
    return [...opening(kind, head, lang, t, beside), ...said.slice(0, -1), end]
  }
  const both = (key: 'page.draft' | 'page.illustrative') => `${vietnamese(key)} ${courtesy(key)}`
  const warnings = [
    ...(head.code ? [] : [both('page.draft')]),
    ...(head.illustrative ? [both('page.illustrative')] : []),
  ]
  return {
    info: {
      title: `${vietnamese(`letter.${kind}.title`)} ${head.caseNumber}`,
      author: head.agency.name.vi,
      creator: 'Cột Mốc',
      producer: 'Cột Mốc',
      creationDate: new Date(`${head.issuedDay}T00:00:00Z`),
    },
    language: 'vi',
    displayTitle: true,
    pageSize: 'A4',
    pageMargins: [85, 48, 51, 84],
    defaultStyle: { font: LATIN_FONT, fontSize: 10, color: INK },
    watermark: head.code ? undefined : { text: vietnamese('page.draftMark'), color: FAINT, opacity: 0.12, bold: true },
    header: warnings.length
      ? {
          text: runs(warnings.join('\n')),
          fontSize: 8,
          bold: true,
          alignment: 'center',
          margin: [85, warnings.length > 1 ? 14 : 24, 51, 0],
        }
      : undefined,
    footer: verification(head, [vietnamese, courtesy]),
    content: [
      ...page('vi', vietnamese),
      {
        text: runs(courtesy('page.courtesy')),
        pageBreak: 'before',
        italics: true,
        color: FAINT,
        margin: [0, 0, 0, 14],
      },
      ...page(courtesyLang, courtesy),
    ],
  }
}

const rule = (length: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: length, y2: 0, lineWidth: 0.8, lineColor: INK }],
  alignment: 'center',
  margin: [0, 2, 0, 0],
})

const upper = (text: string, lang: Lang): string => text.toLocaleUpperCase(lang)

function opening(kind: LetterKind, head: LetterHead, lang: Lang, t: Documents, beside: Beside): Content[] {
  const { parent, name } = head.agency
  const agency: Content[] = [
    ...(parent ? [{ text: runs(upper(textIn(parent, lang), lang)) }] : []),
    { text: runs(upper(textIn(name, lang), lang)), bold: true },
    rule(60),
  ]
  const nation: Content[] = [
    { text: runs(t('page.nation')), bold: true },
    { text: runs(t('page.motto')), bold: true, fontSize: 10 },
    rule(lang === 'zh' ? 80 : 150),
  ]
  const numbers = [
    t('page.number', { number: head.officialCode ?? head.number ?? '…' }),
    ...(head.officialCode && head.number ? [t('page.ownNumber', { number: head.number })] : []),
    t('page.caseNumber', { number: head.caseNumber }),
    ...(head.caseCode ? [t('page.caseCode', { number: head.caseCode })] : []),
  ]
  const placeDay = t('page.placeDay', { place: textIn(head.place, lang), day: dayIn(head.issuedDay, lang) })
  return [
    {
      columns: [
        { width: '42%', stack: agency, alignment: 'center' },
        { width: '*', stack: nation, alignment: 'center' },
      ],
      columnGap: 8,
      fontSize: 9,
    },
    {
      columns: [
        {
          width: '42%',
          stack: numbers.map((line) => ({ text: runs(line) })),
          alignment: 'center',
          fontSize: 9,
        },
        { width: '*', text: runs(placeDay), italics: true, alignment: 'center' },
      ],
      columnGap: 8,
      margin: [0, 8, 0, 12],
    },
    { text: runs(t(`letter.${kind}.title`)), bold: true, fontSize: 13, alignment: 'center' },
    { text: runs(t(`letter.${kind}.subtitle`)), bold: true, alignment: 'center', margin: [0, 2, 0, 10] },
    ...(beside === 'copies'
      ? [
          {
            text: runs(t('page.to', { name: head.applicant.name })),
            bold: true,
            margin: [0, 0, 0, head.applicant.agent ? 2 : 8],
          } satisfies Content,
          ...(head.applicant.agent
            ? [
                {
                  text: runs(t('page.through', { name: head.applicant.agent })),
                  margin: [0, 0, 0, 8],
                } satisfies Content,
              ]
            : []),
        ]
      : []),
  ]
}

function closing(head: LetterHead, lang: Lang, t: Documents, beside: Beside): Content {
  const copies: Content[] = [
    { text: runs(t('page.copies')), bold: true, italics: true, fontSize: 9 },
    ...[
      t('page.copyApplicant'),
      ...head.copies.map((copy) => t('page.copyOther', { name: typeof copy === 'string' ? copy : textIn(copy, lang) })),
      t('page.copyCase', { number: head.caseNumber }),
    ].map((line) => ({ text: runs(line), fontSize: 8.5 })),
  ]
  const signature = (title: string, name: string, above: string | null = null): Content[] => [
    ...(above ? [{ text: runs(above), bold: true, alignment: 'center' } satisfies Content] : []),
    { text: runs(upper(title, lang)), bold: true, alignment: 'center' },
    { text: runs(name), bold: true, alignment: 'center', margin: [0, 40, 0, 0] },
  ]
  const { contactName, name } = head.applicant
  const { for: signedFor } = head.signer
  return {
    columns: [
      { width: '50%', stack: beside === 'copies' ? copies : signature(t('page.applicantSigns'), contactName ?? name) },
      {
        width: '*',
        stack: signature(
          beside === 'copies' ? textIn(head.signer.title, lang) : t('page.receiverSigns'),
          head.signer.name ?? t('page.automatic'),
          signedFor && t(`page.signedFor.${signedFor.form}`, { of: upper(textIn(signedFor.of, lang), lang) }),
        ),
      },
    ],
    columnGap: 12,
    margin: [0, 10, 0, 0],
  }
}

function verification(head: LetterHead, languages: Documents[]): Content {
  if (head.code === null)
    return {
      stack: languages.map((t) => ({
        text: runs(`${t('page.draft')} · ${t('page.numbering', { page: PAGE, pages: PAGES })}`),
      })),
      fontSize: 8,
      margin: [85, 14, 51, 0],
    }
  const { code } = head
  const address = `${head.baseUrl}/vi/verify/${code}`
  const lines = languages.map(
    (t) => `${t('page.verify', { code })} · ${t('page.numbering', { page: PAGE, pages: PAGES })}`,
  )
  return {
    columns: [
      { width: 52, qr: address, fit: 50, eccLevel: 'M', foreground: INK },
      {
        width: '*',
        stack: [
          { text: runs(lines[0] ?? ''), bold: true },
          { text: runs(lines[1] ?? '') },
          { text: runs(`${head.agency.name.vi} · Cột Mốc`), color: FAINT },
          { text: runs(address), color: FAINT, link: address },
        ],
        fontSize: 8,
        lineHeight: 1.15,
        margin: [0, 2, 0, 0],
      },
    ],
    columnGap: 10,
    margin: [85, 14, 51, 0],
  }
}
