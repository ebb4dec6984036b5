import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import { type Lang, type Text, textIn } from '~/domain/text'
import { rows } from '../case/layout'
import { dayIn, instantIn } from '../format'
import { LATIN_FONT, PAGE, PAGES, runs } from '../text-run'
import { translator } from '../translate'

/** What is said on the receipt an investor gets at once. Days are YYYY-MM-DD, instants ISO 8601 UTC. */
export interface SubmissionReceiptData {
  /** CM-YYYY-NNNNNN */
  number: string
  /** Place in the chain of all receipts, from 1. */
  position: number
  submittedAt: string
  hash: string
  /** The hash of the receipt before; null for the first. */
  previousHash: string | null
  /** The day by which the intake answers. */
  intakeDueDay: string
  organization: { name: string; registration: string | null }
  project: string
  zone: Text
  plotCodes: string[]
  documents: { fileName: string; sha256: string }[]
  baseUrl: string
  illustrative: boolean
}

/** The submission receipt in the reader's language; it says itself that it is not the official one. */
export function submissionReceipt(data: SubmissionReceiptData, lang: Lang): TDocumentDefinitions {
  const t = translator(lang, 'documents')
  const address = `${data.baseUrl}/${lang}/receipts/${data.number}`
  const caption = (text: string): Content => ({ text: runs(text), bold: true, margin: [0, 6, 0, 4] })
  const digest = (label: string, hash: string): Content => ({
    stack: [
      { text: runs(label), color: '#59636f', fontSize: 9 },
      { text: hash, fontSize: 9 },
    ],
    margin: [0, 0, 0, 5],
  })
  const files: Content =
    data.documents.length === 0
      ? { text: runs(t('submission.none')), margin: [0, 0, 0, 6] }
      : {
          table: {
            headerRows: 1,
            widths: [355, 112],
            dontBreakRows: true,
            body: [
              [t('submission.file'), t('submission.sha256')].map((head) => ({ text: runs(head), color: '#59636f' })),
              ...data.documents.map(({ fileName, sha256 }) => [
                { text: runs(fileName) },
                { text: `${sha256.slice(0, 16)}…` },
              ]),
            ],
          },
          layout: 'lightHorizontalLines',
          margin: [0, 0, 0, 8],
        }
  return {
    info: {
      title: `${t('submission.title')} ${data.number}`,
      creator: 'Cột Mốc',
      producer: 'Cột Mốc',
      creationDate: new Date(data.submittedAt),
    },
    language: lang,
    displayTitle: true,
    pageSize: 'A4',
    pageMargins: [56, 56, 56, 56],
    defaultStyle: { font: LATIN_FONT, fontSize: 10, color: '#1c2430' },
    footer: {
      text: runs(`${data.number} · ${t('page.numbering', { page: PAGE, pages: PAGES })}`),
      fontSize: 8,
      alignment: 'center',
      margin: [56, 20, 56, 0],
    },
    content: [
      ...(data.illustrative
        ? [{ text: runs(t('page.illustrative')), bold: true, fontSize: 9, margin: [0, 0, 0, 8] } satisfies Content]
        : []),
      {
        columns: [
          {
            width: '*',
            stack: [
              { text: 'Cột Mốc', bold: true, fontSize: 11, color: '#59636f' },
              { text: runs(t('submission.title')), bold: true, fontSize: 17, margin: [0, 4, 0, 4] },
              { text: data.number, bold: true, fontSize: 14 },
            ],
          },
          { width: 84, qr: address, fit: 84, eccLevel: 'M', foreground: '#1c2430' },
        ],
        columnGap: 16,
        margin: [0, 0, 0, 10],
      },
      rows(
        [
          [t('submission.number'), data.number],
          [t('submission.position'), String(data.position)],
          [t('submission.submittedAt'), instantIn(data.submittedAt, lang, true)],
          [t('submission.answerBy'), dayIn(data.intakeDueDay, lang)],
          [t('field.applicant'), data.organization.name],
          [t('field.registration'), data.organization.registration],
          [t('field.project'), data.project],
          [t('field.zone'), textIn(data.zone, lang)],
          [t('field.plots'), data.plotCodes.join(', ')],
        ],
        483,
      ),
      caption(t('submission.documents')),
      files,
      {
        table: {
          widths: ['*'],
          body: [[{ text: runs(t('submission.notOfficial')), bold: true, lineHeight: 1.2, margin: [6, 5, 6, 5] }]],
        },
        margin: [0, 4, 0, 10],
      },
      digest(t('submission.hash'), data.hash),
      data.previousHash
        ? digest(t('submission.previousHash'), data.previousHash)
        : { text: runs(t('submission.first')), fontSize: 9, margin: [0, 0, 0, 5] },
      { text: runs(t('submission.chain')), fontSize: 9, lineHeight: 1.2, margin: [0, 0, 0, 5] },
      { text: runs(t('submission.check', { address })), fontSize: 9, link: address },
    ],
  }
}
